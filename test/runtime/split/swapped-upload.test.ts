import { S3 } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Conflict } from '../../../runtime/src/errors/errors.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import type { Row } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'
import { bookOf, inputs, Scoped } from './scoped.ts'
import { ask } from './tables.ts'

let world: World
let own: Scoped
let api: S3
let refersTo: { readonly author: Row; readonly book: Row }
let count = 0

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  own = new Scoped(world, await world.tenant())
  refersTo = await bookOf(own)
  const { endpoint, region, credentials } = world.facts.s3
  api = new S3({ endpoint, region, credentials: { ...credentials }, forcePathStyle: true })
  // As a bucket is that keeps no versions.
  const VersioningConfiguration = { Status: 'Suspended' } as const
  if (world.servers.locks)
    await api.putBucketVersioning({ Bucket: world.stores.bucket('texts'), VersioningConfiguration })
})
afterAll(async () => {
  api?.destroy()
  await world?.close()
})

async function made(member: string): Promise<Row> {
  count += 1
  return await own.repository(member).create(inputs(refersTo, own.tenant, count)[member] ?? {})
}

async function upload(key: string, Body: string, ContentType: string): Promise<void> {
  await api.putObject({ Bucket: world.stores.bucket('texts'), Key: key, Body, ContentType })
}

/** Stores in which something happens when the first copy is about to be made: whoever has the URL is quick. */
function beforeCopy(work: () => Promise<void>): Stores {
  const { objects, documents, postgres } = world.stores
  let isDone = false
  const sly = new Proxy(objects, {
    get: (store, name) =>
      name === 'copy'
        ? async (...args: Parameters<typeof store.copy>) => {
            if (!isDone) await work()
            isDone = true
            return await store.copy(...args)
          }
        : (Reflect.get(store, name) as () => void).bind(store),
  })
  return { ...world.stores, documents, postgres, objects: sly }
}

test('an upload that is replaced after it was looked at is not attached', async () => {
  const { refId } = await made('manuscript')
  const { key } = await own.handle('manuscript', 'body').uploadUrl(refId, { size: 4 })
  await upload(key, 'good', 'text/markdown')
  const stores = beforeCopy(() => upload(key, 'evil', 'text/markdown'))
  const attached = new Scoped(world, own.tenant, { stores }).handle('manuscript', 'body').attach(refId, { key })
  await expect(attached).rejects.toThrow(Conflict)
  expect(await own.handle('manuscript', 'body').text(refId)).toBe(`# Text ${count}`)
})

test('nor is it locked', async () => {
  const { refId } = await made('manuscript')
  const { key } = await own.handle('manuscript', 'body').uploadUrl(refId, { size: 4 })
  await upload(key, '%PDF-1.7 good', 'application/pdf')
  const stores = beforeCopy(() => upload(key, '%PDF-1.7 evil', 'application/pdf'))
  count += 1
  const input = { ...inputs(refersTo, own.tenant, count).agreement, objects: { scan: { key } } }
  const idempotencyKey = 'swapped'
  const created = new Scoped(world, own.tenant, { stores }).repository('agreement').create(input, { idempotencyKey })
  await expect(created).rejects.toThrow(Conflict)
  const [intent] = await ask<{ parts: { puts: { key: string }[] } }>(
    world,
    'select parts from stowage.storage_intents where idempotency_key = $1',
    [idempotencyKey],
  )
  const vault = world.stores.bucket('vault')
  expect(await world.stores.objects.head({ bucket: vault, key: intent?.parts.puts[0]?.key ?? '' })).toBeUndefined()
})

test('one that stays is attached, and locked', async () => {
  const { refId } = await made('manuscript')
  const { key } = await own.handle('manuscript', 'body').uploadUrl(refId, { size: 4 })
  await upload(key, 'good', 'text/markdown')
  await own.handle('manuscript', 'body').attach(refId, { key })
  expect(await own.handle('manuscript', 'body').text(refId)).toBe('good')
  await upload(key, '%PDF-1.7 good', 'application/pdf')
  count += 1
  const input = { ...inputs(refersTo, own.tenant, count).agreement, objects: { scan: { key } } }
  const signed = await own.repository('agreement').create(input)
  expect(await own.handle('agreement', 'scan').text(signed.refId)).toBe('%PDF-1.7 good')
})
