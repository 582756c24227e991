import { allTenants } from '../collect/all-tenants.ts'
import { tenantTable } from '../collect/tables.ts'
import { parseRefId } from '../ids/ulid.ts'
import type { Tenant } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'

/**
 * A tenant by its public id, deleted or not: upkeep is for those too that have left.
 * @throws InvalidInput where it is no public id
 */
export async function knownTenant(stores: Stores, refId: string): Promise<Tenant | undefined> {
  const { description, postgres } = stores
  const table = tenantTable(description)
  if (table === undefined) return undefined
  const publicId = parseRefId(refId, description.tenancy?.entity ?? 'tenant')
  const [row] = await postgres.run(
    allTenants(description, 'find a tenant by its public id'),
    (sql) =>
      sql.query<{ id: string }>(`select ${table.id}::text as id from ${table.name} where ${table.refId} = $1::text`, [
        publicId,
      ]),
    { readOnly: true },
  )
  return row === undefined ? undefined : { id: row.id, refId: publicId }
}

/** For what is left of a tenant whose row is gone: a UUID that no row has. */
export function goneTenant(refId: string): Tenant {
  return { id: '00000000-0000-0000-0000-000000000000', refId }
}
