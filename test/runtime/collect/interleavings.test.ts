import { afterAll, beforeAll, expect, test } from 'vitest'
import { collect } from '../../../runtime/src/collect/collect.ts'
import { StowageError } from '../../../runtime/src/errors/stowage-error.ts'
import { rowRepository } from '../../../runtime/src/rows/repository.ts'
import type { Context } from '../../../runtime/src/scoped/context.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import { secretsOf } from '../../../runtime/src/secrets/secrets.ts'
import { splitRepository } from '../../../runtime/src/split/repository.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import { attempts, every } from '../../support/run-marks.ts'
import { Plant } from '../fsck/plant.ts'
import type { Repository, Row } from '../support/db.ts'
import type { SeededTenant } from '../support/seed.ts'
import { testKeys } from '../support/test-keys.ts'
import { openWorld, type World } from '../support/world.ts'
import { type Explored, explore, type Trial } from './explore.ts'
import { Actor, inTurns } from './scheduler.ts'
import { soundnessOf } from './soundness.ts'

let world: World
let plant: Plant
let tenant: SeededTenant

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  plant = await Plant.open(world)
  tenant = await world.tenant()
})
afterAll(async () => {
  await plant?.close()
  await world?.close()
})

const hour = 3_600_000
const graceMs = hour

/** The repository of a split entity over some stores, as an application of the tenant has it. */
function repositoryOver(stores: Stores, member: string): Repository {
  const context: Context = {
    stores,
    scope: { kind: 'tenant', tenant: { id: tenant.id, refId: tenant.refId } },
    secrets: secretsOf(world.description, testKeys),
    observer: silent,
    model: () => Promise.reject(new Error('not asked for')),
  }
  const hasRow = world.description.entities[member]?.table !== undefined
  return splitRepository(context, member, hasRow ? rowRepository(context, member) : {}) as Repository
}

interface Scenario {
  readonly member: string
  /** What is there before; its clock is the writer's. */
  readonly before?: (repository: Repository) => Promise<Row>
  readonly work: (repository: Repository, before: Row | undefined) => Promise<unknown>
  /** Parts of the names of what may lie about for good: a lock keeps it. */
  readonly stays?: readonly string[]
}

/** Texts in the SQL of one of the two, and what stands there instead. */
interface Mutation {
  readonly writer?: readonly [from: string, to: string]
  readonly collector?: readonly [from: string, to: string]
}

function mutated(stores: Stores, mutation: readonly [from: string, to: string] | undefined): Stores {
  if (mutation === undefined) return stores
  const [from, to] = mutation
  return {
    ...stores,
    postgres: {
      close: () => stores.postgres.close(),
      run: (scope, work, options) =>
        stores.postgres.run(
          scope,
          (session) =>
            work({
              scope: session.scope,
              delegate: (name) => session.delegate(name),
              query: (text, values) => session.query(text.replace(from, to), values),
            }),
          options,
        ),
    },
  }
}

/** The writer is so slow that its attempt has expired at whatever moment the collector comes by. */
async function trial(scenario: Scenario, mutate: Mutation = {}): Promise<Trial> {
  const { member, before, work } = scenario
  await plant.clear()
  const started = new Date(Date.now() - 24 * hour)
  const late = new Date(started.getTime() + 2 * hour)
  const atStart = { ...plant.stores, now: () => started }
  const record = await before?.(repositoryOver(atStart, member))
  const writer = new Actor('writer')
  const collector = new Actor('collector')
  const forWriter = inTurns(mutated(plant.stores, mutate.writer), writer, () => started)
  const forCollector = inTurns(mutated(plant.stores, mutate.collector), collector, () => late)
  const written = writer.start(() => work(repositoryOver(forWriter, member), record))
  const collected = collector.start(() => collect(forCollector, silent, { graceMs }))
  return {
    actors: [writer, collector],
    check: async () => {
      const [end, sweep] = await Promise.all([written, collected])
      if (sweep.status === 'rejected') throw sweep.reason
      if (end.status === 'rejected' && !(end.reason instanceof StowageError)) throw end.reason
      await demandSound(end, scenario)
    },
  }
}

/** Whatever was committed is whole; what was refused has left nothing that anybody sees, and in the end nothing at all. */
async function demandSound(end: PromiseSettledResult<unknown>, { member, stays = [] }: Scenario): Promise<void> {
  expect((await soundnessOf(plant)).lost).toEqual([])
  if (end.status === 'fulfilled' && isRow(end.value)) await repositoryOver(plant.stores, member).read(end.value.refId)
  // Days later the collector has been by again, and there is nothing that it can have missed.
  plant.now = new Date(Date.now() + 72 * hour)
  await collect(plant.stores, silent, { graceMs })
  await collect(plant.stores, silent, { graceMs })
  plant.now = new Date()
  const { lost, leftovers } = await soundnessOf(plant)
  expect(lost).toEqual([])
  expect(leftovers.filter((name) => !stays.some((part) => name.includes(part)))).toEqual([])
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'refId' in value
}

let book: { readonly refId: string }
let author: { readonly refId: string }
beforeAll(async () => {
  book = await plant.book(tenant)
  author = await plant.row('author', { house_id: tenant.id })
})

function manuscript(version: number): object {
  return {
    book: book.refId,
    version,
    document: { sections: [], wordCount: version },
    objects: { body: `the text of version ${version}` },
  }
}

function keyed(key: string): { readonly idempotencyKey: string } {
  return { idempotencyKey: key }
}

const scenarios: Readonly<Record<string, Scenario>> = {
  'manuscript.create': {
    member: 'manuscript',
    work: (repository) => repository.create(manuscript(1), keyed('one')),
  },
  'manuscript.update': {
    member: 'manuscript',
    before: (repository) => repository.create(manuscript(1)),
    work: (repository, row) =>
      repository.update(
        row?.refId ?? '',
        { document: { wordCount: 7 }, objects: { body: 'another text' } },
        { revision: row?.revision ?? -1, ...keyed('two') },
      ),
  },
  'manuscript.purge': {
    member: 'manuscript',
    before: async (repository) => {
      const row = await repository.create(manuscript(1))
      await repository.delete(row.refId)
      return row
    },
    work: (repository, row) => repository.purge(row?.refId ?? '', keyed('three')),
  },
  'rendition.create': {
    member: 'rendition',
    work: (repository) =>
      repository.create(
        { book: book.refId, title: 'A title', metadata: {}, objects: { content: '<p>rendered</p>' } },
        keyed('four'),
      ),
  },
  'agreement.create': {
    member: 'agreement',
    stays: ['/agreements/'],
    work: (repository) =>
      repository.create(
        {
          author: author.refId,
          number: 'A 1',
          signedOn: new Date(0),
          witnessedBy: tenant.user.refId,
          witnessEmail: 'ada@example.com',
          objects: { scan: '%PDF-signed' },
        },
        keyed('five'),
      ),
  },
}

/** These take half a minute and more each: all their orders are run by `npm run test:every`, the first ones else. */
const thorough: ReadonlySet<string> = new Set([
  'manuscript.create',
  'manuscript.update',
  'rendition.create',
  'agreement.create',
])

test.each(Object.entries(scenarios))(
  '%s against the collector, in every order of their steps',
  async (name, scenario) => {
    const isShort = thorough.has(name) && !every
    const explored = await explore(() => trial(scenario), isShort ? { most: attempts(40, 7) } : {})
    tally.set(name, explored)
    expect(explored.orders).toBeGreaterThan(5)
  },
  600_000,
)

const tally = new Map<string, Explored>()

afterAll(() => {
  for (const [name, { orders, interleavings, longest }] of tally) {
    console.log(`${name}: ${orders} orders for ${interleavings} interleavings of up to ${longest} steps`)
  }
})

test('a retry with the same key goes through at every point of the collector’s work on the attempt before', async () => {
  const create = (repository: Repository): Promise<Row> => repository.create(manuscript(1), keyed('one'))
  const atStart = new Date(Date.now() - 24 * hour)
  const late = new Date(atStart.getTime() + 2 * hour)
  for (let turns = 0; ; turns += 1) {
    await plant.clear()
    const first = new Actor('first')
    const begun = first.start(() =>
      create(
        repositoryOver(
          inTurns(plant.stores, first, () => atStart),
          'manuscript',
        ),
      ),
    )
    // Intent, bytes and document are there; the commit is still to come, and comes when the collector has been by.
    await first.settled()
    while (first.parked !== undefined && plant.documents.of('manuscript_contents').size === 0) await first.proceed()
    const collector = new Actor('collector')
    const swept = collector.start(() =>
      collect(
        inTurns(plant.stores, collector, () => late),
        silent,
        { graceMs },
      ),
    )
    await collector.settled()
    let taken = 0
    for (; taken < turns && collector.parked !== undefined; taken += 1) await collector.proceed()
    const isLast = collector.parked === undefined
    const again = await create(repositoryOver({ ...plant.stores, now: () => late }, 'manuscript'))
    while (collector.parked !== undefined) await collector.proceed()
    while (first.parked !== undefined) await first.proceed()
    const [end, sweep] = await Promise.all([begun, swept])
    if (sweep.status === 'rejected') throw sweep.reason
    if (end.status === 'rejected' && !(end.reason instanceof StowageError)) throw end.reason
    expect(await plant.sql('SELECT ref_id FROM manuscripts')).toEqual([{ ref_id: again.refId }])
    const create_ = scenarios['manuscript.create']
    if (create_ === undefined) throw new Error('no scenario')
    await demandSound({ status: 'fulfilled', value: again }, create_)
    if (!isLast) continue
    expect(turns).toBeGreaterThan(8)
    break
  }
}, 600_000)

/** Each takes one of the two sides of the fence away. */
const mutations: Readonly<Record<string, Mutation>> = {
  'a collector that does not abort what it sweeps': {
    collector: [`state = 'aborted', settled_on = $1::timestamptz,`, ''],
  },
  'a writer that commits what was aborted': {
    writer: [`where id = $1::uuid and state in ('pending', 'locked') returning id`, 'where id = $1::uuid returning id'],
  },
}

test.each(Object.entries(mutations))(
  '%s loses bytes in some order',
  async (_name, mutation) => {
    const create = scenarios['manuscript.create']
    if (create === undefined) throw new Error('no scenario')
    await expect(explore(() => trial(create, mutation))).rejects.toThrow(/lost|object|document/)
  },
  600_000,
)
