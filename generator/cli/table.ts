/** One column of a table on a terminal. */
export interface Column<Row> {
  readonly title: string
  readonly text: (row: Row) => string
  readonly right?: boolean
  /** Colours the padded text. */
  readonly tint?: (padded: string, row: Row) => string
}

/** Rows under their titles, columns two spaces apart, ending with a newline. Texts are one line and visible. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const widths = columns.map(({ title, text }) =>
    rows.reduce((width, row) => Math.max(width, text(row).length), title.length),
  )
  const pad = (text: string, index: number): string => {
    const width = widths[index] ?? 0
    return columns[index]?.right === true ? text.padStart(width) : text.padEnd(width)
  }
  const lines = [
    columns.map(({ title }, index) => pad(title, index)),
    ...rows.map((row) =>
      columns.map(({ text, tint }, index) => {
        const padded = pad(text(row), index)
        return tint === undefined ? padded : tint(padded, row)
      }),
    ),
  ]
  return lines.map((cells) => `${cells.join('  ').trimEnd()}\n`).join('')
}
