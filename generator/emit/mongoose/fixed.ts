import { isWrittenOnce } from '../../catalog/mongo/index.ts'
import type { Field } from '../../model/field.ts'
import type { MongoEntity } from '../../model/lookup.ts'

/** Whether a field keeps the value it was created with: ids, the tenant, and everything in what is written once. */
export function isFixed(entity: MongoEntity, field: Field): boolean {
  return field.immutable || field.publicId || field.origin.kind === 'tenant' || isWrittenOnce(entity)
}

/**
 * Whether an interface shows a field as fixed. What a mixin gives is shown as the mixin says it, in every document
 * alike, so that documents can extend one `BaseDocument`.
 */
export function isReadonlyMember(entity: MongoEntity, field: Field): boolean {
  const { origin } = field
  const isShared = origin.kind === 'mixin' && origin.role !== 'plain'
  return isShared ? field.immutable || field.publicId : isFixed(entity, field)
}
