import { ulid } from 'ulid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { collect } from '../../../runtime/src/collect/collect.ts'
import type { Finding } from '../../../runtime/src/fsck/finding.ts'
import { fsck } from '../../../runtime/src/fsck/fsck.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import type { Stores } from '../../../runtime/src/stores/stores.ts'
import { all, check, closeGround, codes, freshGround, one, openGround, other, plant } from './ground.ts'
import { otherFaults } from './other-faults.ts'
import { objectId } from './plant.ts'
import { pointerFaults } from './pointer-faults.ts'
import { alter, contents, day, move, spareDocument } from './records.ts'

beforeAll(openGround)
afterAll(closeGround)
beforeEach(freshGround)

const faults = [...pointerFaults, ...otherFaults]

test('a check that is stopped after each page finds the same as one that is not', async () => {
  for (const { plant: break_ } of faults) await break_()
  const { refId } = await plant.manuscript(one)
  for (let n = 0; n < 1100; n += 1) {
    const key = plant.key('manuscript', 'body', { house: one.refId, refId, version: 1 })
    plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]), { lastModified: new Date(0) })
  }
  const whole = await check({ tenant: one })
  const pieces: Finding[] = []
  let stops = 0
  for (let from: string | undefined; ; ) {
    const stop = new AbortController()
    const run = fsck(plant.stores, silent, {
      tenant: one,
      signal: stop.signal,
      onProgress: () => stop.abort(),
      ...(from === undefined ? {} : { from }),
    })
    pieces.push(...(await all(run)))
    from = run.summary().next
    if (from === undefined) break
    stops += 1
  }
  expect(whole.length).toBeGreaterThan(1100)
  expect(pieces).toEqual(whole)
  expect(stops).toBeGreaterThan(8)
})

test('no more than a page of a bucket is held at a time', async () => {
  const { refId } = await plant.manuscript(one)
  for (let n = 0; n < 2000; n += 1) {
    const key = plant.key('manuscript', 'body', { house: one.refId, refId, version: 1 })
    plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]), { lastModified: new Date(0) })
  }
  const run = fsck(plant.stores, silent, { tenant: one })
  let seen = 0
  for await (const _ of run) {
    seen += 1
    // What was listed is at most a page ahead of what was told.
    expect(plant.objects.calls.listed - seen).toBeLessThanOrEqual(500)
  }
  expect(seen).toBe(2000)
})

test('repairs remove leftovers and nothing else', async () => {
  const kept = await plant.manuscript(one)
  const corrupt = await plant.manuscript(one)
  const { head } = plant.objects.held.get(`${corrupt.place.bucket} ${corrupt.key}`) ?? {}
  plant.objects.plant(corrupt.place, new Uint8Array([1]), { ...head, size: 1 })
  const dangling = await plant.manuscript(one)
  plant.documents.of(contents).delete(dangling.document)
  const spare = await spareDocument(one)
  const of = (): string => plant.key('manuscript', 'body', { house: one.refId, refId: kept.refId, version: 1 })
  const [left, locked] = [of(), of()]
  plant.objects.plant({ bucket: 'real-texts', key: left }, new Uint8Array([1]), { lastModified: new Date(0) })
  const lockedUntil = new Date(Date.now() + day)
  plant.objects.plant({ bucket: 'real-texts', key: locked }, new Uint8Array([1]), {
    lockedUntil,
    lastModified: new Date(0),
  })
  const found = await check({ tenant: one, repair: true, deep: true })
  const outcomes = found.map(({ code, key, document, repair }) => [code, key ?? document, repair])
  expect(outcomes).toEqual(
    expect.arrayContaining([
      ['fsck/leftover-document', spare, 'done'],
      ['fsck/leftover-object', left, 'done'],
      ['fsck/leftover-object', locked, 'kept'],
      ['fsck/wrong-size', corrupt.key, undefined],
      ['fsck/dangling-document', dangling.document, undefined],
      ['fsck/lost-pointer', dangling.key, undefined],
    ]),
  )
  expect(plant.documents.of(contents).has(spare)).toBe(false)
  const held = new Set([...plant.objects.held.keys()].map((name) => name.replace('real-texts ', '')))
  expect(held.has(left)).toBe(false)
  for (const key of [kept.key, corrupt.key, dangling.key, locked]) expect(held).toContain(key)
  const again = (await check({ tenant: one, repair: true })).map(({ code }) => code)
  expect(again.filter((code) => code.includes('leftover'))).toEqual(['fsck/leftover-object'])
})

test('repairs deliver what waits and collect what was left', async () => {
  await move(one)
  await plant.sql(`UPDATE stowage.outbox SET created_on = '2020-01-01' WHERE tenant_id = $1`, [one.id])
  await plant.intent({ tenant: one, entity: 'Manuscript', refId: ulid(), state: 'pending', parts: {} })
  const found = await check({ tenant: one, repair: true })
  expect(found.map(({ code, repair }) => [code, repair])).toEqual([
    ['fsck/uncollected', 'done'],
    ['fsck/undelivered', 'done'],
  ])
  const entries = [...plant.documents.of('audit_entries').values()]
  expect(entries.filter(({ houseId }) => houseId === one.refId)).toHaveLength(1)
  expect(await codes()).toEqual([])
})

test('what another record points to is no leftover, wherever the pointer stands', async () => {
  const mine = await plant.manuscript(one)
  const theirs = await plant.manuscript(other)
  // Nothing of the record itself names it any more; the other tenant's document does.
  await plant.sql('DELETE FROM stowage.stored_objects WHERE key = $1', [mine.key])
  alter(contents, mine.document, { s3Key: theirs.key })
  alter(contents, theirs.document, { s3Key: mine.key })
  const found = await check({ tenant: one, repair: true })
  expect(found.filter(({ code }) => code.includes('leftover'))).toEqual([])
  expect(plant.objects.held.has(`${mine.place.bucket} ${mine.key}`)).toBe(true)
})

test('a pointer that is swung while the check looks on is no finding', async () => {
  const { id, refId, key, document } = await plant.manuscript(one)
  const stores = plant.stores
  let isSwung = false
  const during: Stores = {
    ...stores,
    documents: {
      insert: (...given) => plant.documents.insert(...given),
      find: (...given) => plant.documents.find(...given),
      remove: (...given) => plant.documents.remove(...given),
      page: (...given) => plant.documents.page(...given),
      close: () => plant.documents.close(),
      findMany: async (collection, ids) => {
        // Just after the row was read an update commits, and the collector takes the old version.
        if (!isSwung) {
          isSwung = true
          const next = objectId()
          const old = plant.documents.of(contents).get(document)
          if (old !== undefined) plant.documents.of(contents).set(next, { ...old, _id: next })
          await plant.sql('UPDATE manuscripts SET content_ref = $1 WHERE id = $2', [next, id])
          plant.documents.of(contents).delete(document)
        }
        return await plant.documents.findMany(collection, ids)
      },
    },
  }
  expect(await all(fsck(during, silent, { tenant: one }))).toEqual([])
  expect(isSwung).toBe(true)
  expect([refId, key]).not.toContain(undefined)
})

test('an operation that came past its fence and brought no document is given up by a repair, and its bytes go', async () => {
  const refId = ulid()
  const key = plant.key('rendition', 'content', { house: one.refId, refId })
  plant.objects.plant({ bucket: 'real-texts', key }, new Uint8Array([1]), { lastModified: new Date(0) })
  const puts = [{ object: 'content', bucket: 'texts', key, sha256: '', size: 1, contentType: 'text/html' }]
  const parts = { puts, documents: [{ collection: 'renditions', id: objectId() }] }
  await plant.intent({ tenant: one, entity: 'Rendition', refId, state: 'locked', parts })
  const found = await check({ tenant: one, repair: true })
  expect(found.map(({ code, repair }) => [code, repair])).toEqual([['fsck/stuck-operation', 'done']])
  await collect(plant.stores, silent)
  expect(plant.objects.held.size).toBe(0)
})
