import type { Table } from '../facts.ts'
import type { Value } from './value.ts'

/** A row by the names of its fields. What is not in it was left to the database. */
export type Values = Readonly<Record<string, Value>>

/** Rows of one tenant, or of all: what new rows refer to. */
export interface World {
  /** The tenant's id; null for what all share, undefined where there are no tenants. */
  readonly tenant: string | null | undefined
  /** One row of each entity. */
  readonly rows: Map<string, Values>
  /** How many rows of an entity were made in it: tells apart what has few values. */
  readonly made: Map<string, number>
}

export function emptyWorld(tenant: World['tenant']): World {
  return { tenant, rows: new Map(), made: new Map() }
}

/** A world in which whatever is made from now on leaves the first one as it is. */
export function fork({ tenant, rows, made }: World): World {
  return { tenant, rows: new Map(rows), made: new Map(made) }
}

export function idOf(table: Table, values: Values): string {
  const id = values[table.primary.name]
  if (typeof id !== 'string') throw new Error(`a row of ${table.table} has no id`)
  return id
}
