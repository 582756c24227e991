import { gapsOf, type Row, runsOf } from './columns.ts'
import type { BlockList, BlockMap, BlockText, Entry, Layout } from './layout.ts'
import { Lines } from './lines.ts'
import { isNothing, writeInline } from './write-flow.ts'

/** Writes a layout: two spaces a level, one before a value but in tables, no line longer or shorter than it was meant. */
export function writeLayout({ header, root }: Layout): string {
  const lines = new Lines()
  lines.own(header, 0, false)
  writeMap(root, 0, lines, { parts: false, joins: false })
  return lines.text()
}

interface Start {
  /** Whether a blank line may stand before the first entry. */
  readonly parts: boolean
  /** Whether the first entry goes on the last line, behind a hyphen. */
  readonly joins: boolean
}

function writeMap(map: BlockMap, indent: number, lines: Lines, start: Start): void {
  const gaps = valueGaps(map)
  for (const [index, entry] of map.entries.entries()) {
    const first = index === 0
    const joins = first && start.joins && entry.above.every(({ text }) => text === '')
    if (!joins) lines.own(entry.above, indent, !first || start.parts)
    const key = `${entry.key?.source ?? ''}:`
    if (joins) lines.append(` ${key}`)
    else lines.start(indent, key)
    writeValue(entry, indent, gaps.get(entry) ?? 1, lines)
  }
  lines.own(map.below, indent, true)
}

function writeList(list: BlockList, indent: number, lines: Lines, start: Start): void {
  for (const [index, entry] of list.entries.entries()) {
    const first = index === 0
    const joins = first && start.joins && entry.above.every(({ text }) => text === '')
    if (!joins) lines.own(entry.above, indent, !first || start.parts)
    if (joins) lines.append(' -')
    else lines.start(indent, '-')
    writeValue(entry, indent, 1, lines)
  }
  lines.own(list.below, indent, true)
}

function writeValue(entry: Entry, indent: number, gap: number, lines: Lines): void {
  const { value, anchor, opening, between, isBelow, trailing } = entry
  if (anchor !== undefined) lines.append(`${' '.repeat(gap)}${anchor}`)
  const space = ' '.repeat(anchor === undefined ? gap : 1)
  switch (value.kind) {
    case 'map':
    case 'list': {
      if (opening !== undefined) lines.comment(opening)
      const joins = entry.key === undefined && opening === undefined && anchor === undefined
      const start = { parts: false, joins }
      if (value.kind === 'map') writeMap(value, indent + 2, lines, start)
      else writeList(value, indent + 2, lines, start)
      return
    }
    case 'block text':
      lines.append(`${space}${value.header}`)
      if (opening !== undefined) lines.comment(opening)
      writeBlockText(value, indent, lines)
      return
    case 'text':
    case 'flow':
      if (opening !== undefined) lines.comment(opening)
      if (isBelow) {
        lines.own(between, indent + 2, false)
        lines.start(indent + 2, '')
      } else if (!isNothing(value)) lines.append(space)
      writeInline(value, isBelow ? indent + 2 : indent, lines, indent + 2)
      if (trailing !== undefined) lines.comment(trailing)
  }
}

function writeBlockText({ lines: texts, indent: own }: BlockText, indent: number, lines: Lines): void {
  for (const text of texts) lines.start(text === '' ? 0 : indent + (own ?? 2), text)
}

/** The spaces before each value: in line where they were, of entries with nothing but such between them. */
function valueGaps(map: BlockMap): ReadonlyMap<Entry, number> {
  const gaps = new Map<Entry, number>()
  for (const run of runsOf(map.entries, rowOf)) {
    const spaces = gapsOf(run, 1)
    for (const [index, { entry }] of run.entries()) gaps.set(entry, spaces[index] ?? 1)
  }
  return gaps
}

function rowOf(entry: Entry): (Row & { readonly entry: Entry }) | undefined {
  const { value, key, isBelow, gap, valueColumn } = entry
  if (key === undefined || isBelow || (value.kind !== 'text' && value.kind !== 'flow') || isNothing(value))
    return undefined
  return { entry, width: key.source.length + 1, gap, column: valueColumn }
}
