import { ulid } from 'ulid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fsck } from '../../../runtime/src/fsck/fsck.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import { all, check, closeGround, codes, freshGround, one, openGround, other, plant } from './ground.ts'
import { otherFaults } from './other-faults.ts'
import { pointerFaults } from './pointer-faults.ts'
import { alter, contents } from './records.ts'

beforeAll(openGround)
afterAll(closeGround)
beforeEach(freshGround)

const faults = [...pointerFaults, ...otherFaults]

test('sound records have no findings', async () => {
  await plant.manuscript(one)
  await plant.manuscript(other)
  const run = fsck(plant.stores, silent, { tenant: one, deep: true })
  expect(await all(run)).toEqual([])
  expect(run.summary()).toMatchObject({ documents: 1, objects: 1, findings: 0 })
  expect(run.summary().next).toBeUndefined()
})

test.each(faults.map((fault, index) => [`${fault.code} (${index + 1})`, fault] as const))(
  '%s: the fault is found, and nothing else',
  async (_name, { code, plant: break_, also = [] }) => {
    const named = await break_()
    const found = await check({ tenant: one, deep: true })
    expect(found[0]).toMatchObject({ code, ...named })
    expect(found.map((finding) => finding.code)).toEqual([code, ...also])
  },
)

test.each(faults.map((fault, index) => [`${fault.code} (${index + 1})`, fault] as const))(
  '%s: what only looks like it is not',
  async (_name, { twin }) => {
    await twin()
    expect(await codes({ tenant: one, deep: true })).toEqual([])
  },
)

test('what belongs to a tenant that is not there is found where no tenant is asked for', async () => {
  const ghost = ulid()
  const { document, key, place } = await plant.manuscript(one)
  alter(contents, document, { houseId: ghost })
  const found = await check({})
  expect(found).toContainEqual(expect.objectContaining({ code: 'fsck/unknown-tenant', tenant: ghost, document }))
  alter(contents, document, { houseId: one.refId })
  const stolen = key.replace(one.refId, ghost)
  plant.objects.plant({ ...place, key: stolen }, new Uint8Array([1]), { lastModified: new Date(0) })
  alter(contents, document, { s3Key: stolen })
  expect(await check({})).toContainEqual(
    expect.objectContaining({ code: 'fsck/unknown-tenant', tenant: ghost, key: stolen }),
  )
})

test('pointers to documents whose time was over are counted, and are no findings', async () => {
  await faults.find(({ code, twin }) => code === 'fsck/dangling-document' && String(twin).includes('pressCall'))?.twin()
  const run = fsck(plant.stores, silent, { tenant: one })
  expect(await all(run)).toEqual([])
  expect(run.summary().expired).toBe(1)
})
