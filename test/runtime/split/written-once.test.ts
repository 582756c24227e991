import {
  DeleteObjectCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  PutObjectRetentionCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Conflict, Corrupt, InvalidInput, Missing, Unavailable } from '../../../runtime/src/errors/errors.ts'
import { demandStagingBucket } from '../../../runtime/src/split/prepared.ts'
import { ObjectLocked } from '../../../runtime/src/stores/objects.ts'
import type { Row } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'
import { faultyStores } from './faulty-stores.ts'
import { bookOf, inputs, Scoped } from './scoped.ts'
import { ask, intentsOf, storedOf } from './tables.ts'

let world: World
let own: Scoped
let api: S3Client
let refersTo: { readonly author: Row; readonly book: Row }
let count = 0

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  own = new Scoped(world, await world.tenant())
  refersTo = await bookOf(own)
  const { endpoint, region, credentials } = world.facts.s3
  api = new S3Client({ endpoint, region, credentials: { ...credentials }, forcePathStyle: true })
})
afterAll(async () => {
  api?.destroy()
  await world?.close()
})

function input(): Record<string, unknown> {
  count += 1
  return { ...inputs(refersTo, own.tenant, count).agreement }
}

interface Held {
  readonly refId: string
  readonly key: string
  readonly versionId: string
  readonly address: { readonly Bucket: string; readonly Key: string; readonly VersionId: string }
}

async function made(): Promise<Held> {
  const { refId } = await own.repository('agreement').create(input())
  const { objects } = await own.repository('agreement').read(refId)
  const { key = '', versionId = '' } = objects.scan ?? {}
  return { refId, key, versionId, address: { Bucket: world.stores.bucket('vault'), Key: key, VersionId: versionId } }
}

function statusOf(error: unknown): unknown {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
}

test('what is written once is staged, copied, and its version kept', async () => {
  const { refId, key, versionId } = await made()
  const [intent] = await intentsOf(world, refId)
  expect(intent).toMatchObject({ state: 'committed', swept_on: null })
  const [put] = intent?.parts.puts ?? []
  expect(put).toMatchObject({ bucket: 'vault', key, stage: { bucket: 'texts' } })
  const stage = (put as unknown as { stage: { bucket: string; key: string } }).stage
  expect(stage.key).toMatch(`stowage-staging/${own.tenant.refId}/`)
  expect(intent?.parts.leavings.objects).toEqual([stage])
  expect(await own.handle('agreement', 'scan').text(refId)).toBe(`%PDF-1.7 ${count}`)
  if (world.servers.locks) expect(await storedOf(world, refId)).toEqual([{ key, version_id: versionId }])
})

test('the digest that the spec wants kept is kept', async () => {
  const { refId } = await made()
  const row = await own.repository('agreement').get(refId)
  const { objects } = await own.repository('agreement').read(refId)
  expect(row.scanSha256).toBe(objects.scan?.sha256)
})

test('its version cannot be deleted and its lock not be shortened, and can be lengthened', async ({ skip }) => {
  skip(!world.servers.locks, 'the server enforces no locks')
  const { address } = await made()
  const { Retention } = await api.send(new GetObjectRetentionCommand(address))
  expect(Retention?.Mode).toBe('COMPLIANCE')
  const until = Retention?.RetainUntilDate ?? new Date(0)
  expect(until.getTime()).toBeGreaterThan(Date.now())
  await expect(
    api.send(new DeleteObjectCommand(address)).catch((error) => Promise.reject(statusOf(error))),
  ).rejects.toBe(403)
  const retain = (date: Date): Promise<unknown> =>
    api.send(new PutObjectRetentionCommand({ ...address, Retention: { Mode: 'COMPLIANCE', RetainUntilDate: date } }))
  await expect(retain(new Date(until.getTime() - 1000)).catch((error) => Promise.reject(statusOf(error)))).rejects.toBe(
    403,
  )
  await retain(new Date(until.getTime() + 1000))
})

test('it is read as it was, though it was deleted and something else lies there now', async ({ skip }) => {
  skip(!world.servers.locks, 'the server keeps no versions')
  const { refId, key, address } = await made()
  await api.send(new DeleteObjectCommand({ Bucket: address.Bucket, Key: key }))
  const { objects } = await own.repository('agreement').read(refId)
  expect(objects.scan?.key).toBe(key)
  expect(await own.handle('agreement', 'scan').text(refId)).toBe(`%PDF-1.7 ${count}`)
  const url = await own.handle('agreement', 'scan').contentUrl(refId)
  expect(await (await fetch(url)).text()).toBe(`%PDF-1.7 ${count}`)
})

test('the store says that a lock keeps it', async ({ skip }) => {
  skip(!world.servers.locks, 'the server enforces no locks')
  const { key, versionId, address } = await made()
  const { objects } = world.stores
  await expect(objects.remove({ bucket: address.Bucket, key, versionId })).rejects.toThrow(ObjectLocked)
  await expect(objects.remove({ bucket: address.Bucket, key })).rejects.toThrow(ObjectLocked)
  expect(await objects.head({ bucket: address.Bucket, key, versionId })).toBeDefined()
})

test('after a fault on either side of any call there is one version, whoever tries again', { tags: ['full'] }, async ({
  skip,
}) => {
  skip(!world.servers.locks, 'the server keeps no versions')
  const sound = faultyStores(world.stores)
  await new Scoped(world, own.tenant, { stores: sound.stores }).repository('agreement').create(input())
  for (const [at] of sound.calls.entries()) {
    for (const side of ['before', 'after'] as const) {
      const given = input()
      const idempotencyKey = `once-${at}-${side}`
      const { stores } = faultyStores(world.stores, { at, side, mode: 'dead' })
      const broken = new Scoped(world, own.tenant, { stores }).repository('agreement')
      await expect(broken.create(given, { idempotencyKey })).rejects.toThrow(Unavailable)
      const { refId } = await own.repository('agreement').create(given, { idempotencyKey })
      const Prefix = `houses/${own.tenant.refId}/agreements/${refId}/`
      const found = await api.send(new ListObjectVersionsCommand({ Bucket: world.stores.bucket('vault'), Prefix }))
      expect(found.Versions, `${side} ${sound.calls[at]}`).toHaveLength(1)
    }
  }
})

async function versionsOf(refId: string): Promise<unknown[]> {
  const Prefix = `houses/${own.tenant.refId}/agreements/${refId}/`
  const found = await api.send(new ListObjectVersionsCommand({ Bucket: world.stores.bucket('vault'), Prefix }))
  return found.Versions ?? []
}

test('of eight racing calls with one key one makes the version', { tags: ['race'] }, async ({ skip }) => {
  skip(!world.servers.locks, 'the server keeps no versions')
  for (let round = 0; round < 3; round += 1) {
    const given = input()
    const idempotencyKey = `eight-${count}`
    const made = await Promise.all(
      Array.from({ length: 8 }, () => own.repository('agreement').create(given, { idempotencyKey })),
    )
    expect(await versionsOf(made[0]?.refId ?? '')).toHaveLength(1)
  }
})

test('who died with the claim keeps nobody waiting for longer than its time', async ({ skip }) => {
  skip(!world.servers.locks, 'the server keeps no versions')
  const sound = faultyStores(world.stores)
  await new Scoped(world, own.tenant, { stores: sound.stores }).repository('agreement').create(input())
  const given = input()
  const idempotencyKey = `died-${count}`
  const { stores } = faultyStores(world.stores, {
    at: sound.calls.indexOf('objects.copy'),
    side: 'after',
    mode: 'dead',
  })
  const broken = new Scoped(world, own.tenant, { stores }).repository('agreement').create(given, { idempotencyKey })
  await expect(broken).rejects.toThrow(Unavailable)
  const later = `"until": ${Date.now() + 1500}`
  // As another process left it.
  await ask(
    world,
    `update stowage.storage_intents set parts = parts || '{"claim": {"holder": "elsewhere", ${later}}}' where idempotency_key = $1`,
    [idempotencyKey],
  )
  const { refId } = await own.repository('agreement').create(given, { idempotencyKey })
  expect(Date.now()).toBeGreaterThan(Number(later.slice(9)))
  expect(await versionsOf(refId)).toHaveLength(1)
})

test('of two that race for one number the second is given up, and leaves its key free', {
  tags: ['race'],
}, async () => {
  const given = [input(), input()].map((one) => ({ ...one, number: `race-${count}` }))
  let met = 0
  let meet = (): void => undefined
  const both = new Promise<void>((resolve) => {
    meet = resolve
  })
  const stores = {
    ...world.stores,
    documents: world.stores.documents,
    postgres: world.stores.postgres,
    // Both have rehearsed before either commits.
    objects: new Proxy(world.stores.objects, {
      get: (store, name) =>
        name === 'copy'
          ? async (...args: Parameters<typeof store.copy>) => {
              met += 1
              if (met === 2) meet()
              await both
              return await store.copy(...args)
            }
          : (Reflect.get(store, name) as () => void).bind(store),
    }),
  }
  const racing = new Scoped(world, own.tenant, { stores }).repository('agreement')
  const keys = given.map((_, at) => `number-${count}-${at}`)
  const ends = await Promise.allSettled(given.map((one, at) => racing.create(one, { idempotencyKey: keys[at] ?? '' })))
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = ends.findIndex(({ status }) => status === 'rejected')
  expect(ends[lost]).toMatchObject({ reason: { code: 'conflict' } })
  const rows = await ask<{ state: string }>(
    world,
    'select state from stowage.storage_intents where idempotency_key = any($1) order by state',
    [keys],
  )
  expect(rows.map(({ state }) => state)).toEqual(['aborted', 'committed'])
  const again = racing.create(given[lost] ?? {}, { idempotencyKey: keys[lost] ?? '' })
  await expect(again).rejects.toThrow(Conflict)
  expect(met).toBe(2)
})

test('what was staged and altered is not copied', async () => {
  const { stores } = world
  const altered = {
    ...stores,
    objects: new Proxy(stores.objects, {
      get: (target, name) =>
        name === 'put'
          ? async (...[place, , options]: Parameters<typeof target.put>) => {
              const bytes = Buffer.alloc(options.size + 1)
              const sha256 = (await import('./scoped.ts')).sha256(bytes)
              return await target.put(place, () => bytes, { ...options, size: bytes.byteLength, sha256 })
            }
          : (Reflect.get(target, name) as () => void).bind(target),
    }),
  }
  const idempotencyKey = 'altered'
  const repository = new Scoped(world, own.tenant, { stores: altered as never }).repository('agreement')
  await expect(repository.create(input(), { idempotencyKey })).rejects.toThrow(Corrupt)
  const [intent] = await ask<{ state: string; parts: { puts: { key: string }[] } }>(
    world,
    'select state, parts from stowage.storage_intents where idempotency_key = $1',
    [idempotencyKey],
  )
  expect(intent?.state).toBe('pending')
  const key = intent?.parts.puts[0]?.key ?? ''
  expect(await stores.objects.head({ bucket: stores.bucket('vault'), key })).toBeUndefined()
})

test('it is never changed, and takes no upload', async () => {
  const { refId } = await made()
  const agreements = own.repository('agreement')
  await expect(agreements.update(refId, { objects: { scan: 'other' } })).rejects.toThrow(InvalidInput)
  await expect(own.handle('agreement', 'scan').uploadUrl(refId, { size: 1 })).rejects.toThrow(/upload/)
  await expect(agreements.delete(refId)).rejects.toThrow(/agreement|Agreement/)
})

test('what PostgreSQL refuses is refused before anything is locked', async () => {
  const given = input()
  await own.repository('agreement').create(given)
  const copy = vi.spyOn(world.stores.objects, 'copy')
  await expect(own.repository('agreement').create(given)).rejects.toThrow(Conflict)
  const stranger = new Scoped(world, await world.tenant())
  const foreign = await bookOf(stranger)
  const lost = own.repository('agreement').create({ ...input(), author: foreign.author.refId })
  await expect(lost).rejects.toThrow(Missing)
  expect(copy).not.toHaveBeenCalled()
  copy.mockRestore()
  expect(await ask(world, 'select 1 from agreements where number = $1', [given.number])).toHaveLength(1)
})

test('a spec of which every bucket has a lock is refused with advice', () => {
  const { description } = world
  const vault = description.s3?.buckets.vault
  if (description.s3 === undefined || vault === undefined) throw new Error('the spec has no vault')
  const locked = { ...description, s3: { ...description.s3, buckets: { vault } } }
  expect(() => demandStagingBucket(locked)).toThrow(/add a bucket without one/)
  expect(demandStagingBucket(description)).toBe('texts')
})
