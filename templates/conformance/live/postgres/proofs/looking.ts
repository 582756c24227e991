import type { FieldFact } from '../../../expected/facts.ts'
import { attempt, demandRows } from '../attempt.ts'
import type { Connection } from '../connection.ts'
import type { Spec, Table } from '../facts.ts'
import { asSystem } from '../roles.ts'
import { idOf, type Values } from '../rows/row.ts'
import { type Query, seenOf, selectOf } from '../rows/statements.ts'

/** @throws Error unless exactly these rows are seen */
export async function demandSeen(
  db: Connection,
  query: Query,
  table: Table,
  rows: readonly Values[],
  what: string,
): Promise<void> {
  const result = demandRows(await attempt(db, query), undefined, what)
  const seen = result.rows.map(({ id }) => String(id)).sort()
  const wanted = rows.map((row) => idOf(table, row)).sort()
  if (seen.join() !== wanted.join()) {
    throw new Error(
      `${what} must show ${wanted.length} rows (${wanted.join(', ')}) and showed ${seen.length} (${seen.join(', ')})`,
    )
  }
}

/** @throws Error unless the row is still there, whoever looks */
export async function unchanged(db: Connection, spec: Spec, table: Table, row: Values): Promise<void> {
  await asSystem(db, spec)
  await demandSeen(db, seenOf(table, [row]), table, [row], 'the row afterwards')
}

/** Whether a field never changes once a row is made. */
export function isFixed(table: Table, { name, key, role, immutable }: FieldFact): boolean {
  return key !== undefined || role === 'tenant' || immutable === true || table.primaryKey.includes(name)
}

/** A field that may be set without anything following from it; the primary key where there is none. */
export function harmlessField(table: Table): string {
  const free = table.fields.filter(
    (field) =>
      !isFixed(table, field) &&
      field.onUpdate === undefined &&
      field.name !== table.lifecycle?.field &&
      field.name !== table.softDelete,
  )
  return (free.find(({ role }) => role === undefined) ?? free[0] ?? table.primary).name
}

/** Fields of one row as texts, as the role that sees every row. */
export async function fieldsOf(
  db: Connection,
  spec: Spec,
  table: Table,
  fields: readonly string[],
  row: Values,
): Promise<Readonly<Record<string, unknown>>> {
  await asSystem(db, spec)
  const { rows } = await db.query(...selectOf(table, fields, row))
  if (rows[0] === undefined) throw new Error(`the row of ${table.table} is gone`)
  return rows[0]
}
