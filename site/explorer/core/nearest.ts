export type Direction = 'left' | 'right' | 'up' | 'down'

export interface Box {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The box one comes to from another by going in a direction: near, and rather straight ahead than aside. */
export function nearest(boxes: Iterable<Box>, from: Box, direction: Direction): string | undefined {
  let best: { readonly id: string; readonly cost: number } | undefined
  for (const box of boxes) {
    if (box.id === from.id) continue
    const cost = costOf(from, box, direction)
    if (cost !== undefined && (best === undefined || cost < best.cost)) best = { id: box.id, cost }
  }
  return best?.id
}

function costOf(from: Box, to: Box, direction: Direction): number | undefined {
  const dx = to.x + to.width / 2 - (from.x + from.width / 2)
  const dy = to.y + to.height / 2 - (from.y + from.height / 2)
  const level = direction === 'left' || direction === 'right'
  const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction]
  if (ahead <= 0) return undefined
  const aside = level ? gap(from.y, from.height, to.y, to.height) : gap(from.x, from.width, to.x, to.width)
  const off = Math.abs(level ? dy : dx)
  // What is beside counts double, so that a row or a column is walked along to its end; the centres decide between equals.
  return ahead + 2 * aside + off / 4
}

/** The distance between two stretches; none where they overlap. */
function gap(a: number, aSize: number, b: number, bSize: number): number {
  return Math.max(0, b - (a + aSize), a - (b + bSize))
}
