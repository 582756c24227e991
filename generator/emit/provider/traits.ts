import type { EntityDescription } from '../../../runtime/src/description/entity.ts'
import type { FieldDescription } from '../../../runtime/src/description/field.ts'
import type { Entity } from '../../model/entity.ts'

/** Whether an entity has a repository: its record of truth is a row or a document. */
export function hasRepository({ root }: Pick<EntityDescription, 'root'>): boolean {
  return root !== 's3'
}

/** Whether a record has more than one part, so that it is written by the protocol for split records. */
export function isSplit({ table, documents, objects }: EntityDescription): boolean {
  return (table !== undefined && documents !== undefined) || hasObjects({ objects })
}

export function hasObjects({ objects }: Pick<EntityDescription, 'objects'>): boolean {
  return Object.keys(objects).length > 0
}

/** Whether records change once they are written. Nothing could fence a change of a document that holds objects. */
export function isChanging({ root, table, documents, objects }: EntityDescription): boolean {
  return (table ?? documents)?.appendOnly === false && !(root === 'mongo' && hasObjects({ objects }))
}

/** Whether the row of a split record can be without a document. */
export function mayLackDocument({ table, documents }: EntityDescription): boolean {
  return table?.fields.find(({ name }) => name === documents?.pointer)?.optional === true
}

/** Whether a record may be made together with the row that needs it: it lies whole in MongoDB and S3. */
export function isComposable({ root, s3 }: Entity): boolean {
  return root === 'mongo' && s3 !== undefined
}

/** Whether a caller gives a field when a record is made: it is neither kept by the data layer nor changed by moves alone. */
export function isGiven(
  field: FieldDescription,
  { table, objects }: EntityDescription,
  part: 'table' | 'documents',
): boolean {
  if (field.kept !== undefined || field.type.kind === 'key' || field.type.kind === 'part') return false
  if (part === 'table' && table?.lifecycle?.field === field.name) return false
  return !Object.values(objects).some(
    ({ pointer, keeps }) => pointer?.part === part && (keeps.sha256 === field.name || keeps.size === field.name),
  )
}

/** Whether it is said, in the scope of the system, whose a new record is. */
export function isOwned({ tenancy }: EntityDescription): boolean {
  return tenancy === 'required' || tenancy === 'shared'
}
