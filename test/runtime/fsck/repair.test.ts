import { ulid } from 'ulid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { collect } from '../../../runtime/src/collect/collect.ts'
import { stagingKey } from '../../../runtime/src/keys/staging.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import type { SeededTenant } from '../support/seed.ts'
import { check, closeGround, freshGround, one, openGround, other, plant } from './ground.ts'
import { objectId } from './plant.ts'
import { day, move } from './records.ts'

beforeAll(openGround)
afterAll(closeGround)
beforeEach(freshGround)

const hour = 3_600_000

async function stateOf(id: string): Promise<unknown> {
  return (await plant.sql('SELECT state FROM stowage.storage_intents WHERE id = $1', [id]))[0]?.state
}

async function waiting({ id }: SeededTenant): Promise<unknown> {
  const text = 'SELECT count(*)::int AS n FROM stowage.outbox WHERE tenant_id = $1 AND delivered_on IS NULL'
  return (await plant.sql(text, [id]))[0]?.n
}

/** Bytes in a bucket, and an intent that puts them there. */
async function attempt(
  tenant: SeededTenant,
  state: string,
  at: { readonly member: string; readonly object: string; readonly bucket: string; readonly on?: Date },
): Promise<{ readonly id: string; readonly place: { readonly bucket: string; readonly key: string } }> {
  const refId = ulid()
  const key = plant.key(at.member, at.object, { house: tenant.refId, refId, version: 1 })
  const place = { bucket: `real-${at.bucket}`, key }
  plant.objects.plant(place, new Uint8Array([1]), { lastModified: new Date(0) })
  const put = { object: at.object, bucket: at.bucket, key, sha256: '', size: 1, contentType: 'text/html' }
  const documents = at.member === 'rendition' ? [{ collection: 'renditions', id: objectId() }] : []
  const entity = at.member.replace(/^./, (first) => first.toUpperCase())
  const parts = { puts: [put], documents }
  const id = await plant.intent({ tenant, entity, refId, state, parts, ...(at.on === undefined ? {} : { on: at.on }) })
  return { id, place }
}

const body = { member: 'manuscript', object: 'body', bucket: 'texts' }
const scan = { member: 'agreement', object: 'scan', bucket: 'vault' }
const content = { member: 'rendition', object: 'content', bucket: 'texts' }

test('a repair for one tenant collects and delivers nothing of another', async () => {
  for (const tenant of [one, other]) {
    await move(tenant)
    await plant.sql(`UPDATE stowage.outbox SET created_on = '2020-01-01' WHERE tenant_id = $1`, [tenant.id])
    const key = stagingKey(tenant.refId, ulid())
    plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]), { lastModified: new Date(0) })
  }
  const mine = await attempt(one, 'pending', body)
  const theirs = await attempt(other, 'pending', body)
  await check({ tenant: one, repair: true })
  expect(await Promise.all([mine, theirs].map(({ id }) => stateOf(id)))).toEqual(['aborted', 'pending'])
  expect(await Promise.all([one, other].map(waiting))).toEqual([0, 1])
  const left = [...plant.objects.held.keys()].map((name) => name.includes(other.refId))
  expect(left).toEqual([true, true])
})

test('what a commit has replaced is kept for the grace, however young leftovers may be', async () => {
  const refId = ulid()
  const key = plant.key('manuscript', 'body', { house: one.refId, refId, version: 1 })
  plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]), { lastModified: new Date(0) })
  const leavings = { objects: [{ bucket: 'texts', key }], documents: [] }
  const on = new Date(Date.now() - hour)
  await plant.intent({ tenant: one, entity: 'Manuscript', refId, state: 'committed', parts: { leavings }, on })
  await attempt(one, 'pending', body)
  await check({ tenant: one, repair: true, olderThanMs: 0 })
  expect([...plant.objects.held.keys()]).toEqual([`real-texts ${key}`])
  plant.now = new Date(Date.now() + day)
  await attempt(one, 'pending', body)
  await check({ tenant: one, repair: true, olderThanMs: 0 })
  expect(plant.objects.held.size).toBe(0)
})

test('a collector that comes by all the time keeps no operation from being given up', async () => {
  const { id } = await attempt(one, 'locked', { ...content, on: new Date(Date.now() - 2 * day) })
  await collect(plant.stores, silent)
  expect(await stateOf(id)).toBe('locked')
  const found = await check({ tenant: one, repair: true })
  expect(found.map(({ code, repair }) => [code, repair])).toEqual([['fsck/stuck-operation', 'done']])
  expect(await stateOf(id)).toBe('aborted')
})

test('an operation whose row never came is given up once the locks of its objects have ended', async () => {
  const { id, place } = await attempt(one, 'locked', scan)
  plant.objects.plant(place, new Uint8Array([1]), { lockedUntil: new Date(Date.now() + hour) })
  const outcomes = async (): Promise<unknown> =>
    (await check({ tenant: one, repair: true })).map(({ code, repair }) => [code, repair])
  expect(await outcomes()).toEqual([['fsck/stuck-operation', 'kept']])
  expect(await stateOf(id)).toBe('locked')
  plant.objects.plant(place, new Uint8Array([1]), { lockedUntil: new Date(plant.now.getTime() - 1) })
  expect(await outcomes()).toEqual([['fsck/stuck-operation', 'done']])
  await collect(plant.stores, silent)
  expect(plant.objects.held.size).toBe(0)
})
