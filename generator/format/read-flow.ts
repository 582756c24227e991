import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml'
import type { FlowCollection, FlowItem, Key, OwnLine } from './layout.ts'
import { readText } from './read-text.ts'
import type { SourceText } from './source-text.ts'

/** Reads `{ ... }` or `[ ... ]` with the breaks and comments in it. */
export function readFlow(node: YAMLMap | YAMLSeq, source: SourceText): FlowCollection {
  const [start, stop] = node.range ?? [0, 0]
  const close = stop - 1
  const items: FlowItem[] = []
  const firstStart = source.firstFrom(start + 1, close)
  const opening = source.beside(start + 1, firstStart)
  let end = start + 1
  let waiting: readonly OwnLine[] = []
  for (const item of node.items) {
    const itemStart = source.firstFrom(end, close)
    const parts = partsOf(item, itemStart, source)
    const next = source.firstFrom(parts.end, close)
    const [comment, ...more] = source.comments(itemStart, next)
    items.push({
      above: [...waiting, ...source.ownLines(end, itemStart)],
      startsLine: !source.isOneLine(end, itemStart),
      ...parts.item,
      ...(comment === undefined ? {} : { comment }),
    })
    waiting = more.map(({ text, column }) => ({ text, column }))
    end = parts.end
  }
  return {
    kind: 'flow',
    open: isMap(node) ? '{' : '[',
    items,
    ...(opening === undefined ? {} : { opening }),
    below: [...waiting, ...source.ownLines(end, close)],
    closesOnOwnLine: !source.isOneLine(end, close),
  }
}

function partsOf(
  item: unknown,
  start: number,
  source: SourceText,
): { readonly item: Pick<FlowItem, 'key' | 'anchor' | 'value'>; readonly end: number } {
  if (!isPair<Node, Node | null>(item)) return flowValue(item, start, source)
  const [keyStart, keyEnd] = item.key.range ?? [start, start]
  const key: Key = {
    source: source.text.slice(keyStart, keyEnd),
    name: isScalar(item.key) ? String(item.key.value) : '',
  }
  const after = /^\s*:/.exec(source.text.slice(keyEnd, keyEnd + 200))
  if (after === null) return { item: { key }, end: keyEnd }
  const { item: value, end } = flowValue(item.value, keyEnd + after[0].length, source)
  return { item: { key, ...value }, end }
}

function flowValue(
  node: unknown,
  from: number,
  source: SourceText,
): { readonly item: Pick<FlowItem, 'anchor' | 'value'>; readonly end: number } {
  if (!isScalar(node) && !isAlias(node) && !isMap(node) && !isSeq(node))
    return { item: { value: { kind: 'text', lines: [''] } }, end: from }
  const [start, stop] = node.range ?? [from, from]
  if (source.text.slice(start, stop).trim() === '') return { item: { value: { kind: 'text', lines: [''] } }, end: from }
  const anchor = source.mark('&', from, start)
  const value =
    isMap(node) || isSeq(node)
      ? readFlow(node, source)
      : readText(start, stop, source, isAlias(node) ? node.source : undefined)
  return { item: { value, ...(anchor === undefined ? {} : { anchor: anchor.text }) }, end: stop }
}
