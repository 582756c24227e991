import type { ElkBox } from './elk-input.ts'
import type { Box } from './nearest.ts'
import type { Placement, Point } from './placement.ts'
import type { Line, Scene } from './scene.ts'

/** The places that ELK found. */
export function placementOf(scene: Scene, laid: ElkBox): Placement {
  const boxes = new Map<string, Box>()
  const frames = new Map<string, Box>()
  for (const child of laid.children ?? []) {
    const isFrame = child.children !== undefined && child.children.length > 0
    ;(isFrame ? frames : boxes).set(child.id, boxOf(child))
    for (const inner of child.children ?? []) boxes.set(inner.id, boxOf(inner))
  }
  const lines = new Map<string, readonly Point[]>()
  for (const { id, sections } of [laid, ...(laid.children ?? [])].flatMap(({ edges = [] }) => edges)) {
    const points = (sections ?? []).flatMap(({ bendPoints = [], endPoint, startPoint }) => [
      startPoint,
      ...bendPoints,
      endPoint,
    ])
    if (points.length > 1) lines.set(id, points)
  }
  for (const line of scene.lines) {
    if (line.within) lines.set(line.id, around(line, boxes))
    else if (line.cross) lines.set(line.id, straight(line, boxes))
  }
  return { boxes, frames, lines }
}

/** A line below everything else, from the middle of a box to the middle of another. */
function straight({ from, to }: Line, boxes: ReadonlyMap<string, Box>): readonly Point[] {
  return [boxes.get(to), boxes.get(from)].flatMap((box) =>
    box === undefined ? [] : [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }],
  )
}

/** A line from one row of a card to another: out on the right side and back. */
export function around({ from, fromY, toY }: Line, boxes: ReadonlyMap<string, Box>): readonly Point[] {
  const box = boxes.get(from)
  if (box === undefined) return []
  const right = box.x + box.width
  const out = right + 22
  return [
    { x: right, y: box.y + toY },
    { x: out, y: box.y + toY },
    { x: out, y: box.y + fromY },
    { x: right, y: box.y + fromY },
  ]
}

function boxOf({ height = 0, id, width = 0, x = 0, y = 0 }: ElkBox): Box {
  return { id, x, y, width, height }
}
