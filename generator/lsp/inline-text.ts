import { assertNever } from '../base/internal-error.ts'
import { code, type Inline } from '../print/markdown/inline.ts'
import { printInline } from '../print/markdown/print.ts'

/** As Markdown in which no text of a spec can be markup, or as plain text for an editor that shows no Markdown. */
export function inlineText(inline: Inline, markdown: boolean): string {
  return markdown ? printInline(inline, 'text') : plain(inline).trim()
}

function plain(inline: Inline): string {
  if (typeof inline === 'string') return inline.replace(/\s+/g, ' ')
  if (!('kind' in inline)) return inline.map(plain).join('')
  switch (inline.kind) {
    case 'code':
      return inline.text
    case 'link':
      return `${plain(inline.label)}: ${inline.target}`
    case 'strong':
      return plain(inline.inner)
    case 'break':
      return ' '
    case 'anchor':
      return ''
    default:
      return assertNever(inline)
  }
}

/** A text of ours: names and values stand in backticks in it. */
export function ownText(text: string): Inline {
  return text.split('`').map((piece, index): Inline => (index % 2 === 1 ? code(piece) : piece))
}
