import type { JsonObject } from '../front/schema/json-schema.ts'
import { crossesAnchors } from './anchors.ts'
import { inForm, orderOf, pieceOf, pieceOfItems, pieceUnder } from './key-order.ts'
import type { BlockMap, Entry, FlowCollection, FlowItem, Key, Layout, Value } from './layout.ts'

/** Puts the keys of every mapping into the order of the language; what it does not know follows, as the author has it. */
export function arrange(layout: Layout): Layout {
  const { root } = layout
  const piece = pieceOf(root.entries.flatMap(({ key }) => key?.name ?? []))
  return { ...layout, root: arrangedMap(root, inForm(piece, 'object')) }
}

function arrangedMap(map: BlockMap, piece: JsonObject | undefined): BlockMap {
  const entries = map.entries.map((entry) => withValue(entry, pieceUnder(piece, entry.key?.name ?? '')))
  return { ...map, entries: ordered(entries, orderOf(piece)) }
}

function withValue(entry: Entry, piece: JsonObject | undefined): Entry {
  return { ...entry, value: arrangedValue(entry.value, piece) }
}

function arrangedValue(value: Value, piece: JsonObject | undefined): Value {
  switch (value.kind) {
    case 'text':
    case 'block text':
      return value
    case 'map':
      return arrangedMap(value, inForm(piece, 'object'))
    case 'list': {
      const items = pieceOfItems(inForm(piece, 'array'))
      return { ...value, entries: value.entries.map((entry) => withValue(entry, items)) }
    }
    case 'flow':
      return arrangedFlow(value, piece)
  }
}

function arrangedFlow(flow: FlowCollection, piece: JsonObject | undefined): FlowCollection {
  const inner = inForm(piece, flow.open === '{' ? 'object' : 'array')
  const items = flow.items.map((item): FlowItem => {
    const below = item.key === undefined ? pieceOfItems(inner) : pieceUnder(inner, item.key.name)
    return item.value?.kind === 'flow' ? { ...item, value: arrangedFlow(item.value, below) } : item
  })
  if (flow.open === '[') return { ...flow, items }
  const sorted = ordered(items, orderOf(inner))
  if (sorted === items || !items.some(({ startsLine }) => startsLine)) return { ...flow, items: sorted }
  // Lines that hold several keys each have lost their sense with the order.
  return { ...flow, items: sorted.map((item) => ({ ...item, startsLine: true })) }
}

/** The same list where it is in order already, or where an alias would come before its anchor. */
function ordered<T extends { readonly key?: Key; readonly value?: Value; readonly anchor?: string }>(
  entries: readonly T[],
  order: readonly string[],
): readonly T[] {
  const ranks = new Map(order.map((name, rank) => [name, rank]))
  const rankOf = ({ key }: T): number => ranks.get(key?.name ?? '') ?? order.length
  const sorted = [...entries].sort((a, b) => rankOf(a) - rankOf(b))
  if (sorted.every((entry, index) => entry === entries[index]) || crossesAnchors(sorted)) return entries
  return sorted
}
