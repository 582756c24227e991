import ELK from 'elkjs/lib/elk.bundled.js'
import { expect, test } from 'vitest'
import { type ElkBox, elkInput } from '../../../site/explorer/core/elk-input.ts'
import { placementOf } from '../../../site/explorer/core/elk-output.ts'
import { indexed } from '../../../site/explorer/core/indexed.ts'
import { sceneOf } from '../../../site/explorer/core/scene.ts'
import { shownIn } from '../../../site/explorer/core/shown.ts'
import { startView, type View } from '../../../site/explorer/core/view.ts'
import { syntheticGraph } from './synthetic-graph.ts'

// Its types speak of an ES module, its code is CommonJS.
const elk = new (ELK as unknown as typeof ELK.default)()

test.each([
  ['40 entities', 40, startView],
  ['a map with open domains', 160, { ...startView, open: new Set(['domain-0', 'domain-4']) }],
] satisfies [string, number, View][])(
  'ELK places %s: every box, and every line from edge to edge',
  { tags: ['full'] },
  async (_, size, view) => {
    const graph = indexed(syntheticGraph(size))
    const scene = sceneOf(graph, view, shownIn(graph, view))
    const laid = (await elk.layout(elkInput(scene) as Parameters<typeof elk.layout>[0])) as ElkBox
    const { boxes, frames, lines } = placementOf(scene, laid)
    expect(boxes.size).toBe(scene.cards.length + scene.tiles.length)
    expect(frames.size).toBe(scene.frames.length)
    expect(lines.size).toBe(scene.lines.length)
    for (const line of scene.lines) {
      if (line.cross || line.within) continue
      const [from, to] = [boxes.get(line.from), boxes.get(line.to)]
      const points = lines.get(line.id) ?? []
      expect(points[0]?.x).toBeCloseTo((to?.x ?? 0) + (to?.width ?? 0))
      expect(points[0]?.y).toBeCloseTo((to?.y ?? 0) + line.toY)
      expect(points.at(-1)?.x).toBeCloseTo(from?.x ?? 0)
      expect(points.at(-1)?.y).toBeCloseTo((from?.y ?? 0) + line.fromY)
    }
    for (const { id, members } of scene.frames) {
      const frame = frames.get(id)
      for (const member of members) expect(boxes.get(member)?.x).toBeGreaterThan(frame?.x ?? 0)
    }
  },
)
