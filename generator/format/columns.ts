/** Something on a line, and what follows it behind some spaces. */
export interface Row {
  /** The columns up to the spaces, as the line is written now. */
  readonly width: number
  /** The spaces, and the column they led to, as the author had them. */
  readonly gap: number
  readonly column: number
}

/**
 * How many spaces to write in each of some rows that follow one another. Rows of which two stood in one column, and not
 * by chance, are a table: all are put in line, `least` spaces behind the longest. Else one space is enough.
 */
export function gapsOf(rows: readonly Row[], least: number): readonly number[] {
  if (!isTable(rows)) return rows.map(() => 1)
  const edge = rows.reduce((widest, { width }) => Math.max(widest, width), 0) + least
  return rows.map(({ width }) => edge - width)
}

/** How often what is in line is looked at again: what is put in line may reach what was beyond. */
const mostRounds = 8

/**
 * The same for comments behind values, with other lines between them. One behind a line that reaches beyond the column of the
 * others stays where the line ends: it would push all of them away.
 */
export function commentGaps(rows: readonly Row[]): readonly number[] {
  let current = rows
  for (let round = 0; round < mostRounds; round += 1) {
    const gaps = gapsOnce(current)
    if (gaps.every((gap, index) => gap === current[index]?.gap)) break
    current = current.map(({ width }, index) => ({ width, gap: gaps[index] ?? 1, column: width + (gaps[index] ?? 1) }))
  }
  return current.map(({ gap }) => gap)
}

function gapsOnce(rows: readonly Row[]): readonly number[] {
  const column = sharedColumn(rows)
  if (column === undefined) return rows.map(() => 1)
  const inLine = rows.filter((row) => row.column === column)
  const least = inLine.reduce((smallest, { gap }) => Math.min(smallest, gap), column)
  const edge = inLine.reduce((widest, { width }) => Math.max(widest, width), 0) + least
  return rows.map(({ width }) => (width < edge ? edge - width : 1))
}

/** The column that most of the rows share, where two do and not by chance; of several the first one. */
function sharedColumn(rows: readonly Row[]): number | undefined {
  const columns = Map.groupBy(rows, ({ column }) => column)
  let most: readonly Row[] = []
  for (const shared of columns.values()) {
    if (shared.length > 1 && shared.length > most.length && shared.some(({ gap }) => gap > 1)) most = shared
  }
  return most[0]?.column
}

function isTable(rows: readonly Row[]): boolean {
  const counts = new Map<number, number>()
  for (const { column } of rows) counts.set(column, (counts.get(column) ?? 0) + 1)
  return rows.some(({ column, gap }) => gap > 1 && (counts.get(column) ?? 0) > 1)
}

/** Cuts a list into the runs of neighbours that all are something; what is not is left out. */
export function runsOf<T, R>(items: readonly T[], rowOf: (item: T) => R | undefined): readonly (readonly R[])[] {
  const runs: R[][] = []
  let run: R[] = []
  for (const item of items) {
    const row = rowOf(item)
    if (row !== undefined) run.push(row)
    else if (run.length > 0) {
      runs.push(run)
      run = []
    }
  }
  return run.length === 0 ? runs : [...runs, run]
}
