import type { Position, Range } from 'vscode-languageserver'
import type { SourceFile, Span } from '../source/source-file.ts'

/** Where lines start, by the protocol's own line ends: `\n`, `\r\n` and a lone `\r`. Kept for as long as the file is. */
const starts = new WeakMap<SourceFile, readonly number[]>()

function startsOf(file: SourceFile): readonly number[] {
  const known = starts.get(file)
  if (known !== undefined) return known
  const found = [0]
  for (const { index, 0: end } of file.text.matchAll(/\r\n|\r|\n/g)) found.push(index + end.length)
  starts.set(file, found)
  return found
}

/** Where an offset of a file is, in lines and UTF-16 code units, both counted from 0. */
export function positionOf(file: SourceFile, offset: number): Position {
  const lines = startsOf(file)
  const at = Math.min(Math.max(offset, 0), file.text.length)
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return { line: low, character: at - (lines[low] ?? 0) }
}

/** The offset of a place; one behind the end of a line or of the file is that end, as the protocol has it. */
export function offsetOf(file: SourceFile, { line, character }: Position): number {
  const lines = startsOf(file)
  const start = lines[line]
  if (start === undefined) return line < 0 ? 0 : file.text.length
  const next = lines[line + 1] ?? file.text.length
  const within = file.text.slice(start, next).replace(/[\r\n]+$/, '')
  return start + Math.min(Math.max(character, 0), within.length)
}

export function rangeOf({ file, start, end }: Span): Range {
  return { start: positionOf(file, start), end: positionOf(file, end) }
}
