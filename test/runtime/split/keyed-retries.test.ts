import { afterAll, beforeAll, expect, test } from 'vitest'
import { Conflict, Forbidden, Missing } from '../../../runtime/src/errors/errors.ts'
import type { Row } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'
import { bookOf, inputs, Scoped } from './scoped.ts'
import { ask } from './tables.ts'

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

async function made(member: string): Promise<Row> {
  count += 1
  return await own.repository(member).create(inputs(refersTo, own.tenant, count)[member] ?? {})
}

function operator(): Scoped {
  return new Scoped(world, own.tenant, { scope: { kind: 'system', reason: 'a test' } })
}

test('of two records purged at once under one key one stays', { tags: ['race'] }, async () => {
  const manuscripts = own.repository('manuscript')
  for (let round = 0; round < 8; round += 1) {
    const both = [await made('manuscript'), await made('manuscript')].map(({ refId }) => refId)
    for (const refId of both) await manuscripts.delete(refId)
    const ends = await Promise.allSettled(
      both.map((refId) => manuscripts.purge(refId, { idempotencyKey: `both-${round}` })),
    )
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
    expect(await ask(world, 'select 1 from manuscripts where ref_id = any($1)', [both])).toHaveLength(1)
  }
})

test('a deletion under a key is done once, whatever has become of the record', async () => {
  const manuscripts = own.repository('manuscript')
  const { refId } = await made('manuscript')
  const options = { idempotencyKey: 'delete' }
  await manuscripts.delete(refId, options)
  await manuscripts.delete(refId, options)
  await manuscripts.restore(refId)
  await manuscripts.delete(refId, options)
  expect(await manuscripts.find(refId)).not.toBeNull()
  expect((await manuscripts.read(refId)).objects.body).toBeDefined()
  const another = await made('manuscript')
  await expect(manuscripts.delete(another.refId, options)).rejects.toThrow(Conflict)
  expect(await manuscripts.find(another.refId)).not.toBeNull()
})

test('a deletion under a key leaves all of its parts', async () => {
  const manuscripts = own.repository('manuscript')
  const { refId } = await made('manuscript')
  await manuscripts.delete(refId, { idempotencyKey: 'hidden' })
  const [intent] = await ask<{ parts: unknown }>(
    world,
    "select parts from stowage.storage_intents where idempotency_key = 'hidden'",
  )
  expect(intent?.parts).toMatchObject({ leavings: { objects: [], documents: [] } })
  await manuscripts.restore(refId)
  expect(await own.handle('manuscript', 'body').text(refId)).toBe(`# Text ${count}`)
})

test('an operator who purges again under the same key is told that it is done', async () => {
  const { refId } = await made('manuscript')
  await own.repository('manuscript').delete(refId)
  const purged = (): Promise<void> => operator().repository('manuscript').purge(refId, { idempotencyKey: 'operator' })
  await purged()
  await purged()
  await expect(operator().repository('manuscript').purge(refId, { idempotencyKey: 'other' })).rejects.toThrow()
})

test('what was made is given again, though what it refers to has been deleted since', async () => {
  const refs = await bookOf(own)
  const input = inputs(refs, own.tenant, 1).rendition ?? {}
  const options = { idempotencyKey: 'refers' }
  const first = await own.repository('rendition').create(input, options)
  await own.repository('book').delete(refs.book.refId)
  expect((await own.repository('rendition').create(input, options)).refId).toBe(first.refId)
  await expect(own.repository('rendition').create(input)).rejects.toThrow(Missing)
})

test('a tenant gets no URL for an upload to a record that all of them share', async () => {
  const shared = await operator().repository('stencil').create({ name: 'Common', objects: {} })
  await expect(own.handle('stencil', 'picture').uploadUrl(shared.refId, { size: 1 })).rejects.toThrow(Forbidden)
  expect(await operator().handle('stencil', 'picture').uploadUrl(shared.refId, { size: 1 })).toMatchObject({
    key: expect.stringContaining('stowage-staging/shared/'),
  })
})
