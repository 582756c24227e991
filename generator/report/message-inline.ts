import { code, type Inline } from '../print/markdown/inline.ts'

/** A message as Markdown: what it has in backticks is code, all else is text. One without an end to its code is text whole. */
export function messageInline(message: string): Inline {
  const pieces = message.split('`')
  if (pieces.length % 2 === 0) return message
  return pieces.map((piece, index): Inline => (index % 2 === 1 ? code(piece) : piece))
}
