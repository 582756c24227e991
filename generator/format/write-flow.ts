import type { FlowCollection, FlowItem, TextValue } from './layout.ts'
import type { Lines } from './lines.ts'

/**
 * Writes a value behind what stands on the last line: `indent` is that of the line, `goingOn` that of a text's further
 * ones.
 */
export function writeInline(
  value: TextValue | FlowCollection,
  indent: number,
  lines: Lines,
  goingOn: number = indent + 2,
): void {
  if (value.kind === 'flow') writeFlow(value, indent, lines)
  else writeText(value, goingOn, lines)
}

/** Whether a value is written at all: a key can stand without one. */
export function isNothing(value: TextValue | FlowCollection): boolean {
  return value.kind === 'text' && value.lines.length === 1 && value.lines[0] === ''
}

function writeText({ lines: [first = '', ...more] }: TextValue, indent: number, lines: Lines): void {
  lines.append(first)
  for (const line of more) lines.start(indent, line)
}

/** Lines are broken where the author broke them, and behind comments. */
function writeFlow(flow: FlowCollection, indent: number, lines: Lines): void {
  const { open, items, opening, below, closesOnOwnLine } = flow
  const pad = open === '{' && items.length > 0 ? ' ' : ''
  lines.append(open)
  if (opening !== undefined) lines.comment(opening)
  let lineIndent = indent
  for (const [index, item] of items.entries()) {
    if (item.startsLine || item.above.length > 0 || lines.endsInComment) {
      lineIndent = indent + 2
      lines.own(item.above, lineIndent, index > 0)
      lines.start(lineIndent, '')
    } else lines.append(index === 0 ? pad : ' ')
    writeItem(item, lineIndent, lines)
    if (index < items.length - 1) lines.append(',')
    if (item.comment !== undefined) lines.comment(item.comment)
  }
  lines.own(below.slice(0, below.findLastIndex(({ text }) => text !== '') + 1), indent + 2, true)
  const close = open === '{' ? '}' : ']'
  if (closesOnOwnLine || lines.endsInComment) lines.start(indent, close)
  else lines.append(`${pad}${close}`)
}

function writeItem({ key, anchor, value }: FlowItem, indent: number, lines: Lines): void {
  const parts = [
    ...(key === undefined ? [] : [value === undefined ? key.source : `${key.source}:`]),
    ...(anchor === undefined ? [] : [anchor]),
  ]
  lines.append(parts.join(' '))
  if (value === undefined || isNothing(value)) return
  if (parts.length > 0) lines.append(' ')
  writeInline(value, indent, lines)
}
