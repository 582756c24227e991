import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WorldProvider } from '../support/connect.ts'
import { type Db, repository } from '../support/db.ts'
import { Auditor } from '../support/inventory.ts'
import { Records } from '../support/records.ts'
import type { SeededTenant } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'

const racers = 20

let world: World
let provider: WorldProvider
let auditor: Auditor

beforeAll(async () => {
  world = await openWorld('spec')
  provider = world.provider()
  auditor = new Auditor(world)
})
afterAll(async () => {
  await auditor?.close()
  await world?.close()
})

/** Each caller has a scope of its own, as requests have. */
function within<T>(tenant: SeededTenant, work: (db: Db) => Promise<T>): Promise<T> {
  return provider.withTenant(tenant.refId, work, { actor: { kind: 'user', id: tenant.user.refId } })
}

async function strategies(tenant: SeededTenant, count: number): Promise<readonly string[]> {
  const records = new Records(world.description, tenant, {}, 1)
  return await within(tenant, async (db) => {
    const made: string[] = []
    for (let each = 0; each < count; each += 1) made.push((await records.make(db, 'strategy', 'required')).refId)
    return made
  })
}

async function move(tenant: SeededTenant, refId: string, from: string, to: string): Promise<string> {
  return await within(tenant, (db) => repository(db, 'strategy').transition(refId, to, { from })).then(
    () => 'moved',
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  )
}

function tally(outcomes: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(outcomes, (outcome) => outcome)].map(([key, all]) => [key, all.length]))
}

/** How often each move of the tenant stands in the audit log. */
async function audited({ refId }: SeededTenant): Promise<readonly string[]> {
  const { audit } = world.description
  if (audit === undefined) throw new TypeError('the spec keeps no audit log')
  const { entity, fields } = audit
  return (await auditor.documents(entity, refId)).map((entry) => {
    const [before, after] = [Object(entry[fields.before]), Object(entry[fields.after])]
    return `${String(entry[fields.record])} ${String(before.status)} to ${String(after.status)}`
  })
}

test('of twenty activations that race one wins, and each move is one audit record', { tags: ['race'] }, async () => {
  const tenant = await world.tenant()
  const all = await strategies(tenant, racers)
  for (const refId of all) {
    await move(tenant, refId, 'draft', 'in_review')
    await move(tenant, refId, 'in_review', 'approved')
  }
  const outcomes = await Promise.all(all.map((refId) => move(tenant, refId, 'approved', 'active')))
  expect(tally(outcomes)).toEqual({ moved: 1, Conflict: racers - 1 })
  const rows = await auditor.rows('strategy', tenant.id)
  expect(rows.filter(({ status }) => status === 'active')).toHaveLength(1)

  // Relays may run side by side, and again.
  await Promise.all([provider.relay.drain(), provider.relay.drain()])
  await provider.relay.drain()
  const winner = String(all[outcomes.indexOf('moved')])
  const wanted = [
    ...all.flatMap((refId) => [`${refId} draft to in_review`, `${refId} in_review to approved`]),
    `${winner} approved to active`,
  ]
  expect([...(await audited(tenant))].sort()).toEqual(wanted.sort())
})

test('of twenty who move one record one way or the other one wins', { tags: ['race'] }, async () => {
  const tenant = await world.tenant()
  const [refId = ''] = await strategies(tenant, 1)
  await move(tenant, refId, 'draft', 'in_review')
  const ways = ['draft', 'approved', 'rejected']
  const outcomes = await Promise.all(
    Array.from({ length: racers }, (_, at) => move(tenant, refId, 'in_review', ways[at % ways.length] ?? '')),
  )
  expect(tally(outcomes)).toEqual({ moved: 1, Conflict: racers - 1 })
  const [row] = await auditor.rows('strategy', tenant.id)
  expect(row?.status).toBe(ways[outcomes.indexOf('moved') % ways.length])
  await provider.relay.drain()
  expect(await audited(tenant)).toHaveLength(2)
})

test('no update of twenty who read the same revision is lost: one is written, the others are told', {
  tags: ['race'],
}, async () => {
  const tenant = await world.tenant()
  const [refId = ''] = await strategies(tenant, 1)
  const write = (at: number): Promise<string> =>
    within(tenant, (db) => repository(db, 'strategy').update(refId, { title: `By ${at}` }, { revision: 0 })).then(
      () => 'written',
      (error: unknown) => (error instanceof Error ? error.name : String(error)),
    )
  const outcomes = await Promise.all(Array.from({ length: racers }, (_, at) => write(at)))
  expect(tally(outcomes)).toEqual({ written: 1, Conflict: racers - 1 })
  const [row] = await auditor.rows('strategy', tenant.id)
  expect(row).toMatchObject({ title: `By ${outcomes.indexOf('written')}`, revision: 1 })
})

test('updates of parts that race leave one document and its bytes, and none that dangles', {
  tags: ['race'],
}, async () => {
  const tenant = await world.tenant()
  const records = new Records(world.description, tenant, {}, 1)
  const { refId } = await within(tenant, (db) => records.make(db, 'strategy'))
  const write = async (): Promise<string> =>
    await within(tenant, async (db) => {
      const { document } = await records.input(db, 'strategy')
      const changes = { document, objects: records.objectsOf('strategy') }
      return await repository(db, 'strategy').update(refId, changes, { revision: 0 })
    }).then(
      () => 'written',
      (error: unknown) => (error instanceof Error ? error.name : String(error)),
    )
  const outcomes = await Promise.all(Array.from({ length: 8 }, write))
  expect(tally(outcomes)).toEqual({ written: 1, Conflict: 7 })
  const late = world.provider({ now: () => new Date(Date.now() + 2 * 86_400_000) })
  for (let round = 0; round < 2; round += 1) await late.collect({ graceMs: 0, leaseMs: 0 })
  const { dangling, leftovers } = await auditor.inventory(tenant)
  expect({ dangling, leftovers }).toEqual({ dangling: [], leftovers: [] })
})
