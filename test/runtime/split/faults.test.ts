import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Unavailable } from '../../../runtime/src/errors/errors.ts'
import type { Row } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'
import { type Fault, faultyStores } from './faulty-stores.ts'
import { bookOf, inputs, picture, Scoped } from './scoped.ts'
import { ask, intentsOf, storedOf } from './tables.ts'

let world: World
let own: Scoped
let refersTo: { readonly author: Row; readonly book: Row }
let count = 0

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  own = new Scoped(world, await world.tenant())
  refersTo = await bookOf(own)
})
afterAll(() => world?.close())

/** A write of one record: what is there before, and the write that is broken and tried again. */
interface Operation {
  readonly name: string
  readonly member: string
  prepare(): Promise<Row | undefined>
  run(scoped: Scoped, key: string, input: object, before: Row | undefined): Promise<Row | undefined>
}

function create(member: string): Operation {
  return {
    name: `${member}.create`,
    member,
    prepare: async () => undefined,
    run: (scoped, idempotencyKey, input) => scoped.repository(member).create(input, { idempotencyKey }),
  }
}

function update(member: string, changes: object): Operation {
  return {
    name: `${member}.update`,
    member,
    prepare: () => own.repository(member).create(inputOf(member)),
    run: (scoped, idempotencyKey, _, before) =>
      scoped.repository(member).update(before?.refId ?? '', complete(changes), { idempotencyKey, revision: 0 }),
  }
}

/** A rendition that is made with an update is of the book. */
function complete(changes: object): object {
  return 'output' in changes
    ? { ...changes, output: { book: refersTo.book.refId, ...Object(changes.output) } }
    : changes
}

const purge: Operation = {
  name: 'manuscript.purge',
  member: 'manuscript',
  prepare: async () => {
    const made = await own.repository('manuscript').create(inputOf('manuscript'))
    await own.repository('manuscript').delete(made.refId)
    return made
  },
  run: async (scoped, idempotencyKey, _, before) => {
    await scoped.repository('manuscript').purge(before?.refId ?? '', { idempotencyKey })
    return undefined
  },
}

const operations: readonly Operation[] = [
  create('manuscript'),
  create('agreement'),
  create('rendition'),
  create('pressCall'),
  create('acquisition'),
  create('stencil'),
  create('release'),
  update('manuscript', { document: { wordCount: 9 }, objects: { body: '# Again' } }),
  update('acquisition', { objects: { sample: null, report: 'fine' } }),
  update('release', { title: 'Other', output: { title: 'Other', metadata: {}, objects: { content: 'other' } } }),
  update('stencil', { objects: { picture: picture(1) } }),
  purge,
]

function inputOf(member: string): object {
  count += 1
  return inputs(refersTo, own.tenant, count)[member] ?? {}
}

/** Has every step that the others have but the lock and the fence. */
const always = ['manuscript.create']
/** With a lock, a fence, leavings, a tombstone; the others are like these. */
const inFull = ['agreement.create', 'rendition.create', 'manuscript.update', 'manuscript.purge']

describe.each(operations)('$name', (operation) => {
  const tags = always.includes(operation.name) ? [] : [inFull.includes(operation.name) ? 'full' : 'every']
  test('has exactly one effect when it is tried again after a fault at any call, on either side of it', {
    tags,
    timeout: 240_000,
  }, async () => {
    const sound = faultyStores(world.stores)
    const first = await operation.prepare()
    await operation.run(over(sound.stores), `sound-${count}`, inputOf(operation.member), first)
    expect(sound.calls.length).toBeGreaterThan(0)
    for (const [at, call] of sound.calls.entries()) {
      for (const side of ['before', 'after'] as const) {
        for (const mode of ['once', 'dead'] as const) {
          await demandOneEffect(operation, { at, side, mode }, `${side} ${call} (${at}), ${mode}`)
        }
      }
    }
  })
})

function over(stores: World['stores']): Scoped {
  return new Scoped(world, own.tenant, { stores })
}

async function demandOneEffect(operation: Operation, fault: Fault, where: string): Promise<void> {
  const before = await operation.prepare()
  const input = inputOf(operation.member)
  const key = `key-${count}`
  const records = await recordsOf(operation.member)
  const { stores } = faultyStores(world.stores, fault)
  const broken = await operation.run(over(stores), key, input, before).catch((error: unknown) => {
    expect(error, where).toBeInstanceOf(Unavailable)
    return undefined
  })
  const done = await operation.run(own, key, input, before)
  if (broken !== undefined) expect(done?.refId, where).toBe(broken.refId)
  const made = operation.name.endsWith('create') ? 1 : operation === purge ? -1 : 0
  expect(await recordsOf(operation.member), where).toBe(records + made)
  const refId = done?.refId ?? before?.refId ?? ''
  const intents = await intentsOf(world, refId)
  const own_ = intents.filter(({ operation: kind }) => operation.name.endsWith(kind))
  expect(
    own_.map(({ state }) => state),
    where,
  ).toEqual(['committed'])
  if (operation === purge) {
    expect(await own.repository('manuscript').withDeleted.find(refId), where).toBeNull()
    expect(await storedOf(world, refId), where).toEqual([])
    return
  }
  const read = await own.repository(operation.member).read(refId)
  // Everything that was written is pointed to, or known as what is left behind.
  const planned = intents.flatMap(({ parts }) => parts.puts.map((put) => put.key))
  const leaving = intents.flatMap(({ parts }) => parts.leavings.objects.map((leaving_) => leaving_.key))
  const pointed = Object.values(read.objects ?? {}).flatMap((facts) => (facts === null ? [] : [facts.key]))
  expect(pointed.sort(), where).toEqual(planned.filter((one) => !leaving.includes(one)).sort())
  expect(
    (await storedOf(world, refId)).map((stored) => stored.key),
    where,
  ).toEqual(pointed)
  for (const [member, facts] of Object.entries(read.objects ?? {})) {
    if (facts !== null) expect((await own.handle(operation.member, member).bytes(refId)).byteLength).toBe(facts.size)
  }
  const documents = intents.flatMap(({ parts }) => parts.documents)
  for (const { collection } of documents.slice(0, 1)) {
    const found = await world.stores.documents.page(collection, { limit: 10, where: { refId } })
    expect(found.map(({ _id }) => _id).sort(), where).toEqual(documents.map(({ id }) => id).sort())
  }
  // What a row is composed of was made once too.
  if (operation.name === 'release.create') {
    const found = await world.stores.documents.page('renditions', { limit: 10, where: { title: `Rendition ${count}` } })
    expect(found, where).toHaveLength(1)
  }
}

async function recordsOf(member: string): Promise<number> {
  const { table, documents } = world.description.entities[member] ?? {}
  if (table !== undefined) return (await ask(world, `select 1 from ${table.table}`)).length
  return (await world.stores.documents.page(documents?.collection ?? '', { limit: 10_000 })).length
}
