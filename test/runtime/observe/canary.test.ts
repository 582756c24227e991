import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FieldDescription } from '../../../runtime/src/description/field.ts'
import { createFactories, type EntityFactory } from '../../../runtime/src/factories/factories.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import type { Db } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'
import { canary, hostileFilters, hostileInputs, withCanary } from './canary-inputs.ts'
import { startTelemetry, type Telemetry } from './telemetry.ts'

let world: World
let telemetry: Telemetry

beforeAll(async () => {
  telemetry = startTelemetry()
  world = await openWorld('test/runtime/spec')
})
afterAll(async () => {
  await world.close()
  await telemetry.stop()
})

/** Everything that a program could print of what happened, save what it was given as a result. */
class Prints {
  readonly #lines: string[] = []
  failures = 0
  successes = 0

  readonly logger = {
    debug: (...line: unknown[]): void => this.add(line),
    info: (...line: unknown[]): void => this.add(line),
    warn: (...line: unknown[]): void => this.add(line),
    error: (...line: unknown[]): void => this.add(line),
  }

  add(value: unknown): void {
    this.#lines.push(inspect(value, { depth: 30, showHidden: true, getters: true, maxStringLength: null }), json(value))
    if (value instanceof Error) this.#lines.push(value.message, value.stack ?? '', String(value))
  }

  async attempt(work: () => unknown): Promise<void> {
    try {
      await work()
      this.successes += 1
    } catch (error) {
      this.failures += 1
      this.add(error)
    }
  }

  /** Lines that hold it, cut short. */
  leaks(): readonly string[] {
    return this.#lines.filter((line) => line.toLowerCase().includes(canary)).map((line) => line.slice(0, 600))
  }
}

function json(value: unknown): string {
  const seen = new Set<unknown>()
  return (
    JSON.stringify(value, (_, part: unknown) => {
      if (typeof part === 'bigint') return String(part)
      if (typeof part !== 'object' || part === null) return part
      if (seen.has(part)) return 'again'
      seen.add(part)
      return part
    }) ?? ''
  )
}

type Method = (...args: unknown[]) => unknown

function methodOf(db: Db, member: string, name: string): Method | undefined {
  const found = (db[member] as Readonly<Record<string, unknown>>)[name]
  return typeof found === 'function' ? (found as Method) : undefined
}

async function tryAll(prints: Prints, db: Db, member: string, factory: EntityFactory): Promise<void> {
  const { table, documents } = world.description.entities[member] ?? {}
  const fields: readonly FieldDescription[] = (table ?? documents)?.fields ?? []
  const call = async (name: string, ...args: unknown[]): Promise<void> => {
    const method = methodOf(db, member, name)
    if (method !== undefined) await prints.attempt(() => method(...args))
  }
  const valid = withCanary({ ...(await factory.input(db)) }, fields)
  let refId = ''
  await prints.attempt(async () => {
    const made = await methodOf(db, member, 'create')?.(valid, { idempotencyKey: `key-${member}` })
    refId = (made as { readonly refId: string }).refId
  })
  // The same once more clashes where something must be unique; under its key it is the same, and another is not.
  await call('create', valid)
  await call('create', { ...valid, objects: {} }, { idempotencyKey: `key-${member}` })
  for (const input of hostileInputs(valid, fields)) await call('create', input)
  for (const input of hostileInputs({}, fields)) await call('update', refId, input, { revision: 0 })
  await call('createMany', [valid, valid])
  for (const where of hostileFilters(fields)) {
    await call('findMany', { where, take: 1 })
    await call('count', { where })
    await call('updateMany', { where, data: where })
  }
  await call('aggregate', [{ $match: { $where: canary } }])
  await call('aggregate', [{ $project: { a: { $function: { body: canary } } } }])
  await call('groupBy', { by: [canary], where: { a: canary } })
  await call('search', canary)
  await call('distinct', canary)
  await call('page', { after: canary })
  for (const name of ['find', 'get', 'read', 'delete', 'restore', 'purge', 'contentUrl']) await call(name, canary)
  await call('transition', refId, canary, { from: canary })
  await call('update', refId, valid, { revision: 99 })
  await call('read', refId)
  await call('delete', refId)
  await call('restore', refId)
}

test.each([
  ['a message', new Error(canary)],
  ['a cause', new Error('x', { cause: new Error(canary) })],
  ['a member', Object.assign(new Error('x'), { meta: { target: [canary] } })],
  ['a stack', Object.assign(new Error('x'), { stack: canary })],
])('what looks for values finds one in %s', (_, error) => {
  const prints = new Prints()
  prints.logger.debug({ error }, 'x')
  expect(prints.leaks()).not.toEqual([])
})

test('no value is in a log line, a span or an error, over every operation of every entity', async () => {
  const prints = new Prints()
  const { refId, user } = await world.tenant()
  const provider = world.provider({ logger: prints.logger })
  await world.provider().system('what all share', async (db) => {
    await createFactories(world.description).currency?.create(db)
  })
  const factories = createFactories(world.description, { seed: 9 })
  const all = Object.keys(world.description.entities).filter((member) => member !== 'house')
  // One of each kind, unless there is time for all of them.
  const members = process.env.TEST_FULL === '1' ? all : ['author', 'styleGuide', 'manuscript', 'release']
  for (const member of members) {
    await prints.attempt(() =>
      provider.withTenant(
        refId,
        async (db) => {
          const factory = factories[member]
          if (factory !== undefined) await tryAll(prints, db, member, factory)
        },
        { actor: { kind: 'user', id: user.refId } },
      ),
    )
  }
  await prints.attempt(() => provider.withTenant(canary, () => 'reached'))
  await prints.attempt(() => provider.withTenant(refId, () => 'reached', { actor: { kind: 'user', id: canary } }))
  await prints.attempt(() => provider.lookup.editor?.byEmail?.(`${canary}@example.com`))
  await prints.attempt(() => provider.lookup.editor?.byEmail?.(`${canary}\0`))
  await prints.attempt(() =>
    provider.load(refId, (loader) => loader.author?.createMany([{ penName: canary, revision: canary }])),
  )
  await prints.attempt(() => provider.relay.drain())
  expect(prints.leaks()).toEqual([])
  expect(prints.failures).toBeGreaterThan(200)
  expect(prints.successes).toBeGreaterThan(50)

  for (const { name, attributes, events, status, links } of telemetry.spans())
    prints.add({ name, attributes, events, status, links })
  prints.add((await telemetry.measured()).resourceMetrics)
  expect(telemetry.spans().length).toBeGreaterThan(250)
  expect(prints.leaks()).toEqual([])
}, 240_000)

test('no value is in what comes of a store that fails with all that it was given', async () => {
  const prints = new Prints()
  const { refId } = await world.tenant()
  const chatty = (): Error =>
    Object.assign(new Error(`could not write ${canary}\n    at ${canary} (file:///a.ts:1:1)`, { cause: { canary } }), {
      detail: canary,
      meta: { target: [canary] },
      request: { body: canary },
    })
  const failing = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name)
        return name === 'close' && typeof value === 'function' ? value.bind(target) : () => Promise.reject(chatty())
      },
    })
  const broken: Readonly<Record<string, (stores: Stores) => Stores>> = {
    documents: (stores) => copy(stores, { documents: failing(stores.documents) }),
    objects: (stores) => copy(stores, { objects: failing(stores.objects) }),
  }
  for (const [name, stores] of Object.entries(broken)) {
    const provider = world.provider({ logger: prints.logger, stores, retries: { attempts: 1 } })
    const factories = createFactories(world.description, { seed: name.length })
    for (const member of ['manuscript', 'rendition', 'agreement', 'release', 'acquisition'])
      await prints.attempt(() => provider.withTenant(refId, (db) => factories[member]?.create(db)))
  }
  const unreachable = `postgresql://someone:${canary}@127.0.0.1:9/press`
  const lost = world.provider({ logger: prints.logger, postgresUrl: unreachable, retries: { attempts: 1 } })
  await prints.attempt(() => lost.withTenant(refId, () => 'reached'))
  expect(prints.failures).toBeGreaterThan(5)
  expect(prints.leaks()).toEqual([])
}, 120_000)

/** Getters and all: a store that is not asked for is not made. */
function copy(stores: Stores, over: Partial<Stores>): Stores {
  const { description, postgres, documents, objects } = stores
  return {
    description,
    postgres,
    documents,
    objects,
    bucket: (name) => stores.bucket(name),
    now: () => stores.now(),
    ...over,
  }
}
