import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Unavailable } from '../../../runtime/src/errors/errors.ts'
import { type DrainOptions, type DrainReport, drain } from '../../../runtime/src/relay/drain.ts'
import type { OutboxRow } from '../../../runtime/src/relay/outbox.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import type { StoredDocument } from '../../../runtime/src/stores/documents.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import { Plant } from '../fsck/plant.ts'
import type { SeededTenant } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let plant: Plant
let tenant: SeededTenant

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
})
afterAll(() => world?.close())
beforeEach(async () => {
  plant = await Plant.open(world)
  await plant.sql('DELETE FROM stowage.outbox')
  tenant = await world.tenant()
  return () => plant.close()
})

/** Moves that somebody makes of one book: planned, writing, editing and back, as often as is asked. */
async function moves(count: number, of: SeededTenant = tenant): Promise<string> {
  const book = await plant.book(of)
  for (let n = 0; n < count; n += 1) {
    const actor = JSON.stringify({ kind: 'user', id: of.user.refId })
    await plant.sql('SELECT set_config($1, $2, false)', ['app.actor', actor])
    await plant.sql('UPDATE books SET status = $1 WHERE id = $2', [n % 2 === 0 ? 'writing' : 'editing', book.id])
  }
  return book.refId
}

async function run(options: DrainOptions = {}, stores: Stores = plant.stores): Promise<DrainReport> {
  return await drain(stores, silent, options)
}

function records(): readonly StoredDocument[] {
  return [...plant.documents.of('audit_entries').values()]
}

test('a move becomes one record that says what moved, from what to what, when, and who did it', async () => {
  const refId = await moves(1)
  expect(await run()).toMatchObject({ delivered: 1, failed: 0, waiting: 0 })
  const [row] = await plant.sql('SELECT created_on, dedupe_key FROM stowage.outbox')
  expect(records()).toEqual([
    expect.objectContaining({
      houseId: tenant.refId,
      action: 'book.transition',
      actor: { kind: 'user', id: tenant.user.refId },
      entity: 'Book',
      entityRefId: refId,
      before: { status: 'planned' },
      after: { status: 'writing' },
      occurredOn: row?.created_on,
      dedupeKey: row?.dedupe_key,
      createdBy: tenant.user.refId,
    }),
  ])
})

test('the collection takes the record: every field is there and of the right type', async () => {
  await moves(1)
  expect(await run({}, { ...plant.stores, documents: world.stores.documents })).toMatchObject({
    delivered: 1,
    failed: 0,
  })
  const found = await world.stores.documents.page('audit_entries', { tenant: tenant.refId, limit: 10 })
  expect(found).toHaveLength(1)
})

test('rows are delivered in the order in which they were written', async () => {
  await moves(30)
  const seen: string[] = []
  await run({ deliver: async ({ payload }) => void seen.push(`${payload.from} ${payload.to}`) })
  const [first, ...rest] = seen
  expect(first).toBe('planned writing')
  expect(rest).toEqual(rest.map((_, at) => (at % 2 === 0 ? 'writing editing' : 'editing writing')))
})

test('a crash between delivery and mark leaves exactly one record once the next relay has been by', async () => {
  await moves(3)
  const stores = plant.stores
  const dies: Stores = {
    ...inserting(async (collection, document) => {
      await plant.documents.insert(collection, document)
      if (records().length === 2) throw new Crash('killed')
    }),
    postgres: {
      ...stores.postgres,
      // What dies in a transaction takes it along.
      run: (scope, work, options) =>
        stores.postgres.run(
          scope,
          (session) =>
            work({
              ...sessionOf(session),
              query: async (text, values) => {
                if (records().length === 2) throw new Crash('killed')
                return await session.query(text, values)
              },
            }),
          options,
        ),
    },
  }
  await expect(run({}, dies)).rejects.toThrow('killed')
  expect(records()).toHaveLength(2)
  expect(await plant.sql('SELECT FROM stowage.outbox WHERE delivered_on IS NOT NULL')).toHaveLength(0)
  expect(await run()).toMatchObject({ delivered: 3, waiting: 0 })
  expect(records()).toHaveLength(3)
  expect(new Set(records().map(({ dedupeKey }) => dedupeKey)).size).toBe(3)
})

test('a move that is made again after PostgreSQL went back to an earlier time is a record of its own', async () => {
  const refId = await moves(1)
  const stores = { ...plant.stores, documents: world.stores.documents }
  await run({}, stores)
  // The audit log is as it was; the row and the outbox are those of the backup, and the revision is given out once more.
  await plant.sql('DELETE FROM stowage.outbox')
  await plant.sql('SET session_replication_role = replica')
  await plant.sql("UPDATE books SET status = 'planned', revision = 0 WHERE ref_id = $1", [refId])
  await plant.sql('SET session_replication_role = origin')
  await plant.sql("UPDATE books SET status = 'writing' WHERE ref_id = $1", [refId])
  expect(await run({}, stores)).toMatchObject({ delivered: 1, waiting: 0 })
  const found = await world.stores.documents.page('audit_entries', { tenant: tenant.refId, limit: 10 })
  expect(found.map(({ entityRefId }) => entityRefId)).toEqual([refId, refId])
})

test('several relays at once deliver each row once between them', async () => {
  await moves(120)
  const seen: string[] = []
  const deliver = async ({ dedupeKey }: OutboxRow): Promise<void> => {
    seen.push(dedupeKey)
    await new Promise((done) => setTimeout(done, 1))
  }
  const reports = await Promise.all([run({ deliver }), run({ deliver }), run({ deliver })])
  const delivered = reports.reduce((sum, report) => sum + report.delivered, 0)
  // One that finds the last rows taken ends before they are delivered.
  await run({ deliver })
  expect(delivered).toBe(120)
  expect(seen.length).toBe(120)
  expect(new Set(seen).size).toBe(120)
})

test('a row that cannot be delivered holds up no other, rests longer each time, and is left to a person in the end', async () => {
  await moves(3)
  const [poison] = await plant.sql('SELECT dedupe_key FROM stowage.outbox ORDER BY position LIMIT 1')
  let tried = 0
  const deliver = async ({ dedupeKey }: OutboxRow): Promise<void> => {
    if (dedupeKey !== poison?.dedupe_key) return
    tried += 1
    throw new TypeError('Ada Lovelace is not allowed')
  }
  expect(await run({ deliver })).toMatchObject({ delivered: 2, failed: 1, waiting: 1 })
  expect(await run({ deliver })).toMatchObject({ delivered: 0, failed: 0, waiting: 1 })
  const [row] = await plant.sql('SELECT attempts, last_error FROM stowage.outbox WHERE delivered_on IS NULL')
  expect(row).toEqual({ attempts: 1, last_error: 'TypeError' })
  const rests: number[] = []
  for (let hours = 0; tried < 20; hours += 1) {
    plant.now = new Date(Date.now() + hours * 3_600_000)
    const before = tried
    await run({ deliver })
    if (tried > before) rests.push(hours)
  }
  expect(rests.at(-1)).toBeGreaterThan(100)
  plant.now = new Date(Date.now() + 1e12)
  expect(await run({ deliver })).toMatchObject({ failed: 0, waiting: 1 })
})

test('a slow audit log is written to in transactions that end in time', async () => {
  await moves(60)
  const real = performance.now.bind(performance)
  let late = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => real() + late)
  const lasted: number[] = []
  const slow = inserting(async (collection, document) => {
    late += 2_600
    await plant.documents.insert(collection, document)
  })
  const timed: Stores = {
    ...slow,
    postgres: {
      ...slow.postgres,
      run: async (scope, work, options) => {
        const begun = performance.now()
        try {
          return await slow.postgres.run(scope, work, options)
        } finally {
          lasted.push(performance.now() - begun)
        }
      },
    },
  }
  expect(await run({}, timed)).toMatchObject({ delivered: 60, failed: 0, waiting: 0 })
  expect(Math.max(...lasted)).toBeLessThan(45_000)
  clock.mockRestore()
})

test('where the audit log goes away in the middle, what it took counts as delivered, and no other row is tried in vain', async () => {
  await moves(10)
  let tried = 0
  const failing = inserting(async (collection, document) => {
    tried += 1
    if (tried > 4) throw new Unavailable('mongo', 'no answer')
    await plant.documents.insert(collection, document)
  })
  expect(await run({}, failing)).toMatchObject({ delivered: 4, failed: 1, waiting: 6 })
  expect(tried).toBe(5)
  expect(await plant.sql('SELECT FROM stowage.outbox WHERE attempts = 0')).toHaveLength(5)
})

test('where the audit log is away from the first, the call says so, and the row rests', async () => {
  await moves(3)
  const away = inserting(() => Promise.reject(new Unavailable('mongo', 'no answer')))
  await expect(run({}, away)).rejects.toThrow(Unavailable)
  const rows = await plant.sql('SELECT attempts, last_error FROM stowage.outbox ORDER BY position')
  expect(rows.map(({ attempts }) => attempts)).toEqual([1, 0, 0])
  expect(rows[0]?.last_error).toBe('Unavailable unavailable')
  expect(await run()).toMatchObject({ delivered: 2, waiting: 1 })
})

test('what was delivered long ago is removed, what waits never', async () => {
  await moves(2)
  await run({ limit: 1 })
  plant.now = new Date(Date.now() + 8 * 86_400_000)
  expect(await run({ deliver: () => Promise.reject(new Error('no')) })).toMatchObject({ pruned: 1, waiting: 1 })
  expect(await plant.sql('SELECT FROM stowage.outbox')).toHaveLength(1)
})

test('a spec without an audit log says so at once', async () => {
  const { audit: _, ...description } = plant.stores.description
  await expect(run({}, { ...plant.stores, description })).rejects.toThrow('names no audit log')
})

class Crash extends Error {}

/** The stores of the plant, with another way into the audit log. */
function inserting(insert: Stores['documents']['insert']): Stores {
  return { ...plant.stores, documents: { ...methodsOf(plant.documents), insert } }
}

function methodsOf(documents: Stores['documents']): Stores['documents'] {
  return {
    insert: (...given) => documents.insert(...given),
    find: (...given) => documents.find(...given),
    findMany: (...given) => documents.findMany(...given),
    remove: (...given) => documents.remove(...given),
    page: (...given) => documents.page(...given),
    close: () => documents.close(),
  }
}

type Session = Parameters<Parameters<Stores['postgres']['run']>[1]>[0]

function sessionOf(session: Session): Session {
  return {
    scope: session.scope,
    query: (text, values) => session.query(text, values),
    delegate: (name) => session.delegate(name),
  }
}
