import { expect, test } from 'vitest'
import { cardOf, measures, meets } from '../../../site/explorer/core/card.ts'
import { type ElkBox, elkInput } from '../../../site/explorer/core/elk-input.ts'
import { gridPlacement } from '../../../site/explorer/core/grid.ts'
import { indexed } from '../../../site/explorer/core/indexed.ts'
import { type Scene, sceneOf } from '../../../site/explorer/core/scene.ts'
import { shownIn } from '../../../site/explorer/core/shown.ts'
import { details, startView, type View } from '../../../site/explorer/core/view.ts'
import { syntheticGraph } from './synthetic-graph.ts'

const small = indexed(syntheticGraph(40))
const large = indexed(syntheticGraph(500))
const scene = (graph: typeof small, view: View = startView): Scene => sceneOf(graph, view, shownIn(graph, view))

test('a card shows more with more detail, and never anything beyond its edge', () => {
  for (const entity of small.entities.values()) {
    const heights = details.map((detail) => cardOf(entity, detail).height)
    expect([...heights].sort((a, b) => a - b)).toEqual(heights)
    for (const detail of details) {
      const card = cardOf(entity, detail)
      for (const { fields, id } of entity.parts) {
        for (const { name } of fields) {
          const y = meets(card, id, name)
          expect(y).toBeGreaterThan(measures.head - 1)
          expect(y).toBeLessThan(card.height)
        }
      }
    }
  }
})

test('keys are shown and plain fields are counted', () => {
  const entity = small.entities.get('entity-5')
  const rows = entity === undefined ? [] : cardOf(entity, 'keys').sections.map(({ more, rows }) => [rows.length, more])
  expect(rows).toEqual([
    [expect.any(Number), entity?.parts[0]?.fields.filter(({ indexed, keys }) => !indexed && keys.length === 0).length],
    [1, 0],
  ])
})

test('a small graph has a card an entity and a line a link', () => {
  const { cards, frames, lines, tiles } = scene(small)
  expect([cards.length, lines.length, frames.length, tiles.length]).toEqual([40, small.graph.links.length, 0, 0])
  expect(lines.filter(({ within }) => within)).toHaveLength(6)
})

test('a large one begins with its domains, whose lines stand for all links between them', () => {
  const { cards, lines, tiles } = scene(large)
  expect([cards.length, tiles.length]).toEqual([0, 20])
  const domain = (id: string) => large.entities.get(id)?.domain
  const between = large.graph.links.filter(({ from, to }) => domain(from) !== domain(to))
  expect(lines.flatMap(({ links }) => links)).toHaveLength(between.length)
  expect(lines.every(({ from, to }) => from !== to)).toBe(true)
})

test('an open domain is a frame around its cards; so is that of the selected entity', () => {
  const opened = scene(large, { ...startView, open: new Set(['domain-3']), selected: 'entity-0' })
  expect(opened.frames.map(({ domain }) => domain.key)).toEqual(['domain-0', 'domain-3'])
  expect(opened.cards).toHaveLength(50)
  expect(opened.tiles).toHaveLength(18)
  expect(opened.key).not.toBe(scene(large).key)
})

test('a scene that looks the same has the same key', () => {
  expect(scene(small, { ...startView, selected: 'entity-3' }).key).toBe(scene(small).key)
  expect(scene(small, { ...startView, detail: 'all' }).key).not.toBe(scene(small).key)
})

test('every edge for ELK ends at ports of boxes that are there', () => {
  for (const drawn of [scene(small), scene(large, { ...startView, open: new Set(['domain-1', 'domain-2']) })]) {
    const root = elkInput(drawn)
    const inner = (box: ElkBox): readonly ElkBox[] => [box, ...(box.children ?? []).flatMap(inner)]
    const ports = new Set(inner(root).flatMap((box) => (box.ports ?? []).map(({ id }) => id)))
    const edges = inner(root).flatMap((box) => box.edges ?? [])
    expect(edges.length).toBeGreaterThan(10)
    for (const { sources, targets } of edges) for (const end of [...sources, ...targets]) expect(ports).toContain(end)
  }
})

test('without ELK no two boxes overlap', () => {
  const { boxes } = gridPlacement(scene(small))
  const list = [...boxes.values()]
  expect(list).toHaveLength(40)
  for (const a of list) {
    for (const b of list) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
      expect(a === b || apart).toBe(true)
    }
  }
})
