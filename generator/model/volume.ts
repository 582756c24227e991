import type { Span } from '../source/source-file.ts'

/** How much there will be: for the capacity report and the placement rules. All counts are records. */
export interface Volume {
  /** New records for each tenant and month. */
  readonly perTenantMonth: number
  /** Records that a tenant has from the start and keeps. */
  readonly perTenant: number
  /** Records that exist once, whatever the number of tenants. */
  readonly total: number
  /** Mean size of one record, in bytes. */
  readonly bytes: number
  readonly span: Span
}
