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

const sizes = new WeakMap<ErEntity, Extent>()

/** The size of a box; kept, since a box is tried in one picture after another. */
function boxExtent(box: ErEntity): Extent {
  const known = sizes.get(box)
  if (known !== undefined) return known
  const size = measured(box)
  sizes.set(box, size)
  return size
}

/** As wide as its widest words, as high as its rows. */
function measured({ attributes, name, title }: ErEntity): Extent {
  let [type, called, keys, comment] = [0, 0, 0, 0]
  for (const attribute of attributes) {
    type = Math.max(type, attribute.type.length)
    called = Math.max(called, attribute.name.length)
    // Each mark has two letters, with a comma and a space between two.
    keys = Math.max(keys, attribute.keys.length * 4 - 2)
    comment = Math.max(comment, attribute.comment?.length ?? 0)
  }
  let inner = 0
  for (const length of [type, called, keys, comment]) if (length > 0) inner += length * characterWidth + 13
  const width = Math.max(inner, (title ?? name).length * characterWidth + 26)
  return { width, height: (attributes.length + 1) * rowHeight }
}

/** The directions in which a diagram can be drawn, each with the size it would have. */
export function extents(
  entities: readonly ErEntity[],
  relations: readonly ErRelation[],
): Readonly<Record<'LR' | 'TB', Extent>> {
  const boxes = new Map<string, Extent>()
  for (const entity of entities) boxes.set(entity.name, boxExtent(entity))
  const layers: { wide: number; high: number; widest: number; highest: number }[] = []
  for (const { layer, name } of layersOf([...boxes.keys()], relations)) {
    const box = boxes.get(name) ?? { width: 0, height: 0 }
    layers[layer] ??= { wide: 0, high: 0, widest: 0, highest: 0 }
    const at = layers[layer]
    at.wide += box.width + gap.boxes
    at.high += box.height + gap.boxes
    at.widest = Math.max(at.widest, box.width)
    at.highest = Math.max(at.highest, box.height)
  }
  let longest = 0
  for (const { label } of relations) longest = Math.max(longest, label.length)
  const label = longest * characterWidth
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

interface Placed {
  readonly name: string
  /** What lines lead from it to, and how many lines to it come from boxes that have no layer yet. */
  readonly next: Placed[]
  waiting: number
  layer: number | undefined
}

/**
 * The boxes with their layers, in the order in which these are found: one behind the last of those that a line leads from;
 * a line that closes a ring counts for nothing.
 */
function layersOf(
  names: readonly string[],
  relations: readonly ErRelation[],
): readonly { readonly name: string; readonly layer: number }[] {
  const boxes = new Map<string, Placed>()
  for (const name of names) boxes.set(name, { name, next: [], waiting: 0, layer: undefined })
  for (const { from, to } of relations) {
    if (from === to) continue
    const [above, below] = [boxes.get(from), boxes.get(to)]
    if (above === undefined || below === undefined) continue
    above.next.push(below)
    below.waiting += 1
  }
  const found: { readonly name: string; readonly layer: number; readonly next: readonly Placed[] }[] = []
  const enter = (box: Placed, layer: number): void => {
    if (box.layer !== undefined) return
    box.layer = layer
    found.push({ name: box.name, layer, next: box.next })
  }
  let done = 0
  const drain = (): void => {
    for (let item = found[done]; item !== undefined; item = found[done]) {
      done += 1
      for (const box of item.next) {
        box.waiting -= 1
        if (box.waiting <= 0) enter(box, item.layer + 1)
      }
    }
  }
  for (const box of boxes.values()) if (box.waiting === 0) enter(box, 0)
  drain()
  // What is left lies on rings, or behind one: each is broken at its first box.
  for (const box of boxes.values()) {
    enter(box, 0)
    drain()
  }
  return found
}
