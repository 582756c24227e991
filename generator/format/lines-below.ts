import type { BlockList, BlockMap, Entry, OwnLine } from './layout.ts'

/** Puts lines behind a collection, or behind the deepest last one in it that they are indented as. */
export function withLinesBelow<T extends BlockMap | BlockList>(collection: T, lines: readonly OwnLine[]): T {
  const last = collection.entries.at(-1)
  const { column } = collection
  const own = lines.findIndex((line) => line.text !== '' && line.column <= column)
  const within = own === -1 ? lines : lines.slice(0, own)
  const cut = within.findLastIndex(({ text }) => text !== '') + 1
  const inner = last === undefined || cut === 0 ? undefined : entryWith(last, within.slice(0, cut))
  if (inner === undefined) return { ...collection, below: lines }
  return { ...collection, entries: collection.entries.with(-1, inner), below: lines.slice(cut) }
}

function entryWith(entry: Entry, lines: readonly OwnLine[]): Entry | undefined {
  const { value } = entry
  if (value.kind !== 'map' && value.kind !== 'list') return undefined
  return { ...entry, value: withLinesBelow(value, lines) }
}
