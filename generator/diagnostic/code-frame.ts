import type { Position, SourceFile, Span } from '../source/source-file.ts'
import { lineStarts, positionAt } from '../source/source-file.ts'
import { type Cell, cellsOf } from './visible-text.ts'

/** A source line with a stretch of it marked, ready to print: all numbers are columns on the terminal, from 0. */
export interface MarkedLine {
  readonly text: string
  readonly markStart: number
  /** At least 1. */
  readonly markWidth: number
}

/** The lines that show a place, and where it is. */
export interface CodeFrame {
  readonly at: Position
  /** The line before, unless it is blank. */
  readonly before?: { readonly line: number; readonly text: string }
  readonly marked: MarkedLine
  /** The line on which the place ends, where that is a later one. */
  readonly endLine?: number
}

/** The widest source line that is shown whole. */
const widest = 120
/** How much of an overlong line is looked at on each side of the place, in code units. */
const reach = 2 * widest

/** Finds lines in files, remembering where each file's lines start. */
export class SourceLines {
  readonly #starts = new Map<SourceFile, readonly number[]>()

  position(file: SourceFile, offset: number): Position {
    return positionAt(this.#startsOf(file), Math.min(offset, file.text.length))
  }

  frame(span: Span): CodeFrame {
    const { file } = span
    const start = Math.min(span.start, file.text.length)
    const end = Math.max(start, Math.min(span.end, file.text.length))
    const at = this.position(file, start)
    const last = this.position(file, Math.max(start, end - 1))
    const [lineStart, lineEnd] = this.#bounds(file, at.line)
    const line = file.text.slice(lineStart, lineEnd)
    const before = at.line > 1 ? file.text.slice(...this.#bounds(file, at.line - 1)) : ''
    return {
      at,
      marked: markLine(line, start - lineStart, Math.min(end, lineEnd) - lineStart),
      ...(before.trim() === '' ? {} : { before: { line: at.line - 1, text: markLine(before, 0, 0).text } }),
      ...(last.line > at.line ? { endLine: last.line } : {}),
    }
  }

  #startsOf(file: SourceFile): readonly number[] {
    const known = this.#starts.get(file)
    if (known !== undefined) return known
    const starts = lineStarts(file.text)
    this.#starts.set(file, starts)
    return starts
  }

  /** The range of a line without its line end. */
  #bounds(file: SourceFile, line: number): [number, number] {
    const starts = this.#startsOf(file)
    const start = starts[line - 1] ?? 0
    const next = starts[line]
    const end = next === undefined ? file.text.length : next - 1
    const carriageReturn = end > start && file.text.charAt(end - 1) === '\r'
    return [start, carriageReturn ? end - 1 : end]
  }
}

/** Lays out one line with the range `[from, to)` of its code units marked; an overlong one is cut around the mark. */
export function markLine(line: string, from: number, to: number): MarkedLine {
  const low = outsidePair(line, Math.max(0, from - reach))
  const high = outsidePair(line, Math.min(line.length, from + reach))
  const cells = cellsOf(line.slice(low, high), low)
  const columns = columnsOf(cells)
  const total = columns[cells.length] ?? 0
  const first = indexAt(cells, from)
  const cutLeft = low > 0
  const cutRight = high < line.length
  if (total <= widest && !cutLeft && !cutRight) return window(cells, columns, first, to, 0, cells.length, '', '')

  const leftmost = Math.max(0, (columns[first] ?? total) - Math.floor(widest / 3))
  const wanted = cutRight ? leftmost : Math.min(leftmost, Math.max(0, total - widest))
  const begin = columns.findIndex((column) => column >= wanted)
  let end = begin
  while (end < cells.length && (columns[end + 1] ?? 0) - (columns[begin] ?? 0) <= widest) end += 1
  return window(
    cells,
    columns,
    first,
    to,
    begin,
    end,
    cutLeft || begin > 0 ? '…' : '',
    cutRight || end < cells.length ? '…' : '',
  )
}

function window(
  cells: readonly Cell[],
  columns: readonly number[],
  first: number,
  to: number,
  begin: number,
  end: number,
  prefix: string,
  suffix: string,
): MarkedLine {
  const origin = (columns[begin] ?? 0) - prefix.length
  let last = first
  while (last < end && (cells[last]?.start ?? to) < to) last += 1
  const markStart = (columns[first] ?? 0) - origin
  const markEnd = (columns[last] ?? 0) - origin
  const text = cells.slice(begin, end).map((cell) => cell.text)
  return {
    text: `${prefix}${text.join('')}${suffix}`.trimEnd(),
    markStart,
    markWidth: Math.max(1, markEnd - markStart),
  }
}

/** The column at which each cell starts, and after the last one the width of all. */
function columnsOf(cells: readonly Cell[]): readonly number[] {
  const columns = [0]
  let column = 0
  for (const cell of cells) {
    column += cell.width
    columns.push(column)
  }
  return columns
}

/** The cell that holds an offset; one past the last where it lies behind them all. */
function indexAt(cells: readonly Cell[], offset: number): number {
  const found = cells.findIndex((cell) => offset < cell.end)
  return found === -1 ? cells.length : found
}

/** Moves an offset off the middle of a surrogate pair. */
function outsidePair(line: string, at: number): number {
  const unit = line.charCodeAt(at)
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}
