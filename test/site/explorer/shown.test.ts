import { expect, test } from 'vitest'
import { countsOf, passes } from '../../../site/explorer/core/filter.ts'
import { indexed } from '../../../site/explorer/core/indexed.ts'
import { neighboursOf } from '../../../site/explorer/core/neighbours.ts'
import { mostAtOnce, shownIn } from '../../../site/explorer/core/shown.ts'
import { startView, toggled } from '../../../site/explorer/core/view.ts'
import { syntheticGraph } from './synthetic-graph.ts'

const graph = indexed(syntheticGraph(60))

test('every count is what the choice shows by itself', () => {
  const { domains, only, stores } = countsOf(graph.graph)
  const size = (view: Partial<typeof startView>) => shownIn(graph, { ...startView, ...view }).ids.length
  for (const [store, count] of stores) expect(size({ stores: new Set([store]) })).toBe(count)
  for (const [domain, count] of domains) expect(size({ domains: new Set([domain]) })).toBe(count)
  for (const [wanted, count] of only) expect(size({ only: new Set([wanted]) })).toBe(count)
  expect([...stores]).toEqual([
    ['postgres', 60],
    ['mongo', 10],
  ])
})

test('choices of one kind widen, choices of several kinds narrow', () => {
  const domains = new Set(['domain-0', 'domain-1'])
  const wide = shownIn(graph, { ...startView, domains }).ids
  expect(wide).toHaveLength(50)
  const narrow = shownIn(graph, { ...startView, domains, only: new Set(['split']) }).ids
  expect(narrow).toEqual(
    wide.filter((id) => passes(graph.entities.get(id) ?? never(), { ...startView, only: new Set(['split']) })),
  )
})

test('the selected entity is shown whatever the filter says', () => {
  const { ids } = shownIn(graph, { ...startView, selected: 'entity-0', domains: new Set(['domain-2']) })
  expect(ids).toContain('entity-0')
  expect(ids).toHaveLength(11)
})

test('neighbours are found in both directions, step by step', () => {
  const one = neighboursOf(graph, 'entity-3', 1)
  for (const { from, to } of graph.graph.links) {
    if (from === 'entity-3') expect(one).toContain(to)
    if (to === 'entity-3') expect(one).toContain(from)
  }
  const two = neighboursOf(graph, 'entity-3', 2)
  const again = new Set([...one].flatMap((id) => [...neighboursOf(graph, id, 1)]))
  expect(new Set(two)).toEqual(again)
  expect(neighboursOf(graph, 'entity-3', 0)).toEqual(new Set(['entity-3']))
})

test('too many for one picture become a map, a neighbourhood of them does not', () => {
  const large = indexed(syntheticGraph(500))
  expect(shownIn(graph, startView).asMap).toBe(false)
  expect(shownIn(large, startView).asMap).toBe(true)
  const near = shownIn(large, { ...startView, selected: 'entity-300', near: 1 })
  expect(near.ids.length).toBeLessThan(mostAtOnce)
  expect(near.asMap).toBe(false)
})

test('a choice is made and unmade', () => {
  expect(toggled(toggled(new Set(['a']), 'b'), 'a')).toEqual(new Set(['b']))
})

function never(): never {
  throw new Error('no such entity')
}
