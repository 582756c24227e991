import { expect, test } from 'vitest'
import { code } from '../../../generator/print/markdown/inline.ts'
import { type Column, PrintedRows, PrintedTable, printTable } from '../../../generator/print/markdown/table.ts'

interface Row {
  readonly name: string
  readonly note?: string
  readonly kind?: string
}

const columns: readonly Column<Row>[] = [
  ['Name', ({ name }) => code(name)],
  ['Note', ({ note }) => note ?? ''],
  ['Kind', ({ kind }) => kind ?? ' '],
]
const heads = columns.map(([head]) => head)
const rows: readonly Row[] = [{ name: 'a' }, { name: 'b', note: 'x | y' }, { name: 'c' }]

test('rows that are printed a few at a time make the table that they make at once', () => {
  const whole = PrintedTable.of(heads, [PrintedRows.of(rows, columns)])
  const pieces = rows.map((row) => PrintedRows.of([row], columns))
  expect(PrintedTable.of(heads, pieces)?.lines).toBe(whole?.lines)
  expect(whole?.lines).toBe(
    printTable({ heads: ['Name', 'Note'], rows: rows.map(({ name, note }) => ({ cells: [code(name), note ?? ''] })) }),
  )
})

test('a column that no row fills is left out, but for the first; where all are asked for, none is', () => {
  const pieces = [PrintedRows.of([{ name: 'a' }], columns)]
  expect(PrintedTable.of(heads, pieces)?.lines).toBe('| Name |\n| --- |\n| `a` |')
  expect(PrintedTable.of(heads, pieces, 'all')?.lines).toBe(
    '| Name | Note | Kind |\n| --- | --- | --- |\n| `a` |  |  |',
  )
  // The same piece again, as it was.
  expect(PrintedTable.of(heads, pieces)?.lines).toBe('| Name |\n| --- |\n| `a` |')
})

test('without rows there is no table, unless all is asked for', () => {
  expect(PrintedTable.of(heads, [PrintedRows.of([], columns)])).toBeUndefined()
  expect(PrintedTable.of(heads, [], 'all')?.lines).toBe('| Name | Note | Kind |\n| --- | --- | --- |')
})

test('the first cell of rows can be given later', () => {
  const rest = PrintedRows.of([{ name: 'a' }, { name: 'b' }], [['Name', () => ''], ...columns])
  const named = rest.beginningWith(code('first'))
  expect(PrintedTable.of(['Of', ...heads], [named])?.lines).toBe(
    '| Of | Name |\n| --- | --- |\n| `first` | `a` |\n|  | `b` |',
  )
})
