import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Conflict, InvalidInput, Missing, Unavailable } from '../../../runtime/src/errors/errors.ts'
import type { Row } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'
import { faultyStores } from './faulty-stores.ts'
import { bookOf, inputs, Scoped } from './scoped.ts'
import { ask, intentsOf } from './tables.ts'

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

function inputOf(member: string): Record<string, unknown> {
  count += 1
  return { ...inputs(refersTo, own.tenant, count)[member] }
}

describe.each(['manuscript', 'agreement', 'rendition', 'pressCall', 'stencil'])('%s', (member) => {
  const tags = member === 'rendition' || member === 'manuscript' ? ['race'] : ['race', 'full']
  test('of eight racing calls with one key all give the one record', { tags }, async () => {
    const input = inputOf(member)
    const idempotencyKey = `race-${count}`
    const made = await Promise.all(
      Array.from({ length: 8 }, () => own.repository(member).create(input, { idempotencyKey })),
    )
    const [first] = made
    expect(new Set(made.map(({ refId }) => refId)).size).toBe(1)
    const rows = await ask(world, 'select state from stowage.storage_intents where idempotency_key like $1', [
      `${idempotencyKey}%`,
    ])
    expect(rows).toEqual([{ state: 'committed' }])
    expect(await own.repository(member).read(first?.refId ?? '')).toMatchObject({ refId: first?.refId })
  })

  test('the same key with another input is a conflict, and the first one stands', { tags }, async () => {
    const input = inputOf(member)
    const idempotencyKey = `other-${count}`
    const made = await own.repository(member).create(input, { idempotencyKey })
    const another = { ...inputOf(member) }
    await expect(own.repository(member).create(another, { idempotencyKey })).rejects.toThrow(Conflict)
    expect((await own.repository(member).create(input, { idempotencyKey })).refId).toBe(made.refId)
  })
})

test('the same key with other bytes is a conflict', async () => {
  const input = inputOf('manuscript')
  await own.repository('manuscript').create(input, { idempotencyKey: 'bytes' })
  const again = own
    .repository('manuscript')
    .create({ ...input, objects: { body: 'other' } }, { idempotencyKey: 'bytes' })
  await expect(again).rejects.toThrow(/idempotency key/)
})

test('the same bytes are the same request however they are given', async () => {
  const input = inputOf('manuscript')
  const made = await own
    .repository('manuscript')
    .create({ ...input, objects: { body: 'text' } }, { idempotencyKey: 'form' })
  const stream = new Blob(['te', 'xt']).stream()
  const again = await own
    .repository('manuscript')
    .create({ ...input, objects: { body: stream } }, { idempotencyKey: 'form' })
  expect(again.refId).toBe(made.refId)
})

test('a key is a tenant’s own', async () => {
  const other = new Scoped(world, await world.tenant())
  const theirs = inputs(await bookOf(other), other.tenant, 1).manuscript ?? {}
  const [a, b] = [
    await own.repository('manuscript').create(inputOf('manuscript'), { idempotencyKey: 'shared' }),
    await other.repository('manuscript').create(theirs, { idempotencyKey: 'shared' }),
  ]
  expect(a.refId).not.toBe(b.refId)
})

test('an update that was done is not done again, though the record has moved on', async () => {
  const manuscripts = own.repository('manuscript')
  const made = await manuscripts.create(inputOf('manuscript'))
  const changes = { objects: { body: 'once' } }
  const options = { revision: 0, idempotencyKey: `update-${count}` }
  await manuscripts.update(made.refId, changes, options)
  await manuscripts.update(made.refId, { objects: { body: 'twice' } }, { revision: 1 })
  expect((await manuscripts.update(made.refId, changes, options)).revision).toBe(2)
  expect(await own.handle('manuscript', 'body').text(made.refId)).toBe('twice')
})

test('what was made and is deleted by now is given as it is; what was purged is missing', async () => {
  const manuscripts = own.repository('manuscript')
  const input = inputOf('manuscript')
  const options = { idempotencyKey: `gone-${count}` }
  const made = await manuscripts.create(input, options)
  await manuscripts.delete(made.refId)
  expect((await manuscripts.create(input, options)).refId).toBe(made.refId)
  await manuscripts.purge(made.refId)
  await expect(manuscripts.create(input, options)).rejects.toThrow(Missing)
})

test('a caller without a key is told the one with which to try again', async () => {
  const input = inputOf('manuscript')
  const { stores } = faultyStores(world.stores, { at: 2, side: 'after', mode: 'dead' })
  const broken: unknown = await new Scoped(world, own.tenant, { stores })
    .repository('manuscript')
    .create(input)
    .catch((error: unknown) => error)
  expect(broken).toBeInstanceOf(Unavailable)
  const { idempotencyKey } = (broken as Unavailable).facts
  const made = await own.repository('manuscript').create(input, { idempotencyKey: String(idempotencyKey) })
  expect(await intentsOf(world, made.refId)).toMatchObject([{ state: 'committed' }])
})

test('a key must be a text that is not too long', async () => {
  for (const idempotencyKey of ['', 'x'.repeat(201), 7 as never]) {
    const made = own.repository('manuscript').create(inputOf('manuscript'), { idempotencyKey })
    await expect(made).rejects.toThrow(InvalidInput)
  }
})

describe('what the collector has aborted', () => {
  test('is a conflict for the writer who comes late, and is made by the same key afterwards', async () => {
    const input = inputOf('manuscript')
    const idempotencyKey = `late-${count}`
    const { stores } = world
    let aborted = ''
    // The collector comes between the document and the commit.
    const slow = {
      ...stores,
      documents: {
        ...stores.documents,
        insert: async (collection: string, document: never) => {
          await stores.documents.insert(collection, document)
          const [found] = await ask<{ id: string }>(
            world,
            `update stowage.storage_intents set state = 'aborted', settled_on = now()
              where idempotency_key = $1 and state = 'pending' returning id`,
            [idempotencyKey],
          )
          aborted = found?.id ?? ''
        },
      },
    }
    const late = new Scoped(world, own.tenant, { stores: slow as never }).repository('manuscript')
    await expect(late.create(input, { idempotencyKey })).rejects.toThrow(/collected/)
    const rows = await ask(world, 'select 1 from manuscripts where version = $1', [input.version])
    expect(rows).toHaveLength(0)
    const made = await own.repository('manuscript').create(input, { idempotencyKey })
    const [intent] = await intentsOf(world, made.refId)
    expect(intent?.id).not.toBe(aborted)
    // The collector still knows what the aborted attempt has left.
    const kept = await ask<{ idempotency_key: string; parts: { puts: unknown[] } }>(
      world,
      'select idempotency_key, parts from stowage.storage_intents where id = $1',
      [aborted],
    )
    expect(kept).toMatchObject([{ idempotency_key: `${idempotencyKey}:${aborted}`, parts: { puts: [{}] } }])
  })

  test('never shows a document that is a record, however slow its writer', async () => {
    const input = inputOf('rendition')
    const idempotencyKey = `late-${count}`
    const { stores } = world
    const abort = (): Promise<unknown[]> =>
      ask(
        world,
        `update stowage.storage_intents set state = 'aborted', settled_on = now()
          where idempotency_key = $1 and state = 'pending' returning id`,
        [idempotencyKey],
      )
    const inserted: string[] = []
    const slow = {
      ...stores,
      objects: new Proxy(stores.objects, {
        get: (target, name) =>
          name === 'put'
            ? async (...args: Parameters<typeof target.put>) => {
                const done = await target.put(...args)
                await abort()
                return done
              }
            : (Reflect.get(target, name) as () => void).bind(target),
      }),
      documents: {
        ...stores.documents,
        insert: async (collection: string, document: { _id: string }) => {
          inserted.push(document._id)
          await stores.documents.insert(collection, document)
        },
      },
    }
    const late = new Scoped(world, own.tenant, { stores: slow as never }).repository('rendition')
    await expect(late.create(input, { idempotencyKey })).rejects.toThrow(Conflict)
    expect(inserted).toEqual([])
    const made = await own.repository('rendition').create(input, { idempotencyKey })
    expect(await own.repository('rendition').read(made.refId)).toBeDefined()
  })

  test('is not what has passed its fence: from there on it only goes forward', async () => {
    const input = inputOf('rendition')
    const idempotencyKey = `fence-${count}`
    const sound = faultyStores(world.stores)
    await new Scoped(world, own.tenant, { stores: sound.stores }).repository('rendition').create(inputOf('rendition'))
    const at = sound.calls.indexOf('documents.insert')
    const { stores } = faultyStores(world.stores, { at, side: 'after', mode: 'dead' })
    const dead = new Scoped(world, own.tenant, { stores }).repository('rendition')
    await expect(dead.create(input, { idempotencyKey })).rejects.toThrow(Unavailable)
    const states = await ask<{ state: string; ref_id: string }>(
      world,
      'select state, ref_id from stowage.storage_intents where idempotency_key = $1',
      [idempotencyKey],
    )
    expect(states).toMatchObject([{ state: 'locked' }])
    const made = await own.repository('rendition').create(input, { idempotencyKey })
    expect(made.refId).toBe(states[0]?.ref_id)
  })
})
