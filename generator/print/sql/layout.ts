import { commentLines } from './quote.ts'

/** How wide a line of the file may be, where it can be broken. */
export const width = 120

/** Lines of the file; each group is a paragraph. */
export type Lines = readonly string[]

/** `-- text`, wrapped at the file's width. */
export function remark(text: string, indent = ''): Lines {
  return commentLines(text).flatMap((line) => wrapped(line, `${indent}-- `))
}

/** The line that begins a section: `-- activities -----`. */
export function bar(title: string, line: '-' | '='): string {
  const start = `-- ${commentLines(title).join(' ')} `
  return start + line.repeat(Math.max(3, width - start.length))
}

/** Paragraphs with an empty line between each two. */
export function paragraphs(groups: readonly Lines[]): Lines {
  return groups.filter((group) => group.length > 0).flatMap((group, at) => (at === 0 ? group : ['', ...group]))
}

function wrapped(text: string, start: string): Lines {
  const lines: string[] = []
  let line = start
  for (const word of text.split(' ')) {
    if (line.length > start.length && line.length + 1 + word.length > width) {
      lines.push(line)
      line = start
    }
    line += line.length > start.length ? ` ${word}` : word
  }
  return [...lines, line].map((one) => one.trimEnd())
}

/** Rows of cells as lines: each column as wide as its widest cell, the last one as it is. */
export function aligned(rows: readonly (readonly string[])[]): Lines {
  const widths: number[] = []
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join(' ')
      .trimEnd(),
  )
}

/** `head (a, b, c)tail`, broken at the commas where it would be too long for a line. */
export function listed(head: string, items: readonly string[], tail: string, indent: string): Lines {
  const whole = `${indent}${head}(${items.join(', ')})${tail}`
  if (whole.length <= width || items.length < 2) return [whole]
  return [`${indent}${head}(`, ...filled(comma(items), `${indent}  `), `${indent})${tail}`]
}

/** A comma behind each but the last. */
export function comma(items: readonly string[]): readonly string[] {
  return items.map((item, at) => (at === items.length - 1 ? item : `${item},`))
}

/** Pieces side by side, on as many lines as they need. */
export function filled(pieces: readonly string[], indent: string, first: string = indent): Lines {
  const lines: string[] = []
  let line = first
  let begun = false
  for (const piece of pieces) {
    if (begun && line.length + 1 + piece.length > width) {
      lines.push(line)
      line = indent
      begun = false
    }
    line += begun ? ` ${piece}` : piece
    begun = true
  }
  return [...lines, line]
}

/** Lines with something behind the last one. */
export function ended(lines: Lines, tail: string): Lines {
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${tail}`]
}
