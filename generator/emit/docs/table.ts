import { type Column, PrintedRows, PrintedTable } from '../../print/markdown/table.ts'

export { type Column, PrintedRows, type PrintedTable as Table } from '../../print/markdown/table.ts'

/**
 * A table of these columns, each a head and what it says of a row. A column in which no row says anything is left out;
 * without rows there is no table.
 */
export function tableOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): PrintedTable | undefined {
  return rows.length === 0 ? undefined : tableOfRows(columns, [PrintedRows.of(rows, columns)])
}

/** The same of rows that were printed a few at a time; all columns are shown where that is said. */
export function tableOfRows<Row>(
  columns: readonly Column<Row>[],
  pieces: readonly PrintedRows[],
  shown?: 'all',
): PrintedTable | undefined {
  return PrintedTable.of(
    columns.map(([head]) => head),
    pieces,
    shown,
  )
}
