import { around } from './elk-output.ts'
import type { Box } from './nearest.ts'
import type { Placement, Point } from './placement.ts'
import type { Scene } from './scene.ts'

const gap = 60

/** Places without ELK: rows of boxes, with straight lines. For a browser in which the worker does not start. */
export function gridPlacement(scene: Scene): Placement {
  const sized = [
    ...scene.tiles.map(({ height, id, width }) => ({ id, width, height })),
    ...scene.cards.map(({ entity, height, width }) => ({ id: entity.id, width, height })),
  ]
  const columns = Math.max(1, Math.ceil(Math.sqrt(sized.length * 1.4)))
  const boxes = new Map<string, Box>()
  let x = 0
  let y = 0
  let tallest = 0
  for (const [at, box] of sized.entries()) {
    if (at > 0 && at % columns === 0) {
      x = 0
      y += tallest + gap
      tallest = 0
    }
    boxes.set(box.id, { ...box, x, y })
    x += box.width + gap
    tallest = Math.max(tallest, box.height)
  }
  const lines = new Map<string, readonly Point[]>()
  for (const line of scene.lines) {
    const from = boxes.get(line.from)
    const to = boxes.get(line.to)
    if (from === undefined || to === undefined) continue
    lines.set(
      line.id,
      line.within
        ? around(line, boxes)
        : [
            { x: to.x + to.width, y: to.y + line.toY },
            { x: from.x, y: from.y + line.fromY },
          ],
    )
  }
  return { boxes, frames: new Map(), lines }
}
