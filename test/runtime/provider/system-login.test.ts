import { afterAll, beforeAll, expect, test } from 'vitest'
import { repository } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
})
afterAll(() => world?.close())

test('scopes of the system and upkeep go to MongoDB by a login of their own, scopes of tenants do not', async () => {
  const tenant = await world.tenant()
  // Another database stands for another login: what is in the one is not in the other.
  const elsewhere = new URL(world.facts.mongoUrl)
  elsewhere.pathname += '_elsewhere'
  const provider = world.provider({ systemMongoUrl: elsewhere.href })
  await provider.withTenant(tenant.refId, async (db) => {
    await repository(db, 'styleGuide').create({ key: 'k', title: 't', body: 'b' })
    expect(await repository(db, 'styleGuide').count()).toBe(1)
  })
  expect(await provider.system('a test', (db) => repository(db, 'styleGuide').count())).toBe(0)
  const { documents } = await provider.tenants.erase(tenant.refId, { dryRun: true })
  expect(documents).toBe(0)
  const check = provider.fsck({ tenant: tenant.refId })
  for await (const _ of check);
  expect(check.summary().documents).toBe(0)
})
