import type { SourceFile, Span } from '../../source/source-file.ts'
import type { Comment, CommentStyle } from './comments.ts'

/** The words that a suppression starts with. */
export const nextLine = 'stowage-ignore-next-line'
export const wholeFile = 'stowage-ignore-file'

/** A comment that answers for findings, as it is written. */
export interface Directive {
  readonly comment: Comment
  /** `stowage-ignore-next-line`, `stowage-ignore-file`, or what somebody took for one of them. */
  readonly word: string
  readonly wordSpan: Span
  /** What stands between its commas. */
  readonly names: readonly { readonly text: string; readonly span: Span }[]
  /** What stands behind ` -- `. */
  readonly reason: string
}

const known = new WeakMap<SourceFile, readonly Directive[]>()

/** The suppressions of a file, in their order, well made or not. Prose that mentions one is none: its word comes first. */
export function directivesOf(file: SourceFile, style: CommentStyle): readonly Directive[] {
  const before = known.get(file)
  if (before !== undefined) return before
  const found = style.commentsWith('stowage-ignore', file).flatMap((comment) => read(comment, style) ?? [])
  known.set(file, found)
  return found
}

function read(comment: Comment, { lead: start }: CommentStyle): Directive | undefined {
  const lead = start.exec(comment.text)?.[0].length ?? 0
  const word = /^stowage-ignore[^\s,]*/.exec(comment.text.slice(lead))?.[0]
  if (word === undefined) return undefined
  const from = comment.span.start + lead
  const rest = comment.text.slice(lead + word.length)
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest)
  const list = dashes === null ? rest : rest.slice(0, dashes.index)
  const reason = dashes === null ? '' : rest.slice(dashes.index + dashes[0].length).trim()
  return {
    comment,
    word,
    wordSpan: { file: comment.span.file, start: from, end: from + word.length },
    names: namesIn(list, from + word.length, comment.span.file),
    reason,
  }
}

function namesIn(list: string, at: number, file: SourceFile): Directive['names'] {
  return [...list.matchAll(/[^,]+/g)].flatMap((part) => {
    const text = part[0].trim()
    if (text === '') return []
    const start = at + part.index + part[0].indexOf(text)
    return [{ text, span: { file, start, end: start + text.length } }]
  })
}
