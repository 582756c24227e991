import { afterAll, beforeAll, expect, test } from 'vitest'
import { Auditor } from '../support/inventory.ts'
import { openWorld, type World } from '../support/world.ts'
import { probe } from './probe.ts'

let world: World
let auditor: Auditor

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  auditor = new Auditor(world)
})
afterAll(async () => {
  await auditor?.close()
  await world?.close()
})

test('no operation of any entity reaches what is another tenant’s, in either direction', {
  timeout: 300_000,
}, async () => {
  const { attempts, leaks } = await probe(world, world.provider(), auditor)
  console.log(`isolation: ${attempts} attempts, ${leaks.length} leaks`)
  expect(leaks).toEqual([])
  expect(attempts).toBeGreaterThan(1000)
})
