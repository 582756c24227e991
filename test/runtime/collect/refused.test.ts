import { ulid } from 'ulid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { applicationRoleOf } from '../../../generator/catalog/mongo/index.ts'
import { collect } from '../../../runtime/src/collect/collect.ts'
import { Forbidden } from '../../../runtime/src/errors/errors.ts'
import { fsck } from '../../../runtime/src/fsck/fsck.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import { eraseTenant } from '../../../runtime/src/tenants/erase.ts'
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

/** MongoDB with the role that `stowage apply` makes for the application. */
function asApplication(): Stores {
  const { privileges } = applicationRoleOf(world.model)
  const removable = new Set(privileges.flatMap((one) => (one.actions.includes('remove') ? [one.collection] : [])))
  const { documents, stores } = plant
  return {
    ...stores,
    documents: {
      insert: (...given) => documents.insert(...given),
      find: (...given) => documents.find(...given),
      findMany: (...given) => documents.findMany(...given),
      page: (...given) => documents.page(...given),
      close: () => documents.close(),
      remove: async (collection, ...given) => {
        if (!removable.has(collection)) throw new Forbidden('MongoDB refuses it to this login')
        return await documents.remove(collection, ...given)
      },
    },
  }
}

/** Bytes of an attempt that died, and the document that it had in mind. */
async function attempt(refId: string): Promise<{ readonly key: string; readonly id: string }> {
  const key = plant.key('rendition', 'content', { house: tenant.refId, refId })
  plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]))
  const puts = [{ object: 'content', bucket: 'texts', key, sha256: '', size: 1, contentType: 'text/html' }]
  const id = objectId()
  const parts = { puts, documents: [{ collection: 'renditions', id }] }
  await plant.intent({ tenant, entity: 'Rendition', refId, state: 'pending', parts })
  return { key, id }
}

test('bytes of an attempt go though its collection is append-only and its document never came', async () => {
  await attempt(ulid())
  expect(await collect(asApplication(), silent)).toMatchObject({ aborted: 1, objectsRemoved: 1 })
  expect(plant.objects.held.size).toBe(0)
})

test('a document that may not be removed stays with its bytes and is told at the end; all else goes', async () => {
  const refId = ulid()
  const { key, id } = await attempt(refId)
  await plant.documents.insert('renditions', { _id: id, refId, houseId: tenant.refId, s3Key: key })
  await attempt(ulid())
  await expect(collect(asApplication(), silent)).rejects.toThrow(Forbidden)
  expect([...plant.objects.held.keys()]).toEqual([`real-texts ${key}`])
  // With the grant the next call takes it.
  plant.now = new Date(Date.now() + 48 * 3_600_000)
  expect(await collect(plant.stores, silent, { graceMs: 0 })).toMatchObject({ documentsRemoved: 1 })
  expect(plant.objects.held.size).toBe(0)
})

test('an erasure names the collections that are only ever added to, and goes on', async () => {
  const refId = ulid()
  const key = plant.key('rendition', 'content', { house: tenant.refId, refId })
  await plant.bytes('Rendition', 'content', 'texts', key, refId, tenant)
  await plant.documents.insert('renditions', { _id: objectId(), refId, houseId: tenant.refId, s3Key: key })
  await plant.manuscript(tenant)
  const report = await eraseTenant(asApplication(), silent, tenant, { confirm: tenant.refId })
  expect(report).toMatchObject({ documents: 1, objects: 2, unexpected: [] })
  expect(report.remains).toEqual([
    {
      place: 'collection renditions',
      count: 1,
      why: 'documents are only ever added to this collection',
      who: expect.stringContaining('systemMongoUrl'),
    },
  ])
  const again = await eraseTenant(plant.stores, silent, tenant, { confirm: tenant.refId })
  expect(again).toMatchObject({ documents: 1, remains: [], unexpected: [] })
})

test('a repair goes on past what this login may not remove', async () => {
  const refId = ulid()
  const { key, id } = await attempt(refId)
  await plant.documents.insert('renditions', { _id: id, refId, houseId: tenant.refId, s3Key: key })
  const found: unknown[] = []
  for await (const { code, repair } of fsck(asApplication(), silent, { tenant, repair: true }))
    found.push([code, repair])
  expect(found).toContainEqual(['fsck/uncollected', 'kept'])
  expect(plant.objects.held.size).toBe(1)
})
