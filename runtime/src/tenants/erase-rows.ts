import { allTenants } from '../collect/all-tenants.ts'
import { hasOutbox, hasSplitWork } from '../collect/internal-tables.ts'
import { keptColumn, tableName } from '../collect/tables.ts'
import type { Scope, Tenant } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import { isNoteOfTenant, namesOf } from './objects-of.ts'
import { type Referrer, referrersOf, type TenantTable } from './tables.ts'

/** Rows that go in one transaction. */
const batchSize = 1000

function scopeOf({ description }: Stores): Scope {
  return allTenants(description, 'erase a tenant')
}

/**
 * Removes the tenant's rows of some tables that may refer to each other. Rows that something still refers to stay: what is
 * kept elsewhere keeps them.
 * @returns how many went
 */
export async function eraseRows(stores: Stores, tenant: Tenant, group: readonly TenantTable[]): Promise<number> {
  const removable = group.filter(({ table }) => !table.appendOnly)
  let count = 0
  for (let before = -1; before !== count; ) {
    before = count
    for (const table of removable) count += await eraseUnreferred(stores, tenant, table)
  }
  // Those that are left and refer to each other in a circle go together, or not at all.
  count += await eraseCircle(stores, tenant, removable)
  return count
}

async function eraseUnreferred(stores: Stores, tenant: Tenant, of: TenantTable): Promise<number> {
  const free = referrersOf(stores.description, of.member).map((referrer) => isNotReferredBy(of, referrer, []))
  const text = `delete from ${tableName(of.table)} as gone where gone.${of.id} in (
      select target.${of.id} from ${tableName(of.table)} as target
      where ${[`target.${of.owner} = $1::uuid`, ...free].join(' and ')} limit $2::int
    ) returning gone.${of.id}::text as id`
  let count = 0
  for (;;) {
    const rows = await stores.postgres.run(scopeOf(stores), (sql) => sql.query(text, [tenant.id, batchSize]))
    count += rows.length
    if (rows.length < batchSize) return count
  }
}

async function eraseCircle(stores: Stores, tenant: Tenant, group: readonly TenantTable[]): Promise<number> {
  const members = group.map(({ member }) => member)
  const deletions = group.map((of, at) => {
    const free = referrersOf(stores.description, of.member)
      .filter(({ member }) => !members.includes(member))
      .map((referrer) => isNotReferredBy(of, referrer, members))
    return `gone${at} as (delete from ${tableName(of.table)} as target
      where ${[`target.${of.owner} = $1::uuid`, ...free].join(' and ')} returning 1)`
  })
  if (deletions.length === 0) return 0
  const counts = group.map((_, at) => `(select count(*) from gone${at})`)
  const text = `with ${deletions.join(', ')} select (${counts.join(' + ')})::int as count`
  try {
    const [row] = await stores.postgres.run(scopeOf(stores), (sql) => sql.query<{ count: number }>(text, [tenant.id]))
    return row?.count ?? 0
  } catch (error) {
    // One of them is referred to by a row that stays: the count of what is left says so.
    if (isRefused(error)) return 0
    throw error
  }
}

/** A constraint or a trigger says no. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'conflict' || error.code === 'missing')
}

/** @param group members whose own rows do not count: they go at the same time */
function isNotReferredBy(
  of: TenantTable,
  { member, table, column, isList }: Referrer,
  group: readonly string[],
): string {
  const isSelf = member === of.member && !group.includes(member)
  const id = keptColumn(table, 'id')
  const refers = isList ? `target.${of.id} = any(other.${column})` : `other.${column} = target.${of.id}`
  const owner = keptColumn(table, 'tenant')
  const conditions = [
    ...(owner === undefined ? [] : [`other.${owner} = $1::uuid`]),
    refers,
    ...(isSelf && id !== undefined ? [`other.${id} <> target.${of.id}`] : []),
  ]
  return `not exists (select from ${tableName(table)} as other where ${conditions.join(' and ')})`
}

/** How many rows of a table are the tenant's. */
export async function countRows(stores: Stores, tenant: Tenant, { table, owner }: TenantTable): Promise<number> {
  const [row] = await stores.postgres.run(
    scopeOf(stores),
    (sql) =>
      sql.query<{ count: number }>(
        `select count(*)::int as count from ${tableName(table)} as target where target.${owner} = $1::uuid`,
        [tenant.id],
      ),
    { readOnly: true },
  )
  return row?.count ?? 0
}

/** What the data layer has kept for itself of a tenant: intents, moves, and notes of objects that are gone. */
export async function eraseOwn(stores: Stores, tenant: Tenant, keysThatStay: readonly string[]): Promise<void> {
  const { description } = stores
  await stores.postgres.run(scopeOf(stores), async (sql) => {
    if (hasOutbox(description)) await sql.query('delete from stowage.outbox where tenant_id = $1::uuid', [tenant.id])
    if (!hasSplitWork(description)) return
    await sql.query('delete from stowage.storage_intents where tenant_id = $1::uuid', [tenant.id])
    await sql.query(`delete from stowage.stored_objects where ${isNoteOfTenant} and key <> all($3::text[])`, [
      ...namesOf(description, tenant),
      keysThatStay,
    ])
  })
}
