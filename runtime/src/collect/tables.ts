import type { Description } from '../description/description.ts'
import type { TableDescription } from '../description/entity.ts'
import type { Kept } from '../description/field.ts'
import { quoted } from '../postgres/quoted.ts'

/** A table of the spec as SQL names it. */
export function tableName({ table }: Pick<TableDescription, 'table'>): string {
  return `public.${quoted(table)}`
}

/** The column that the data layer keeps something in, quoted. */
export function keptColumn({ fields }: TableDescription, kept: Kept): string | undefined {
  const field = fields.find((candidate) => candidate.kept === kept)
  return field === undefined ? undefined : quoted(field.column)
}

/**
 * A join that gives the public id of a row's tenant as `tenant.ref_id`, and the expression for it.
 * @param of the expression with the tenant's UUID
 */
export function tenantJoin(description: Description, of: string): { readonly join: string; readonly refId: string } {
  const table = tenantTable(description)
  if (table === undefined) return { join: '', refId: 'null::text' }
  return {
    join: `left join ${table.name} as tenant on tenant.${table.id} = ${of}`,
    refId: `tenant.${table.refId}::text`,
  }
}

/** The table of the tenants with the columns of their two ids. */
export function tenantTable({
  tenancy,
  entities,
}: Description): { readonly name: string; readonly id: string; readonly refId: string } | undefined {
  const table = tenancy === undefined ? undefined : entities[tenancy.entity]?.table
  if (table === undefined) return undefined
  const id = keptColumn(table, 'id')
  const refId = keptColumn(table, 'refId')
  return id === undefined || refId === undefined ? undefined : { name: tableName(table), id, refId }
}
