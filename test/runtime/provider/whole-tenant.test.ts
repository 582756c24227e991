import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { InvalidInput, Missing } from '../../../runtime/src/errors/errors.ts'
import { TemporaryFolder } from '../../support/temporary-folder.ts'
import { type Db, repository } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
})
afterAll(() => world.close())

let count = 0
/** No two have the same name. */
function author(): object {
  count += 1
  return { penName: `Ada ${count}`, legalName: 'Ada Lovelace' }
}

describe('all of a tenant', () => {
  test('is checked by itself, by its public id', async () => {
    const [one, other] = await world.twoTenants()
    const provider = world.provider()
    const guide = (db: Db): Promise<unknown> =>
      repository(db, 'styleGuide').create({ key: 'house', title: 'House style', body: 'Short words.' })
    for (const { refId } of [one, other]) await provider.withTenant(refId, guide)
    const seen = async (tenant?: string): Promise<number> => {
      const check = provider.fsck(tenant === undefined ? {} : { tenant })
      for await (const _ of check);
      return check.summary().documents
    }
    expect(await seen(one.refId)).toBe(1)
    expect(await seen()).toBeGreaterThan(1)
    await expect(seen('01ARZ3NDEKTSV4RRFFQ69G5FAV')).rejects.toThrow(Missing)
  })

  test('is exported to a folder and erased, by its public id, though it counts as deleted', async () => {
    const [one, other] = await world.twoTenants()
    const provider = world.provider()
    using folder = new TemporaryFolder()
    await provider.withTenant(one.refId, (db) => repository(db, 'author').create(author()))
    await provider.system('it leaves', (db) => repository(db, 'house').delete(one.refId))
    expect(await provider.tenants.resolve(one.refId)).toEqual({ id: one.id, refId: one.refId })
    const { isWhole, rows } = await provider.tenants.export(one.refId, join(folder.path, 'export'))
    expect(isWhole).toBe(true)
    expect(rows).toBeGreaterThanOrEqual(3)
    await expect(provider.tenants.erase(one.refId, { confirm: other.refId })).rejects.toThrow(InvalidInput)
    const report = await provider.tenants.erase(one.refId, { confirm: one.refId })
    expect(report.unexpected).toEqual([])
    await expect(provider.withTenant(one.refId, () => 'reached')).rejects.toThrow(Missing)
    expect(await provider.withTenant(other.refId, (db) => repository(db, 'editor').count())).toBe(1)
  })
})
