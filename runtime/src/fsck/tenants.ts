import { tenantTable } from '../collect/tables.ts'
import type { Check } from './check.ts'

/** Of some public ids those of tenants that are there, deleted or not. */
export async function knownTenants(check: Check, refIds: readonly string[]): Promise<ReadonlySet<string>> {
  const table = tenantTable(check.stores.description)
  if (table === undefined) return new Set(refIds)
  if (refIds.length === 0) return new Set()
  const rows = await check.read<{ ref: string }>(
    `select ${table.refId}::text as ref from ${table.name} where ${table.refId} = any($1::text[])`,
    [[...new Set(refIds)]],
  )
  return new Set(rows.map(({ ref }) => ref))
}
