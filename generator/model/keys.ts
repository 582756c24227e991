import type { Span } from '../source/source-file.ts'
import type { PhysicalName } from './name.ts'
import type { Predicate } from './predicate.ts'

export interface IndexField {
  /** Logical name of a field of the same part. */
  readonly field: string
  readonly order: 'asc' | 'desc' | 'text'
  readonly span: Span
}

/**
 * An index that is not unique. The tenant's field is already its first where the entity has a tenant,
 * unless it was declared with `scope: global`.
 */
export interface Index {
  readonly fields: readonly IndexField[]
  readonly name: PhysicalName
  readonly where: Predicate
  readonly about?: string
  readonly span: Span
}

/**
 * A promise that no two records agree in these fields. The tenant's field is already its first where it holds per
 * tenant; with no other field it says "at most one for each tenant".
 */
export interface Unique {
  readonly fields: readonly string[]
  readonly name: PhysicalName
  /**
   * Of the second index that holds a full unique of PostgreSQL among the records that are shared by all tenants. Present
   * exactly where one of its other fields may be empty: PostgreSQL can let every empty value be another one, or none,
   * and here it is so for that field and not for the tenant.
   */
  readonly sharedName?: PhysicalName
  readonly scope: 'tenant' | 'global'
  /** Whether deleted records block the value too. Always `counted` where the entity has no soft delete. */
  readonly deleted: 'ignored' | 'counted'
  /** What was declared, without the condition on live records. */
  readonly where: Predicate
  /** True where neither `where` nor soft delete narrows it: the database holds it as a full unique. */
  readonly full: boolean
  readonly about?: string
  readonly span: Span
}
