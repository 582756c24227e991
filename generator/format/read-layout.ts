import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import type { BlockList, BlockMap, Entry, Layout, OwnLine, TextValue, Value } from './layout.ts'
import { withLinesBelow } from './lines-below.ts'
import { readFlow } from './read-flow.ts'
import { readBlockText, readText } from './read-text.ts'
import type { SourceText } from './source-text.ts'

/** Lines that speak to a tool or of the whole file, wherever its keys go. */
const ofFile = /^(---.*|#!.*|#\s*(yaml-language-server|yamllint|stowage-ignore-file|vim:|-\*-).*)$/

/** Something read, and where it ends: what follows there may still belong to it. */
interface Read<T> {
  readonly is: T
  readonly end: number
}

/** Reads how a file is laid out from its tree, which must be a mapping in the block style, and its text. */
export function readLayout(root: YAMLMap, source: SourceText): Layout {
  const start = root.items[0] === undefined ? 0 : keyStart(root.items[0])
  const lead = source.linesAt(1, source.line(start))
  const marker = source.mark('---', 0, start)
  const lines = marker === undefined ? lead : withMarker(lead, marker.start, source)
  const cut = lines.findLastIndex(({ text }) => text === '' || ofFile.test(text)) + 1
  const { is: map, end } = readMap(root, start, source, lines.slice(cut))
  const tail = source.linesAt(source.line(Math.max(0, end - 1)) + 1, source.line(source.text.length) + 1)
  return { header: lines.slice(0, cut), root: withLinesBelow(map, tail) }
}

function withMarker(lead: readonly OwnLine[], at: number, source: SourceText): readonly OwnLine[] {
  const before = source.linesAt(1, source.line(at))
  const comment = source.beside(at)
  const text = comment === undefined ? '---' : `--- ${comment.text}`
  return [...before, { text, column: 0 }, ...lead.slice(before.length)]
}

type Items = readonly Pair<Node, Node | null>[]

function readMap(node: YAMLMap, from: number, source: SourceText, first?: readonly OwnLine[]): Read<BlockMap> {
  const entries: Entry[] = []
  let column = 0
  let end = from
  for (const pair of node.items as Items) {
    const at = keyStart(pair)
    let above = entries.length === 0 && first !== undefined ? first : source.ownLines(end, at)
    const previous = entries.pop()
    if (previous === undefined) column = source.column(at)
    else {
      const taken = linesBelow(previous, above, column)
      entries.push(taken.entry)
      above = taken.rest
    }
    const { is: entry, end: after } = readPair(pair, above, source)
    entries.push(entry)
    end = after
  }
  return { is: { kind: 'map', column, entries, below: [] }, end }
}

function readPair(pair: Pair<Node, Node | null>, above: readonly OwnLine[], source: SourceText): Read<Entry> {
  const [start, end] = pair.key.range ?? [0, 0]
  const name = isScalar(pair.key) ? String(pair.key.value) : ''
  const colon = source.text.indexOf(':', end) + 1
  const read = readValue(pair.value, colon, source)
  return { is: { above, key: { source: source.text.slice(start, end), name }, ...read.is }, end: read.end }
}

function readList(node: YAMLSeq, from: number, source: SourceText): Read<BlockList> {
  const entries: Entry[] = []
  let column = 0
  let end = from
  for (const item of node.items as readonly Node[]) {
    const dash = source.mark('-', end, source.text.length)?.start ?? end
    let above = source.ownLines(end, dash)
    const previous = entries.pop()
    if (previous === undefined) column = source.column(dash)
    else {
      const taken = linesBelow(previous, above, column)
      entries.push(taken.entry)
      above = taken.rest
    }
    const read = readValue(item, dash + 1, source)
    entries.push({ above, ...read.is })
    end = read.end
  }
  return { is: { kind: 'list', column, entries, below: [] }, end }
}

/** Reads what stands behind the `:` of a key or the hyphen of an item. */
function readValue(node: Node | null, from: number, source: SourceText): Read<Omit<Entry, 'above' | 'key'>> {
  const [start, stop] = node?.range ?? [from, from]
  const empty = node === null || (isScalar(node) && source.text.slice(start, stop).trim() === '')
  const anchor = empty ? undefined : source.mark('&', from, start)
  const first = anchor?.start ?? start
  const place = {
    gap: first - from,
    valueColumn: source.column(first),
    isBelow: !empty && !source.isOneLine(from, start),
    between: [],
    ...(anchor === undefined ? {} : { anchor: anchor.text }),
  }
  if (empty) {
    const value: TextValue = { kind: 'text', lines: [''] }
    return { is: { ...place, value, ...commentAs('trailing', source.beside(from)) }, end: from }
  }
  const opening = place.isBelow ? source.beside(from, start) : undefined
  const within = anchor === undefined ? from : anchor.end
  if (isMap(node) && node.flow !== true) {
    const { is: value, end } = readMap(node, within, source)
    return { is: { ...place, value, ...commentAs('opening', opening) }, end }
  }
  if (isSeq(node) && node.flow !== true) {
    const { is: value, end } = readList(node, within, source)
    return { is: { ...place, value, ...commentAs('opening', opening) }, end }
  }
  if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) {
    const { value, end } = readBlockText(start, stop, source)
    return { is: { ...place, value, ...commentAs('opening', source.beside(start, stop)) }, end }
  }
  const value: Value =
    isMap(node) || isSeq(node)
      ? readFlow(node, source)
      : readText(start, stop, source, isAlias(node) ? node.source : undefined)
  const between = place.isBelow ? source.ownLines(from, start) : []
  const comments = { ...commentAs('opening', opening), ...commentAs('trailing', source.beside(stop)) }
  return { is: { ...place, between, value, ...comments }, end: stop }
}

function commentAs<K extends string, T>(key: K, comment: T | undefined): Partial<Record<K, T>> {
  const part: Partial<Record<K, T>> = {}
  if (comment !== undefined) part[key] = comment
  return part
}

/** Of the lines before an entry, those that belong to the one before: comments indented deeper than both. */
function linesBelow(
  previous: Entry,
  lines: readonly OwnLine[],
  column: number,
): { readonly entry: Entry; readonly rest: readonly OwnLine[] } {
  const { value } = previous
  if (value.kind !== 'map' && value.kind !== 'list') return { entry: previous, rest: lines }
  const outer = lines.findIndex((line) => line.text !== '' && line.column <= column)
  const within = outer === -1 ? lines : lines.slice(0, outer)
  const cut = within.findLastIndex(({ text }) => text !== '') + 1
  if (cut === 0) return { entry: previous, rest: lines }
  return { entry: { ...previous, value: withLinesBelow(value, within.slice(0, cut)) }, rest: lines.slice(cut) }
}

function keyStart(pair: unknown): number {
  const key = isPairWithKey(pair) ? pair.key : undefined
  return key?.range?.[0] ?? 0
}

function isPairWithKey(pair: unknown): pair is Pair<Node, Node | null> {
  return typeof pair === 'object' && pair !== null && 'key' in pair
}
