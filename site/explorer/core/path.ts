import type { Point } from './placement.ts'

/** The path of a line through its bends, with rounded corners, as SVG writes it. */
export function linePath(points: readonly Point[], radius: number = 8): string {
  const [first, ...rest] = points
  if (first === undefined) return ''
  const pieces = [`M${text(first)}`]
  let before = first
  for (const [at, point] of rest.entries()) {
    const after = rest[at + 1]
    if (after === undefined) {
      pieces.push(`L${text(point)}`)
      continue
    }
    const room = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2)
    pieces.push(`L${text(towards(point, before, room))}Q${text(point)} ${text(towards(point, after, room))}`)
    before = point
  }
  return pieces.join('')
}

/** The end of a line at a box: one record, or many. */
export type Foot = 'one' | 'many'

const reach = 10
const spread = 5

/** A crow's foot or a bar across the line's end, for the end that `at` is; `next` is the bend before it. */
export function footPath(at: Point, next: Point, foot: Foot): string {
  const length = distance(at, next)
  if (length === 0) return ''
  const along = { x: (next.x - at.x) / length, y: (next.y - at.y) / length }
  const heel = { x: at.x + along.x * reach, y: at.y + along.y * reach }
  const across = { x: -along.y * spread, y: along.x * spread }
  const beside = (point: Point, sign: 1 | -1): string =>
    text({ x: point.x + sign * across.x, y: point.y + sign * across.y })
  return foot === 'many'
    ? `M${beside(at, 1)}L${text(heel)}L${beside(at, -1)}`
    : `M${beside(heel, 1)}L${beside(heel, -1)}`
}

/** Halfway along a line, where its label stands. */
export function middleOf(points: readonly Point[]): Point {
  const total = points.reduce((sum, point, at) => sum + distance(points[at - 1] ?? point, point), 0)
  let left = total / 2
  for (const [at, point] of points.entries()) {
    const before = points[at - 1]
    if (before === undefined) continue
    const length = distance(before, point)
    if (length >= left) return towards(before, point, left)
    left -= length
  }
  return points[0] ?? { x: 0, y: 0 }
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to)
  if (whole === 0) return from
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}

function text({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
