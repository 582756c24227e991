import { ulid } from 'ulid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type CollectOptions,
  type CollectReport,
  collect,
  defaultGraceMs,
} from '../../../runtime/src/collect/collect.ts'
import { stagingKey } from '../../../runtime/src/keys/staging.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import { objectId, Plant } from '../fsck/plant.ts'
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
  await plant.clear()
  tenant = await world.tenant()
  return () => plant.close()
})

const hour = 3_600_000
const contents = 'manuscript_contents'

async function run(options: CollectOptions = {}, stores: Stores = plant.stores): Promise<CollectReport> {
  return await collect(stores, silent, options)
}

/** Bytes and a document, as an attempt leaves them, with what its intent says of them. */
async function attempt(refId: string): Promise<{ key: string; id: string; parts: object }> {
  const key = plant.key('manuscript', 'body', { house: tenant.refId, refId, version: 1 })
  plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]))
  const id = objectId()
  await plant.documents.insert(contents, { _id: id, refId, houseId: tenant.refId, s3Key: key })
  const puts = [{ object: 'body', bucket: 'texts', key, sha256: '', size: 1, contentType: 'text/markdown' }]
  return { key, id, parts: { puts, documents: [{ collection: contents, id }] } }
}

async function states(): Promise<readonly unknown[]> {
  return (await plant.sql('SELECT state FROM stowage.storage_intents ORDER BY state')).map(({ state }) => state)
}

test('an expired attempt is aborted and what it left removed; one that is under way is not touched', async () => {
  const old = await attempt(ulid())
  await plant.intent({ tenant, entity: 'Manuscript', refId: ulid(), state: 'pending', parts: old.parts })
  const young = await attempt(ulid())
  const on = new Date(Date.now() + hour)
  await plant.intent({ tenant, entity: 'Manuscript', refId: ulid(), state: 'pending', parts: young.parts, on })
  expect(await run()).toMatchObject({ aborted: 1, objectsRemoved: 1, documentsRemoved: 1, more: false })
  expect([...plant.objects.held.keys()]).toEqual([`real-texts ${young.key}`])
  expect([...plant.documents.of(contents).keys()]).toEqual([young.id])
  expect(await states()).toEqual(['aborted', 'pending'])
})

test('bytes of a request that was still under way are found by a second look, a grace later', async () => {
  const { key, parts } = await attempt(ulid())
  await plant.intent({ tenant, entity: 'Manuscript', refId: ulid(), state: 'pending', parts })
  await run()
  plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]))
  await run()
  expect(plant.objects.held.size).toBe(1)
  plant.now = new Date(Date.now() + 25 * hour)
  expect(await run()).toMatchObject({ collected: 1, objectsRemoved: 1 })
  expect(plant.objects.held.size).toBe(0)
  expect(await states()).toEqual(['collected'])
})

test('what an aborted attempt would have replaced is live and stays', async () => {
  const live = await plant.manuscript(tenant)
  const { parts } = await attempt(live.refId)
  const leavings = {
    objects: [{ bucket: 'texts', key: live.key }],
    documents: [{ collection: contents, id: live.document }],
  }
  const intent = { tenant, entity: 'Manuscript', refId: live.refId, parts: { ...parts, leavings } }
  await plant.intent({ ...intent, state: 'pending' })
  plant.now = new Date(Date.now() + 48 * hour)
  await run({ graceMs: 0 })
  await run({ graceMs: 0 })
  expect([...plant.objects.held.keys()]).toEqual([`real-texts ${live.key}`])
  expect([...plant.documents.of(contents).keys()]).toEqual([live.document])
})

test('what an update has replaced goes after the grace, and not before', async () => {
  const { key, id } = await attempt(ulid())
  const leavings = { objects: [{ bucket: 'texts', key }], documents: [{ collection: contents, id }] }
  const on = new Date()
  await plant.intent({ tenant, entity: 'Manuscript', refId: ulid(), state: 'committed', parts: { leavings }, on })
  plant.now = new Date(on.getTime() + 23 * hour)
  expect(await run()).toMatchObject({ objectsRemoved: 0, documentsRemoved: 0 })
  plant.now = new Date(on.getTime() + 25 * hour)
  expect(await run()).toMatchObject({ objectsRemoved: 1, documentsRemoved: 1, collected: 1 })
  expect(plant.objects.held.size).toBe(0)
  expect(await run()).toMatchObject({ collected: 0 })
})

/** Ways in which what was to go is pointed to after all. */
const holders: Readonly<Record<string, (id: string, key: string) => Promise<unknown>>> = {
  'a row points to the document': async (id) => {
    const book = await plant.book(tenant)
    await plant.row('manuscript', { house_id: tenant.id, book_id: book.id, content_ref: id })
  },
  'a deleted row points to the document': async (id) => {
    const book = await plant.book(tenant)
    const deleted = { house_id: tenant.id, book_id: book.id, content_ref: id, deleted_on: new Date() }
    await plant.row('manuscript', deleted)
  },
}

test.each(Object.entries(holders))('where %s, it stays with its bytes', async (_name, hold) => {
  const { key, id } = await attempt(ulid())
  await hold(id, key)
  const leavings = { objects: [{ bucket: 'texts', key }], documents: [{ collection: contents, id }] }
  await plant.intent({ tenant, entity: 'Manuscript', refId: ulid(), state: 'committed', parts: { leavings } })
  expect(await run()).toMatchObject({ objectsRemoved: 0, documentsRemoved: 0, referred: 2 })
  expect(plant.objects.held.size).toBe(1)
  expect(plant.documents.of(contents).size).toBe(1)
})

test('an object that a document of anybody points to stays', async () => {
  const { key } = await attempt(ulid())
  const leavings = { objects: [{ bucket: 'texts', key }], documents: [] }
  await plant.intent({ tenant, entity: 'Manuscript', refId: ulid(), state: 'committed', parts: { leavings } })
  expect(await run()).toMatchObject({ objectsRemoved: 0, referred: 1 })
})

test('what a lock keeps is reported and tried no more', async () => {
  const refId = ulid()
  const key = plant.key('agreement', 'scan', { house: tenant.refId, refId })
  const lockedUntil = new Date(Date.now() + hour)
  plant.objects.plant({ bucket: 'real-vault', key }, new Uint8Array([1]), { lockedUntil })
  const puts = [{ object: 'scan', bucket: 'vault', key, sha256: '', size: 1, contentType: 'application/pdf' }]
  await plant.intent({ tenant, entity: 'Agreement', refId, state: 'pending', parts: { puts } })
  expect(await run({ graceMs: 0 })).toMatchObject({ aborted: 1, objectsRemoved: 0, locked: [key, key] })
  expect(await states()).toEqual(['collected'])
})

test('an operation under a lock is named, for only its caller can finish it', async () => {
  const refId = ulid()
  await plant.intent({ tenant, entity: 'Agreement', refId, state: 'locked', parts: {} })
  expect(await run()).toMatchObject({ stuck: [{ entity: 'Agreement', refId, tenant: tenant.refId }], rolledForward: 0 })
  expect(await states()).toEqual(['locked'])
})

test('what was staged for an operation under a lock goes once that is copied, but an upload stays for the retry', async () => {
  const [own = '', uploaded = ''] = [1, 2].map(() => stagingKey(tenant.refId, ulid()))
  for (const key of [own, uploaded]) plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]))
  const put = { object: 'scan', bucket: 'vault', key: 'k', sha256: '', size: 1, contentType: 'application/pdf' }
  const stages = [
    { stage: { bucket: 'texts', key: own } },
    { stage: { bucket: 'texts', key: uploaded }, isUpload: true },
  ]
  for (const stage of stages) {
    const parts = { puts: [{ ...put, ...stage }] }
    await plant.intent({ tenant, entity: 'Agreement', refId: ulid(), state: 'locked', parts })
  }
  expect(await run()).toMatchObject({ objectsRemoved: 1, stuck: [{}, {}] })
  expect([...plant.objects.held.keys()]).toEqual([`real-texts ${uploaded}`])
  expect(await states()).toEqual(['locked', 'locked'])
})

test('a document-rooted record whose document is there goes forward', async () => {
  const refId = ulid()
  const id = objectId()
  await plant.documents.insert('renditions', { _id: id, refId, houseId: tenant.refId })
  const parts = { documents: [{ collection: 'renditions', id }] }
  await plant.intent({ tenant, entity: 'Rendition', refId, state: 'locked', parts })
  expect(await run()).toMatchObject({ rolledForward: 1, stuck: [] })
  expect(await states()).toEqual(['committed'])
})

test('an upload that nobody attached goes after the grace; one that an operation names stays', async () => {
  const [abandoned, named, young] = [1, 2, 3].map(() => stagingKey(tenant.refId, ulid()))
  const lastModified = new Date(0)
  for (const key of [abandoned ?? '', named ?? '']) {
    plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]), { lastModified })
  }
  plant.objects.plant({ bucket: 'real-texts', key: young ?? '' }, new Uint8Array([1]))
  const put = { object: 'scan', bucket: 'vault', key: 'k', sha256: '', size: 1, contentType: 'application/pdf' }
  const parts = { puts: [{ ...put, stage: { bucket: 'texts', key: named } }] }
  const on = new Date(Date.now() + hour)
  await plant.intent({ tenant, entity: 'Agreement', refId: ulid(), state: 'pending', parts, on })
  expect(await run()).toMatchObject({ objectsRemoved: 1 })
  expect([...plant.objects.held.keys()].sort()).toEqual([`real-texts ${named}`, `real-texts ${young}`].sort())
})

test('several collectors at once remove each thing and trip over none', async () => {
  for (let n = 0; n < 230; n += 1) {
    const { parts } = await attempt(ulid())
    await plant.intent({ tenant, entity: 'Manuscript', refId: ulid(), state: 'pending', parts })
  }
  const reports = await Promise.all([run({ graceMs: 0 }), run({ graceMs: 0 }), run({ graceMs: 0 })])
  expect(reports.reduce((sum, { aborted }) => sum + aborted, 0)).toBe(230)
  await run({ graceMs: 0 })
  expect(plant.objects.held.size).toBe(0)
  expect(new Set(await states())).toEqual(new Set(['collected']))
})

test('what a collector had taken up when it died is another one’s after the lease', async () => {
  const { parts } = await attempt(ulid())
  await plant.intent({ tenant, entity: 'Manuscript', refId: ulid(), state: 'pending', parts })
  const { objects } = plant
  const dies: Stores = {
    ...plant.stores,
    objects: new Proxy(objects, {
      get: (target, name) => (name === 'remove' ? () => new Promise(() => undefined) : Reflect.get(target, name)),
    }),
  }
  void run({}, dies)
  while (plant.documents.of(contents).size > 0) await new Promise((done) => setTimeout(done, 5))
  plant.now = new Date(Date.now() + 60_000)
  expect(await run()).toMatchObject({ objectsRemoved: 0 })
  plant.now = new Date(Date.now() + 11 * 60_000)
  expect(await run()).toMatchObject({ objectsRemoved: 1 })
})

test('a limit ends it, and the next call goes on', async () => {
  for (let n = 0; n < 5; n += 1) {
    const { parts } = await attempt(ulid())
    await plant.intent({ tenant, entity: 'Manuscript', refId: ulid(), state: 'pending', parts })
  }
  expect(await run({ limit: 2 })).toMatchObject({ aborted: 2, more: true })
  expect(await run()).toMatchObject({ aborted: 3, more: false })
})

test('a store that says no keeps nothing else from being collected, and is told of', async () => {
  const { parts } = await attempt(ulid())
  await plant.intent({ tenant, entity: 'Manuscript', refId: ulid(), state: 'pending', parts })
  const other = await world.tenant()
  const theirs = tenant
  tenant = other
  const { key, parts: otherParts } = await attempt(ulid())
  await plant.intent({ tenant: other, entity: 'Manuscript', refId: ulid(), state: 'pending', parts: otherParts })
  const { objects } = plant
  const failing: Stores = {
    ...plant.stores,
    objects: new Proxy(objects, {
      get: (target, name) =>
        name === 'remove'
          ? async (place: { bucket: string; key: string }) => {
              if (place.key.includes(theirs.refId)) throw new Error('no answer')
              await target.remove(place)
            }
          : Reflect.get(target, name),
    }),
  }
  await expect(run({ graceMs: 0, leaseMs: 0 }, failing)).rejects.toThrow('no answer')
  expect([...objects.held.keys()].some((name) => name.includes(key))).toBe(false)
  await run({ graceMs: 0 })
  expect(objects.held.size).toBe(0)
})

test('settled intents are forgotten after their time, others never', async () => {
  const long = new Date(Date.now() - 40 * 24 * hour)
  const intent = { tenant, entity: 'Manuscript', refId: ulid(), parts: {} }
  await plant.intent({ ...intent, state: 'committed', on: long })
  await plant.intent({ ...intent, state: 'committed', on: new Date() })
  await plant.intent({ ...intent, state: 'locked', on: long })
  expect(await run()).toMatchObject({ forgotten: 1 })
  expect(await states()).toEqual(['committed', 'locked'])
})

test('the grace is a day, or as long as a URL lives where that is longer', () => {
  const s3 = { ...world.description.s3, presignSeconds: 900, pathStyle: true, buckets: {}, region: 'R' }
  expect(defaultGraceMs({ s3 })).toBe(24 * hour)
  expect(defaultGraceMs({ s3: { ...s3, presignSeconds: 7 * 24 * 3600 } })).toBe(7 * 24 * hour)
})
