import type { Span } from '../source/source-file.ts'
import type { TextEdit } from './diagnostic.ts'

/** An item of a YAML block list that has its lines to itself: `- [status, created_on desc]`. */
export interface BlockItem {
  /** What stands before the hyphen. */
  readonly indent: string
  /** Its lines, the last line end included. */
  readonly lines: Span
  /** What stands behind its value, from the `#` on; empty where nothing does. */
  readonly comment: string
}

/** The list item whose value a span covers; undefined where it is not an item or shares its line with others. */
export function blockItemAt(span: Span): BlockItem | undefined {
  const { file } = span
  const { text } = file
  const start = text.lastIndexOf('\n', span.start - 1) + 1
  const before = /^( *)- +$/.exec(text.slice(start, span.start))
  if (before === null) return undefined
  const valueEnd = span.start + text.slice(span.start, span.end).trimEnd().length
  const lineEnd = text.indexOf('\n', valueEnd)
  const end = lineEnd === -1 ? text.length : lineEnd + 1
  const comment = text.slice(valueEnd, end).trim()
  if (comment !== '' && !comment.startsWith('#')) return undefined
  return { indent: before[1] ?? '', lines: { file, start, end }, comment }
}

/** Adds an item behind another one, at the same indentation. */
export function itemAfter(item: BlockItem, value: string): TextEdit {
  const { file, end } = item.lines
  const line = `${item.indent}- ${value}`
  const open = file.text[end - 1] !== '\n'
  return { span: { file, start: end, end }, text: open ? `\n${line}` : `${line}\n` }
}

/**
 * Removes an item with its lines, but for the comment behind it: whether that still holds nobody can tell but a person. The
 * list must have another item: an empty list is a mistake of its own.
 */
export function withoutItem({ lines, indent, comment }: BlockItem): TextEdit {
  const line = `${indent}${comment}`
  const closed = lines.file.text[lines.end - 1] === '\n'
  return { span: lines, text: comment === '' ? '' : closed ? `${line}\n` : line }
}
