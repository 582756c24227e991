import { type Inline, isBlank } from './inline.ts'
import { printInline } from './print.ts'

/** A table of a page; every row has as many cells as there are heads. */
export interface Table {
  readonly heads: readonly Inline[]
  readonly rows: readonly { readonly cells: readonly Inline[] }[]
}

/** The lines of a table. */
export function printTable({ heads, rows }: Table): string {
  let text = headLines(heads)
  for (const { cells } of rows) text += `\n| ${cells.map((cell) => printInline(cell, 'cell')).join(' | ')} |`
  return text
}

function headLines(heads: readonly Inline[]): string {
  return `| ${heads.map((head) => printInline(head, 'cell')).join(' | ')} |\n|${' --- |'.repeat(heads.length)}`
}

/** A column of a table: its head, and what it says of a row. */
export type Column<Row> = readonly [head: Inline, cell: (row: Row) => Inline]

/** Columns of a table, at most 31: a bit for each. */
type Choice = number

/** Some of the rows of a table, printed; which columns the whole of it shows is another matter. */
export class PrintedRows {
  readonly #cells: readonly string[]
  readonly #width: number
  /** The columns in which some row says something. */
  readonly told: Choice
  #shown: { readonly columns: Choice; readonly lines: string } | undefined

  private constructor(cells: readonly string[], width: number, told: Choice) {
    this.#cells = cells
    this.#width = width
    this.told = told
  }

  static of<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): PrintedRows {
    const cells: string[] = []
    let told = 0
    for (const row of rows) {
      let bit = 1
      for (const [, cellOf] of columns) {
        const cell = cellOf(row)
        if (cell === '') cells.push('')
        else {
          if ((told & bit) === 0 && !isBlank(cell)) told |= bit
          cells.push(printInline(cell, 'cell'))
        }
        bit <<= 1
      }
    }
    return new PrintedRows(cells, columns.length, told)
  }

  /** The same rows, with something else in the first cell of the first. */
  beginningWith(cell: Inline): PrintedRows {
    const [, ...others] = this.#cells
    return new PrintedRows([printInline(cell, 'cell'), ...others], this.#width, this.told | (isBlank(cell) ? 0 : 1))
  }

  get isEmpty(): boolean {
    return this.#cells.length === 0
  }

  /** Their lines with the cells of these columns, each with a line end in front. */
  lines(columns: Choice): string {
    if (this.#shown?.columns === columns) return this.#shown.lines
    // Joined to one flat text, since it may be put into page after page.
    const pieces: string[] = []
    let column = 0
    for (const cell of this.#cells) {
      if (column === 0) pieces.push('\n|')
      if ((columns & (1 << column)) !== 0) pieces.push(' ', cell, ' |')
      column = (column + 1) % this.#width
    }
    const lines = pieces.join('')
    this.#shown = { columns, lines }
    return lines
  }
}

/** A whole table, printed. */
export class PrintedTable {
  readonly lines: string

  private constructor(lines: string) {
    this.lines = lines
  }

  /**
   * Of rows in several pieces. A column in which no row says anything is left out, unless it is the first, and without rows
   * there is no table; where all is to be shown there are its heads at least.
   */
  static of(
    heads: readonly Inline[],
    pieces: readonly PrintedRows[],
    shown: 'what is told' | 'all' = 'what is told',
  ): PrintedTable | undefined {
    let columns = shown === 'all' ? -1 : 1
    let isEmpty = true
    for (const piece of pieces) {
      columns |= piece.told
      isEmpty &&= piece.isEmpty
    }
    if (isEmpty && shown !== 'all') return undefined
    let lines = headLines(heads.filter((_, at) => (columns & (1 << at)) !== 0))
    for (const piece of pieces) lines += piece.lines(columns)
    return new PrintedTable(lines)
  }
}
