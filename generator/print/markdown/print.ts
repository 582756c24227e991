import { assertNever } from '../../base/internal-error.ts'
import { htmlAttribute, mdCode, mdTarget, mdText } from './escape.ts'
import { type Inline, type InlineNode, isRun } from './inline.ts'

/** A run of Markdown as it stands in running text, or in a cell of a table. */
export function printInline(inline: Inline, place: 'text' | 'cell'): string {
  return pieces(inline, place).trim()
}

function pieces(inline: Inline, place: 'text' | 'cell'): string {
  if (typeof inline === 'string') return mdText(inline)
  if (!isRun(inline)) return printNode(inline, place)
  let text = ''
  for (const item of inline) text += pieces(item, place)
  return text
}

function printNode(node: InlineNode, place: 'text' | 'cell'): string {
  switch (node.kind) {
    case 'code':
      return mdCode(node.text, place)
    case 'link':
      return `[${pieces(node.label, place)}](${mdTarget(node.target)})`
    case 'strong':
      return `**${pieces(node.inner, place).trim()}**`
    case 'break':
      return '<br>'
    case 'anchor':
      return printAnchor(node.id)
    default:
      return assertNever(node)
  }
}

/** Of our own, since a code host makes a heading's as it likes. */
export function printAnchor(id: string): string {
  return `<a id="${htmlAttribute(id)}"></a>`
}
