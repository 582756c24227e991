/** One stroke of a path: straight, or a cubic curve with its control points. */
interface Stroke {
  readonly from: Point
  readonly to: Point
  readonly controls: readonly Point[]
}

type Point = readonly [number, number]

/**
 * The outline of an SVG path in fewer words. Mermaid draws each side of a box twice, and as a curve that happens to be
 * straight: what is straight becomes a line, and what is drawn already is not drawn again.
 *
 * @returns `undefined` where the path holds something else than moves, lines and cubic curves
 */
export function shortenOutline(data: string): string | undefined {
  const strokes = strokesOf(data)
  if (strokes === undefined) return undefined
  const seen = new Set<string>()
  let result = ''
  let start: Point | undefined
  let at: Point | undefined
  for (const stroke of strokes) {
    const key = [stroke.from, ...stroke.controls, stroke.to].join(' ')
    if (seen.has(key)) continue
    seen.add(key)
    if (at === undefined || !isSame(at, stroke.from)) {
      start = stroke.from
      result += `M${pair(stroke.from)}`
    }
    at = stroke.to
    const closes = start !== undefined && isSame(start, at) && stroke.controls.length === 0
    if (closes) result += 'Z'
    else result += stroke.controls.length === 0 ? `L${pair(at)}` : `C${[...stroke.controls, at].map(pair).join(' ')}`
  }
  return result
}

function strokesOf(data: string): readonly Stroke[] | undefined {
  const strokes: Stroke[] = []
  let at: Point = [0, 0]
  for (const [, command = '', text = ''] of data.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const points = pointsOf(text)
    if (points === undefined) return undefined
    const step = command === 'C' ? 3 : 1
    if (!'MLC'.includes(command) || points.length === 0 || points.length % step !== 0) return undefined
    for (let index = 0; index < points.length; index += step) {
      const controls = points.slice(index, index + step - 1)
      const to = points[index + step - 1] ?? at
      const isMove = command === 'M' && index === 0
      if (!isMove && !isSame(at, to))
        strokes.push({ from: at, to, controls: areOnLine(at, to, controls) ? [] : controls })
      at = to
    }
  }
  return strokes
}

function pointsOf(text: string): readonly Point[] | undefined {
  const numbers = text.match(/-?\d*\.?\d+(?:e[-+]?\d+)?/gi)?.map((word) => rounded(Number(word))) ?? []
  if (numbers.length % 2 !== 0) return undefined
  return Array.from({ length: numbers.length / 2 }, (_, index) => [
    numbers[2 * index] ?? 0,
    numbers[2 * index + 1] ?? 0,
  ])
}

/** Whether a curve is straight: its control points lie between its ends. */
function areOnLine([x1, y1]: Point, [x2, y2]: Point, controls: readonly Point[]): boolean {
  const length = Math.hypot(x2 - x1, y2 - y1)
  return controls.every(([x, y]) => {
    const away = Math.abs((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / length
    const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length
    return away < 0.2 && along > -0.2 && along < length + 0.2
  })
}

function isSame([x1, y1]: Point, [x2, y2]: Point): boolean {
  return x1 === x2 && y1 === y2
}

function pair([x, y]: Point): string {
  return y < 0 ? `${x}${y}` : `${x} ${y}`
}

/** A tenth of a pixel is finer than any eye. */
function rounded(number: number): number {
  return Math.round(number * 10) / 10 + 0
}
