import { madeOptional } from '../../diagnostic/text-edit.ts'
import { bucketNamed, inS3, type S3Entity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { documentPointers, type ObjectPointer, objectPointers } from '../../model/pointers.ts'
import type { S3Object } from '../../model/s3.ts'
import type { Finding, Rule } from '../rule.ts'

const secondsOfDay = 86_400

/**
 * A required pointer promises an object that may not be there: because its key needs a value that may be missing, because
 * the bucket removes the object before the record goes, or because another pointer to the same object is optional.
 */
export const pointerWithoutObject: Rule = {
  code: 'split/pointer-without-object',
  scope: 'entity',
  severity: 'error',
  preset: 'minimal',
  summary: 'a required pointer leads to an object that is always there',
  fixable: true,
  check(model, report) {
    for (const entity of inS3(model)) {
      const pointers = objectPointers(entity)
      for (const object of entity.s3.objects) {
        const all = pointers.get(object.name) ?? []
        for (const pointer of all) {
          if (!isRequired(pointer)) continue
          const finding =
            missingVariable(pointer, object, entity) ??
            expiringObject(pointer, object, entity, model) ??
            optionalTwin(pointer, all, entity)
          if (finding !== undefined)
            report({ ...finding, fixes: madeOptional(pointer.field.name, pointer.field.typeSpan) })
        }
      }
    }
  },
}

function isRequired({ field }: ObjectPointer): boolean {
  return !field.optional && !field.list
}

/** The key cannot be built while a value in it is missing, so the record could not be written without that value. */
function missingVariable({ field }: ObjectPointer, object: S3Object, entity: S3Entity): Finding | undefined {
  const record = entity.postgres ?? entity.mongo
  const names = new Set(object.path.flat().flatMap((piece) => (piece.kind === 'variable' ? [piece.variable.name] : [])))
  const missing = record?.fields.find(
    ({ name, optional, origin }) => optional && origin.kind !== 'tenant' && names.has(name),
  )
  return missing === undefined
    ? undefined
    : {
        message: `\`${field.name}\` is required, but its object has no key while \`${missing.name}\` is empty`,
        span: field.typeSpan,
        label: 'promises an object for every record',
        related: [
          { span: missing.span, label: 'may be empty' },
          { span: object.pathSpan, label: `the key holds \`{${missing.name}}\`` },
        ],
        help: `make the pointer optional, or \`${missing.name}\` required`,
      }
}

function expiringObject(
  { part, field }: ObjectPointer,
  object: S3Object,
  entity: S3Entity,
  model: Model,
): Finding | undefined {
  const bucket = bucketNamed(model, object.bucket)
  if (bucket.expireDays === undefined) return undefined
  const lives = part === 'mongo' ? entity.mongo?.expire?.afterSeconds : undefined
  if (lives !== undefined && lives <= bucket.expireDays * secondsOfDay) return undefined
  return {
    message: `\`${field.name}\` is required, but its object is removed after ${bucket.expireDays} days`,
    span: field.typeSpan,
    label: 'promises an object for as long as the record lives',
    related: [{ span: bucket.span, label: `objects of \`${bucket.name}\` expire` }],
    help: 'make the pointer optional, or keep the object in a bucket without `expire`',
  }
}

function optionalTwin(pointer: ObjectPointer, all: readonly ObjectPointer[], entity: S3Entity): Finding | undefined {
  // A document that is there only sometimes may well demand of itself what the row does not.
  const ownDocument = pointer.part === 'mongo' && documentPointers(entity).some(({ optional }) => optional)
  const twin = ownDocument ? undefined : all.find(({ field }) => field.optional)
  return twin === undefined
    ? undefined
    : {
        message: `\`${pointer.field.name}\` is required, but \`${twin.field.name}\` says that the same object may be missing`,
        span: pointer.field.typeSpan,
        label: 'promises an object for every record',
        related: [{ span: twin.field.typeSpan, label: 'optional here' }],
        help: 'make both pointers optional or both required',
      }
}
