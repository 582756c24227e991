import { counted } from '../../base/plural.ts'
import { lineStarts } from '../../source/source-file.ts'
import { mend, type Replacement } from './mended-text.ts'
import { type Reading, spanOf } from './reading.ts'
import { tokensOf } from './tokens.ts'

/** Puts spaces in place of tabs before the first word of a line. One report for the file. */
export function mendTabs(reading: Reading): Reading {
  const { text } = reading.mended
  const suspects = [...text.matchAll(/^(?= *\t)[ \t]+(?=[^\s#])/gm)].map(({ index }) => index)
  if (suspects.length === 0) return reading
  const inside = insideTexts(text)
  const edits = untabbed(text, new Set(suspects.filter((start) => !inside(start))))
  const [first] = edits
  if (first === undefined) return reading
  const tab = text.indexOf('\t', first.start)
  reading.report({
    code: 'syntax/tab',
    severity: 'error',
    message: `${counted(edits.length, 'line')} ${edits.length === 1 ? 'is' : 'are'} indented with tabs`,
    span: spanOf(reading, tab, tab + 1),
    label: edits.length === 1 ? 'tab' : 'the first of them',
    help: 'YAML indents with spaces: two for each level',
    fixes: [
      {
        title: 'Indent with spaces',
        edits: edits.map((edit) => ({ span: spanOf(reading, edit.start, edit.end), text: edit.text })),
      },
    ],
  })
  return { ...reading, mended: mend(reading.mended, edits) }
}

/** A line that has something in it, as it was indented and as it is to be. */
interface Line {
  readonly indent: number
  readonly content: string
}

/**
 * Indents lines with spaces. How wide a tab was meant to be nobody can tell, so a line goes where the one before leads:
 * beside it, or below it where that ends with a colon; lines with as many tabs stay in one column.
 */
function untabbed(text: string, tabbed: ReadonlySet<number>): readonly Replacement[] {
  const edits: Replacement[] = []
  const columns = new Map<number, number>()
  let before: Line = { indent: 0, content: '' }
  let start = 0
  for (const line of text.split('\n')) {
    const content = line.trimStart()
    const width = line.length - content.length
    if (content !== '' && !content.startsWith('#')) {
      const tabs = tabbed.has(start) ? line.slice(0, width).split('\t').length - 1 : 0
      if (tabs === 0) columns.clear()
      const column = columns.get(tabs)
      const spaces = width - line.lastIndexOf('\t', width) - 1
      const indent = tabs === 0 ? width : column === undefined ? columnBelow(before, content) : column + spaces
      if (tabs > 0) {
        if (column === undefined) columns.set(tabs, indent)
        edits.push({ start, end: start + width, text: ' '.repeat(indent) })
      }
      before = { indent, content }
    }
    start += line.length + 1
  }
  return edits
}

function columnBelow({ indent, content }: Line, next: string): number {
  const opens = /:\s*(?:#.*)?$/.test(content)
  const within = content.startsWith('- ') && !next.startsWith('-')
  return indent + (opens || within ? 2 : 0)
}

/** Whether an offset at which a line starts lies within a quoted or block text, where a tab is only a character. */
function insideTexts(text: string): (offset: number) => boolean {
  const starts = lineStarts(text)
  const lines = new Set<number>()
  let line = 0
  for (const { kind, start, end } of tokensOf(text)) {
    if (kind !== 'quoted' && kind !== 'block') continue
    while ((starts[line] ?? text.length) < start) line += 1
    for (; (starts[line] ?? text.length) < end; line += 1) lines.add(starts[line] ?? 0)
  }
  return (offset) => lines.has(offset)
}
