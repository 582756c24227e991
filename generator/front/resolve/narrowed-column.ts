import type { Field, Relation } from '../../model/field.ts'

/**
 * Whether a column of PostgreSQL takes less than its type would let in, so that it has a CHECK: one of a closed set of
 * values, a form, a range, a shape of JSON, no empty item in a list, no reference from a record that is shared by all
 * tenants to a record of one.
 */
export function isNarrowed(
  { type, list, min, max, pattern }: Pick<Field, 'type' | 'list' | 'min' | 'max' | 'pattern'>,
  relation: Relation | undefined,
  shared: boolean,
): boolean {
  if (list || min !== undefined || max !== undefined || pattern !== undefined) return true
  switch (type.kind) {
    case 'enum':
    case 'value':
    case 'part':
      return true
    case 'scalar':
      return type.scalar === 'ulid' || type.scalar === 'object_id'
    case 'ref':
      return type.holds !== 'id' || (shared && relation?.withTenant === true)
    default:
      return false
  }
}
