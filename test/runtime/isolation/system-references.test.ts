import { afterAll, beforeAll, expect, test } from 'vitest'
import { Missing } from '../../../runtime/src/errors/errors.ts'
import { type Db, type Repository, repository } from '../support/db.ts'
import { Records } from '../support/records.ts'
import type { SeededTenant } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
})
afterAll(() => world?.close())

test('what the system writes of a tenant refers to what that tenant has, and to nothing of another', async () => {
  const [one, other] = await world.twoTenants()
  const provider = world.provider()
  const book = (tenant: SeededTenant): Promise<string> =>
    provider.withTenant(tenant.refId, (db) => new Records(world.description, tenant).parent(db, 'book'))
  const [mine, theirs] = [await book(one), await book(other)]
  const guides = <T>(work: (of: Repository) => Promise<T>): Promise<T> =>
    provider.system('a test', (db: Db) => work(repository(db, 'styleGuide')))
  const guide = (key: string, house: string, more: object = {}): object => ({
    key,
    house,
    title: key,
    body: 'text',
    ...more,
  })

  const made = await guides((of) => of.createMany([guide('a', one.refId, { book: mine }), guide('b', other.refId)]))
  const [a = '', b = ''] = made.map(({ refId }) => refId)
  const refused: readonly ((of: Repository) => Promise<unknown>)[] = [
    (of) => of.create(guide('c', one.refId, { book: theirs })),
    (of) => of.createMany([guide('c', one.refId, { book: mine }), guide('d', other.refId, { replaces: a })]),
    (of) => of.update(a, { book: theirs }),
    (of) => of.update(b, { replaces: a }),
    (of) => of.updateMany({ where: { refId: a }, data: { book: theirs } }),
    (of) => of.updateMany({ where: {}, data: { book: mine } }),
  ]
  for (const work of refused) await expect(guides(work)).rejects.toThrow(Missing)
  expect(await guides((of) => of.count())).toBe(2)
  expect(await guides((of) => of.update(b, { book: theirs }))).toMatchObject({ bookRefId: theirs })
  expect(await guides((of) => of.updateMany({ where: { refId: b }, data: { replaces: b } }))).toBe(1)
})
