import { commentLines } from './quote.ts'

/** How wide a line of the file may be, where it can be broken. */
export const width = 120

/** Lines of the file; each group is a paragraph. */
export type Lines = readonly string[]

/** `-- text`, wrapped at the file's width. */
export function remark(text: string, indent = ''): Lines {
  const start = `${indent}-- `
  const [first = '', ...others] = commentLines(text)
  // Most remarks are short.
  if (others.length === 0 && start.length + first.length <= width) return [(start + first).trimEnd()]
  return [first, ...others].flatMap((line) => wrapped(line, start))
}

/** The line that begins a section: `-- activities -----`. */
export function bar(title: string, line: '-' | '='): string {
  const start = `-- ${commentLines(title).join(' ')} `
  return start + line.repeat(Math.max(3, width - start.length))
}

/** A chapter below its title; nothing where it is empty. */
export function chapter(title: string, text: string): string {
  return text === '' ? '' : `${bar(title, '=')}\n\n${text}`
}

/** Texts with an empty line between each two. */
export function together(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n')
}

/** Paragraphs with an empty line between each two. */
export function paragraphs(groups: readonly Lines[]): Lines {
  const lines: string[] = []
  for (const group of groups) {
    if (group.length > 0 && lines.length > 0) lines.push('')
    for (const line of group) lines.push(line)
  }
  return lines
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
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 1) widths[at] = Math.max(widths[at] ?? 0, row[at]?.length ?? 0)
  }
  return rows.map((row) => {
    let line = ''
    let room = 0
    for (let at = 0; at < row.length; at += 1) {
      const cell = row[at] ?? ''
      if (cell !== '') line = line.padEnd(room) + cell
      room += (widths[at] ?? 0) + 1
    }
    return line
  })
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
