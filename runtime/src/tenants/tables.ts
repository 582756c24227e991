import { keptColumn } from '../collect/tables.ts'
import type { Description } from '../description/description.ts'
import type { EntityDescription, TableDescription } from '../description/entity.ts'
import { quoted } from '../postgres/quoted.ts'

/** A table with rows of tenants. */
export interface TenantTable {
  readonly member: string
  readonly entity: EntityDescription
  readonly table: TableDescription
  /** Quoted. */
  readonly id: string
  /** The column that says whose a row is; of the tenants themselves it is their id. Quoted. */
  readonly owner: string
}

export function tenantTables({ entities }: Description): readonly TenantTable[] {
  return Object.entries(entities).flatMap(([member, entity]) => {
    const { table, tenancy } = entity
    const id = table === undefined ? undefined : keptColumn(table, 'id')
    const owner = table === undefined ? undefined : tenancy === 'self' ? id : keptColumn(table, 'tenant')
    return table === undefined || id === undefined || owner === undefined ? [] : [{ member, entity, table, id, owner }]
  })
}

/** A column of a table that refers to rows of another. */
export interface Referrer {
  readonly member: string
  readonly table: TableDescription
  /** Quoted. */
  readonly column: string
  readonly isList: boolean
}

/** Every column that holds ids of an entity's rows, bookkeeping included. */
export function referrersOf({ entities }: Description, member: string): readonly Referrer[] {
  return Object.entries(entities).flatMap(([from, { table }]) =>
    (table?.fields ?? []).flatMap(({ type, column, list }) =>
      table !== undefined && type.kind === 'ref' && type.holds === 'id' && type.entity === member
        ? [{ member: from, table, column: quoted(column), isList: list === true }]
        : [],
    ),
  )
}

/**
 * Tables in groups, so that what a row refers to stands in an earlier group or its own: rows can be added in this order, and
 * removed in the other. More than one are together where they refer to each other in a circle (Tarjan).
 */
export function inOrder(description: Description): readonly (readonly TenantTable[])[] {
  const tables = new Map(tenantTables(description).map((table) => [table.member, table]))
  const found: TenantTable[][] = []
  const indexes = new Map<string, number>()
  const lows = new Map<string, number>()
  const stack: string[] = []
  const visit = (member: string): number => {
    const index = indexes.size
    indexes.set(member, index)
    let low = index
    stack.push(member)
    for (const target of targetsOf(tables.get(member)?.table)) {
      if (!tables.has(target)) continue
      const known = indexes.get(target)
      if (known === undefined) low = Math.min(low, visit(target))
      else if (stack.includes(target)) low = Math.min(low, known)
    }
    lows.set(member, low)
    if (low === index) {
      const group = stack.splice(stack.indexOf(member))
      found.push(group.flatMap((name) => tables.get(name) ?? []))
    }
    return low
  }
  for (const member of tables.keys()) if (!indexes.has(member)) visit(member)
  return found
}

function targetsOf(table: TableDescription | undefined): readonly string[] {
  return (table?.fields ?? []).flatMap(({ type }) => (type.kind === 'ref' && type.holds === 'id' ? [type.entity] : []))
}
