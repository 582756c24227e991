import type { Description } from '../description/description.ts'
import type { Scope } from '../stores/scope.ts'

/** The scope of work on every tenant's data; where a spec has no tenants, the only one there is. */
export function allTenants({ tenancy }: Description, reason: string): Scope {
  return tenancy === undefined ? { kind: 'plain' } : { kind: 'system', reason }
}
