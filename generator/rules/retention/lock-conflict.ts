import type { Entity } from '../../model/entity.ts'
import { bucketNamed, inS3, type S3Entity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { objectPointers } from '../../model/pointers.ts'
import type { Bucket } from '../../model/project.ts'
import type { S3Object } from '../../model/s3.ts'
import type { Rule, RuleReport } from '../rule.ts'

const secondsOfDay = 86_400

type Lock = NonNullable<Bucket['lock']>

export const lockConflict: Rule = {
  code: 'retention/lock-conflict',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'nothing removes, or loses the way to, what an Object Lock still keeps',
  fixable: false,
  check(model, report) {
    for (const bucket of model.project.stores.s3?.buckets ?? []) checkBucket(bucket, report)
    for (const entity of inS3(model)) {
      for (const object of entity.s3.objects) {
        const { lock } = bucketNamed(model, object.bucket)
        if (lock !== undefined) checkExpiry(entity, object, lock, report)
      }
      checkCascades(entity, model, report)
    }
  },
}

function checkBucket({ name, span, lock, expireDays, noncurrentExpireDays }: Bucket, report: RuleReport): void {
  if (lock === undefined) return
  const days = Math.min(expireDays ?? Number.POSITIVE_INFINITY, noncurrentExpireDays ?? Number.POSITIVE_INFINITY)
  if (days >= lock.retainDays) return
  report({
    message: `the bucket \`${name}\` would remove after ${days} days what its lock keeps for ${lock.retain}`,
    span,
    label: 'its expiry cannot remove a locked version, and hides it behind a delete marker',
    related: [{ span: lock.span, label: `locked for ${lock.retain}` }],
    help: `let objects expire after ${lock.retain} or later, or leave the expiry out`,
  })
}

/** The document goes and takes the only key of the object with it, while the lock keeps the bytes. */
function checkExpiry(entity: S3Entity, object: S3Object, lock: Lock, report: RuleReport): void {
  const expire = entity.mongo?.expire
  const pointers = objectPointers(entity).get(object.name) ?? []
  const [pointer] = pointers
  if (expire === undefined || pointer === undefined || pointers.some(({ part }) => part !== 'mongo')) return
  if (expire.afterSeconds >= lock.retainDays * secondsOfDay) return
  report({
    message: `the only pointer to \`${object.name}\` expires after ${expire.after}, but its lock keeps it for ${lock.retain}`,
    span: pointer.field.span,
    label: 'afterwards the object can be neither found nor removed',
    related: [
      { span: expire.span, label: 'the document that holds the pointer expires' },
      { span: lock.span, label: `locked for ${lock.retain}` },
    ],
    help: `keep the \`key(${object.name})\` in a part that does not expire, such as \`postgres\``,
  })
}

/** A cascade removes the row, the lock keeps its object: what should be gone is only out of sight. */
function checkCascades(entity: S3Entity, model: Model, report: RuleReport): void {
  const locked = lockedObject(entity, model)
  if (locked === undefined) return
  for (const field of entity.postgres?.fields ?? []) {
    if (field.relation?.onDelete !== 'cascade' || field.type.kind !== 'ref') continue
    report({
      message: `deleting a \`${field.type.entity}\` would remove rows of \`${entity.name}\` whose \`${locked.object.name}\` is locked for ${locked.lock.retain}`,
      span: field.span,
      label: 'declares `on_delete: cascade`',
      related: [
        { span: locked.object.span, label: 'the object stays, and nothing points to it' },
        { span: locked.lock.span, label: `locked for ${locked.lock.retain}` },
      ],
      help: 'leave `on_delete` out (restrict): these records stay as long as their objects',
    })
  }
}

function lockedObject({ s3 }: Entity, model: Model): { readonly object: S3Object; readonly lock: Lock } | undefined {
  for (const object of s3?.objects ?? []) {
    const { lock } = bucketNamed(model, object.bucket)
    if (lock !== undefined) return { object, lock }
  }
  return undefined
}
