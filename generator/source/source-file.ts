/** A text of the spec. `path` is posix and relative to the project's folder, so that reports read alike on every machine. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** A half-open range of UTF-16 code units in a file. Lines and columns are computed only for a report. */
export interface Span {
  readonly file: SourceFile
  readonly start: number
  readonly end: number
}

/** One text for one place: two spans have the same where they start in the same file at the same offset. */
export function placeKey({ file, start }: Span): string {
  return `${file.path}\0${start}`
}

/** A place a person can go to: both counted from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The offsets at which the lines of a text start. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The line and column of an offset, by the text's line starts. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
