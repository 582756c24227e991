import type { TextEdit } from '../../diagnostic/diagnostic.ts'
import type { Directive } from './directive.ts'

/** Takes one name out of a suppression; the whole comment, with its line, where it is the only one. */
export function withoutName({ comment, names }: Directive, index: number): TextEdit {
  const { file } = comment.span
  const [own, next, previous] = [names[index], names[index + 1], names[index - 1]]
  if (own === undefined || names.length === 1) return withoutComment(comment)
  if (next !== undefined) return { span: { file, start: own.span.start, end: next.span.start }, text: '' }
  return { span: { file, start: previous?.span.end ?? own.span.start, end: own.span.end }, text: '' }
}

function withoutComment({ span, alone }: Directive['comment']): TextEdit {
  const { file } = span
  const lineStart = file.text.lastIndexOf('\n', span.start - 1) + 1
  const lineEnd = file.text.indexOf('\n', span.end)
  if (alone) return { span: { file, start: lineStart, end: lineEnd === -1 ? file.text.length : lineEnd + 1 }, text: '' }
  const before = file.text.slice(lineStart, span.start).trimEnd().length
  return { span: { file, start: lineStart + before, end: span.end }, text: '' }
}

/** Puts a suppression that stands behind something on a line of its own above it. */
export function movedAbove({ comment, word }: Directive, to: string): readonly TextEdit[] {
  const { file, start } = comment.span
  const lineStart = file.text.lastIndexOf('\n', start - 1) + 1
  const indent = /^[ \t]*/.exec(file.text.slice(lineStart, start))?.[0] ?? ''
  const text = `${indent}${comment.text.replace(word, to)}\n`
  return [{ span: { file, start: lineStart, end: lineStart }, text }, withoutComment(comment)]
}
