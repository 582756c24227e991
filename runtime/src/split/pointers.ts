import { newUlid } from '../ids/ulid.ts'
import { stagingKey } from '../keys/staging.ts'
import type { Context } from '../scoped/context.ts'
import type { Owner } from './owner.ts'
import type { PlannedPut } from './plan.ts'
import { demandStagingBucket, type Prepared } from './prepared.ts'
import type { ObjectShape, SplitShape } from './shape.ts'

/** A place of its own for bytes: nobody has written there, and nobody else will. */
export function planPut(
  context: Context,
  shape: SplitShape,
  prepared: Prepared,
  owner: Owner,
  root: Readonly<Record<string, unknown>>,
): PlannedPut {
  const { object, sha256, size, source } = prepared
  const { bucket, contentType } = object.description
  const key = newKey(shape, object, owner, root)
  const put = { object: object.name, bucket, key, sha256, size, contentType }
  if ('staged' in source)
    return { ...put, stage: { bucket: source.staged.bucket, key: source.staged.key }, isUpload: true }
  if (object.lock === undefined) return put
  const stage = { bucket: demandStagingBucket(context.stores.description), key: stagingKey(owner.refId, newUlid()) }
  return { ...put, stage }
}

function newKey(
  { tenantParameter, kept }: SplitShape,
  { keys }: ObjectShape,
  owner: Owner,
  root: Readonly<Record<string, unknown>>,
): string {
  return keys.build({
    ...root,
    refId: root[kept.refId ?? 'refId'],
    ...(tenantParameter === undefined ? {} : { [tenantParameter]: owner.refId ?? null }),
    object: newUlid(),
  })
}

/**
 * Members of the root that stand in planned keys: what a default made up for the first attempt holds for all.
 */
export function plannedMembers(shape: SplitShape, puts: readonly PlannedPut[]): Readonly<Record<string, unknown>> {
  const own = new Set(['object', 'refId', shape.tenantParameter])
  const entries = puts.flatMap(({ object, key }) => {
    const found = [...shape.objects.values()].find(({ name }) => name === object)
    const parameters = found?.keys.parse(key) ?? {}
    return Object.entries(parameters).filter(([name]) => !own.has(name) && shape.fields.has(name))
  })
  return Object.fromEntries(entries)
}

/** What the data layer fills in one part for its objects: their keys, and what it keeps of the bytes. */
export function filledMembers(
  shape: SplitShape,
  part: 'table' | 'documents',
  puts: readonly PlannedPut[],
): Readonly<Record<string, unknown>> {
  const filled: Record<string, unknown> = {}
  for (const { name, description } of shape.objects.values()) {
    const put = puts.find(({ object }) => object === name)
    if (put === undefined || description.pointer?.part !== part) continue
    const { keeps, pointer } = description
    filled[pointer.field] = put.key
    if (keeps.sha256 !== undefined) filled[keeps.sha256] = put.sha256
    if (keeps.size !== undefined) filled[keeps.size] = put.size
  }
  return filled
}

/** The same where a pointer is emptied. */
export function emptiedMembers(
  shape: SplitShape,
  part: 'table' | 'documents',
  objects: Iterable<string>,
): Readonly<Record<string, unknown>> {
  const emptied: Record<string, unknown> = {}
  for (const member of objects) {
    const description = shape.objects.get(member)?.description
    if (description?.pointer?.part !== part) continue
    for (const field of [description.pointer.field, description.keeps.sha256, description.keeps.size]) {
      if (field !== undefined) emptied[field] = null
    }
  }
  return emptied
}
