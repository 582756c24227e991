import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'
import { soak } from './many-creates.ts'

// `node bench/runtime/creates.ts` makes ten thousand, and tells how fast.

let world: World

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
})
afterAll(() => world?.close())

test('of creates at a concurrency of 32 none is lost, none leaves anything, and memory does not grow', {
  tags: ['full'],
  timeout: 600_000,
}, async () => {
  const members = ['manuscript', 'rendition', 'acquisition', 'release']
  const { created, lost, heap, check } = await soak(world, { members, records: 400, concurrency: 32 })
  expect(lost).toEqual([])
  expect(check.findings).toEqual([])
  expect(check.records).toBeGreaterThan(created)
  expect(check.objects).toBeGreaterThanOrEqual(created)
  // The first tenths warm pools and caches up.
  expect((heap.at(-1) ?? 0) - (heap[3] ?? 0)).toBeLessThan(15)
})
