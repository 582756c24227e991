import type { ErEntity, ErRelation } from '../print/mermaid/er-diagram.ts'
import { legible } from './legible.ts'

/** How large Mermaid will draw something, in pixels, nearly. */
export interface Extent {
  readonly width: number
  readonly height: number
}

const characterWidth = 8.2
const rowHeight = 30
/** Between two boxes of a layer; between two layers side by side, a line's label aside; between two below one another. */
const gap = { boxes: 40, across: 130, down: 190 }

/** The size of a box: as wide as its widest words, as high as its rows. */
function boxExtent({ attributes, name, title }: ErEntity): Extent {
  const widest = { type: 0, name: 0, keys: 0, comment: 0 }
  for (const attribute of attributes) {
    widest.type = Math.max(widest.type, attribute.type.length)
    widest.name = Math.max(widest.name, attribute.name.length)
    widest.keys = Math.max(widest.keys, attribute.keys.join(', ').length)
    widest.comment = Math.max(widest.comment, attribute.comment?.length ?? 0)
  }
  const columns = Object.values(widest).filter((length) => length > 0)
  const inner = columns.reduce((sum, length) => sum + length * characterWidth + 13, 0)
  const width = Math.max(inner, (title ?? name).length * characterWidth + 26)
  return { width, height: (attributes.length + 1) * rowHeight }
}

/** The directions in which a diagram can be drawn, each with the size it would have. */
export function extents(
  entities: readonly ErEntity[],
  relations: readonly ErRelation[],
): Readonly<Record<'LR' | 'TB', Extent>> {
  const boxes = new Map(entities.map((entity) => [entity.name, boxExtent(entity)]))
  const layers: { wide: number; high: number; widest: number; highest: number }[] = []
  for (const [name, layer] of layersOf([...boxes.keys()], relations)) {
    const box = boxes.get(name) ?? { width: 0, height: 0 }
    layers[layer] ??= { wide: 0, high: 0, widest: 0, highest: 0 }
    const at = layers[layer]
    at.wide += box.width + gap.boxes
    at.high += box.height + gap.boxes
    at.widest = Math.max(at.widest, box.width)
    at.highest = Math.max(at.highest, box.height)
  }
  const label = relations.reduce((most, relation) => Math.max(most, relation.label.length), 0) * characterWidth
  const gaps = Math.max(0, layers.length - 1)
  const across = { width: gaps * (gap.across + label), height: 0 }
  const down = { width: 0, height: gaps * gap.down }
  for (const { high, highest, wide, widest } of layers) {
    across.width += widest
    across.height = Math.max(across.height, high)
    down.height += highest
    down.width = Math.max(down.width, wide)
  }
  return { LR: across, TB: down }
}

/** The direction in which a diagram is best read: across where a page is wide enough for it. */
export function bestDirection(entities: readonly ErEntity[], relations: readonly ErRelation[]): 'LR' | 'TB' {
  const { LR, TB } = extents(entities, relations)
  if (isLegible(LR)) return 'LR'
  if (isLegible(TB)) return 'TB'
  return excess(LR) <= excess(TB) ? 'LR' : 'TB'
}

export function isLegible({ height, width }: Extent): boolean {
  return width <= legible.width && height <= legible.height
}

/** How many times larger than what is legible. */
function excess({ height, width }: Extent): number {
  return Math.max(width / legible.width, height / legible.height)
}

/** The layer of each box: one behind the last of those that a line leads from; a line that closes a ring counts for nothing. */
function layersOf(names: readonly string[], relations: readonly ErRelation[]): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>(names.map((name) => [name, []]))
  const waiting = new Map<string, number>(names.map((name) => [name, 0]))
  for (const { from, to } of relations) {
    if (from === to || !next.has(from) || !next.has(to)) continue
    next.get(from)?.push(to)
    waiting.set(to, (waiting.get(to) ?? 0) + 1)
  }
  const layers = new Map<string, number>()
  const ready: { readonly name: string; readonly layer: number }[] = []
  const enter = (name: string, layer: number): void => {
    if (layers.has(name)) return
    layers.set(name, layer)
    ready.push({ name, layer })
  }
  const drain = (): void => {
    for (let item = ready.shift(); item !== undefined; item = ready.shift()) {
      for (const name of next.get(item.name) ?? []) {
        const left = (waiting.get(name) ?? 0) - 1
        waiting.set(name, left)
        if (left <= 0) enter(name, item.layer + 1)
      }
    }
  }
  for (const name of names) if (waiting.get(name) === 0) enter(name, 0)
  drain()
  // What is left lies on rings, or behind one: each is broken at its first box.
  for (const name of names) {
    enter(name, 0)
    drain()
  }
  return layers
}
