import type { Connection } from '../connection.ts'
import type { Table } from '../facts.ts'
import { idOf, type Values } from '../rows/row.ts'
import { nameOf } from '../rows/statements.ts'
import { identifier } from '../sql.ts'

/** How many months ahead there is a partition, without anybody asking. */
export const monthsAhead = 3

/** The middle of a month, counted from this one. */
export function inMonth(months: number): string {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 15)).toISOString()
}

/** The partition that a row went to. */
export async function partitionOf(db: Connection, table: Table, row: Values): Promise<string> {
  const where = `${identifier(table.primary.at)} = $1`
  const { rows } = await db.query(`SELECT tableoid::regclass::text AS name FROM ${nameOf(table)} WHERE ${where}`, [
    idOf(table, row),
  ])
  return String(rows[0]?.name)
}
