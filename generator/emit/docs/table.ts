import { type Inline, isBlank } from '../../print/markdown/inline.ts'
import type { Table } from '../../print/markdown/table.ts'

export type { Table } from '../../print/markdown/table.ts'

/**
 * A table of these columns, each a head and what it says of a row. A column in which no row says anything is left out;
 * without rows there is no table.
 */
export function tableOf<Row>(
  rows: readonly Row[],
  columns: readonly (readonly [head: Inline, cell: (row: Row) => Inline])[],
): Table | undefined {
  if (rows.length === 0) return undefined
  const told = columns
    .map(([head, cell]) => ({ head, cells: rows.map(cell) }))
    .filter(({ cells }, index) => index === 0 || !cells.every(isBlank))
  return {
    heads: told.map(({ head }) => head),
    rows: rows.map((_, at) => ({ cells: told.map(({ cells }) => cells[at] ?? '') })),
  }
}
