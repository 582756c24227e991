import type { Table } from '../facts.ts'
import { identifier } from '../sql.ts'
import type { Values } from './row.ts'

/** A statement and what stands for `$1`, `$2` in it. */
export type Query = readonly [text: string, values: readonly unknown[]]

/** The table with its schema. */
export function nameOf({ table }: Pick<Table, 'table'>): string {
  return `public.${identifier(table)}`
}

export function columnOf(table: Table, field: string): string {
  const fact = table.byField.get(field)
  if (fact === undefined) throw new Error(`${table.table} has no field ${field}`)
  return identifier(fact.at)
}

export function insertOf(table: Table, values: Values): Query {
  const fields = Object.keys(values).filter((field) => values[field] !== undefined)
  const columns = fields.map((field) => columnOf(table, field)).join(', ')
  const places = fields.map((_, index) => `$${index + 1}`).join(', ')
  return [`INSERT INTO ${nameOf(table)} (${columns}) VALUES (${places})`, fields.map((field) => values[field])]
}

/** Changes the one row that has the primary key of `row`. */
export function updateOf(table: Table, changes: Values, row: Values): Query {
  const fields = Object.keys(changes)
  const set = fields.map((field, index) => `${columnOf(table, field)} = $${index + 1}`).join(', ')
  const [where, keys] = keyOf(table, row, fields.length)
  return [`UPDATE ${nameOf(table)} SET ${set} WHERE ${where}`, [...fields.map((field) => changes[field]), ...keys]]
}

export function deleteOf(table: Table, row: Values): Query {
  const [where, keys] = keyOf(table, row)
  return [`DELETE FROM ${nameOf(table)} WHERE ${where}`, keys]
}

/** Reads fields of the one row, as texts. */
export function selectOf(table: Table, fields: readonly string[], row: Values): Query {
  const columns = fields.map((field) => `${columnOf(table, field)}::text AS ${identifier(field)}`).join(', ')
  const [where, keys] = keyOf(table, row)
  return [`SELECT ${columns} FROM ${nameOf(table)} WHERE ${where}`, keys]
}

/** The condition that finds one row by its id. */
function keyOf(table: Table, row: Values, offset = 0): Query {
  return [`${identifier(table.primary.at)} = $${offset + 1}`, [row[table.primary.name]]]
}

/** Sets one field to the value it has, in the rows that have the primary key of `row`. */
export function touchOf(table: Table, field: string, row: Values): Query {
  const column = columnOf(table, field)
  const [where, keys] = keyOf(table, row)
  return [`UPDATE ${nameOf(table)} SET ${column} = ${column} WHERE ${where}`, keys]
}

/** `INSERT ... ON CONFLICT DO UPDATE` on the primary key: where a row has it, `changed` fields of that row are set. */
export function upsertOf(table: Table, values: Values, changed: readonly string[]): Query {
  const [insert, parameters] = insertOf(table, values)
  const keys = table.primaryKey.map((field) => columnOf(table, field)).join(', ')
  const set = changed.map((field) => `${columnOf(table, field)} = excluded.${columnOf(table, field)}`).join(', ')
  return [`${insert} ON CONFLICT (${keys}) DO UPDATE SET ${set}`, parameters]
}

/** `MERGE` that finds the row with the primary key of `row` and changes or removes it. */
export function mergeOf(table: Table, action: 'delete' | Values, row: Values): Query {
  const fields = action === 'delete' ? [] : Object.keys(action)
  const set = fields.map((field, index) => `${columnOf(table, field)} = $${index + 2}`).join(', ')
  const then = action === 'delete' ? 'DELETE' : `UPDATE SET ${set}`
  const changes = action === 'delete' ? [] : fields.map((field) => action[field])
  return [
    `MERGE INTO ${nameOf(table)} AS target USING (SELECT $1::uuid AS id) AS source ` +
      `ON target.${identifier(table.primary.at)} = source.id WHEN MATCHED THEN ${then}`,
    [row[table.primary.name], ...changes],
  ]
}

/** `MERGE` that finds nothing and adds a row. */
export function mergeInsertOf(table: Table, values: Values): Query {
  const fields = Object.keys(values).filter((field) => values[field] !== undefined)
  const columns = fields.map((field) => columnOf(table, field)).join(', ')
  const places = fields.map((_, index) => `$${index + 1}`).join(', ')
  return [
    `MERGE INTO ${nameOf(table)} AS target USING (SELECT 1) AS source ON false ` +
      `WHEN NOT MATCHED THEN INSERT (${columns}) VALUES (${places})`,
    fields.map((field) => values[field]),
  ]
}

/** Which of some rows are seen, by their ids. `from` is another way to the same rows: a view. */
export function seenOf(table: Table, rows: readonly Values[], from: string = nameOf(table)): Query {
  const id = identifier(table.primary.at)
  return [
    `SELECT ${id}::text AS id FROM ${from} WHERE ${id} = ANY ($1::uuid[])`,
    [rows.map((row) => row[table.primary.name])],
  ]
}
