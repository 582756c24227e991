import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storeNames } from '../../../generator/model/entity.ts'
import { parseAddress, printAddress } from '../../../site/explorer/core/address.ts'
import { indexed } from '../../../site/explorer/core/indexed.ts'
import { details, onlys, startView, type View } from '../../../site/explorer/core/view.ts'
import { syntheticGraph } from './synthetic-graph.ts'

const graph = indexed(syntheticGraph(60))
const subset = <T extends string>(names: readonly T[]): fc.Arbitrary<ReadonlySet<T>> =>
  fc.subarray([...names]).map((list) => new Set(list))

const views: fc.Arbitrary<View> = fc
  .record({
    selected: fc.option(fc.constantFrom(...graph.entities.keys()), { nil: undefined }),
    near: fc.option(fc.constantFrom(1 as const, 2 as const), { nil: undefined }),
    stores: subset(storeNames),
    domains: subset([...graph.domains.keys()]),
    only: subset(onlys),
    detail: fc.constantFrom(...details),
    open: subset([...graph.domains.keys()]),
  })
  .map(({ near, selected, ...rest }) => ({
    ...rest,
    ...(selected === undefined ? {} : { selected }),
    ...(selected === undefined || near === undefined ? {} : { near }),
  }))

test('what is printed is parsed to the same view', () => {
  fc.assert(
    fc.property(views, (view) => {
      expect(parseAddress(printAddress(view), graph)).toEqual(view)
    }),
  )
})

test('any text is an address, and printing what it means is stable', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const printed = printAddress(parseAddress(text, graph))
      expect(printAddress(parseAddress(printed, graph))).toBe(printed)
    }),
  )
})

test('the first view has no address', () => {
  expect(printAddress(startView)).toBe('')
  expect(parseAddress('', graph)).toEqual(startView)
  expect(parseAddress('#', graph)).toEqual(startView)
})

test('an address reads like a sentence', () => {
  const view: View = { ...startView, selected: 'entity-7', near: 2, stores: new Set(['mongo', 's3']), detail: 'all' }
  expect(printAddress(view)).toBe('#/entity-7?stores=mongo,s3&detail=all&near=2')
})

test('what the graph does not have is left out', () => {
  expect(parseAddress('#/gone?domains=gone,domain-1&stores=mysql&near=2&detail=most', graph)).toEqual({
    ...startView,
    domains: new Set(['domain-1']),
  })
})
