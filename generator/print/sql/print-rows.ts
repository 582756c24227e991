import { aligned, type Lines } from './layout.ts'
import { printName } from './qualified.ts'
import { quoteIdentifier, quoteLiteral } from './quote.ts'
import type { Table } from './tree.ts'

/** The rows that are there from the start. */
export function printRows(table: Table): Lines {
  const { rows = [], columns } = table
  if (rows.length === 0) return []
  const cells = aligned(
    rows.map((row) =>
      row.map((value, at) => (value === null ? 'NULL' : quoteLiteral(value)) + (at === row.length - 1 ? '' : ',')),
    ),
  )
  return [
    `INSERT INTO ${printName(table)} (${columns.map(({ name }) => quoteIdentifier(name)).join(', ')}) VALUES`,
    ...cells.map((line, at) => `  (${line})${at === cells.length - 1 ? ';' : ','}`),
  ]
}
