import type { Span } from '../source/source-file.ts'
import type { Fix, TextEdit } from './diagnostic.ts'

/** Puts a text in the place of a scalar's; quotes around the old one stay. */
export function replaced(span: Span, text: string): TextEdit {
  return { span: withoutQuotes(span), text }
}

/** Makes a field with a compact type optional: `ref(User)` -> `ref(User)?`; none where only an option denies it. */
export function madeOptional(field: string, type: Span): readonly Fix[] {
  const { file, end } = withoutQuotes(type)
  const edit = { span: { file, start: end, end }, text: '?' }
  return writtenAt(type).endsWith('?') ? [] : [{ title: `make \`${field}\` optional`, edits: [edit] }]
}

/** The part of a scalar's span between its quotes; the whole span where it has none. */
export function withoutQuotes(span: Span): Span {
  const { file, start, end } = span
  const first = file.text[start]
  const quoted = end - start >= 2 && (first === '"' || first === "'") && file.text[end - 1] === first
  return quoted ? { file, start: start + 1, end: end - 1 } : span
}

/** What the spec says in a span, without quotes. */
export function writtenAt(span: Span): string {
  const { file, start, end } = withoutQuotes(span)
  return file.text.slice(start, end)
}
