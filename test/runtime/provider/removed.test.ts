import { afterAll, beforeAll, expect, test } from 'vitest'
import { Missing } from '../../../runtime/src/errors/errors.ts'
import { type Db, repository } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
})
afterAll(() => world.close())

const ways: readonly (readonly [string, (db: Db, member: string, refId: string) => Promise<unknown>])[] = [
  ['by itself', (db, member, refId) => repository(db, member).delete(refId)],
  ['with others', (db, member, refId) => repository(db, member).deleteMany({ where: { refId } })],
  ['in a transaction', (db, member, refId) => db.transaction((tx) => repository(tx, member).delete(refId))],
]

test.each(ways)('a tenant that was deleted %s is of no use from then on', async (_, remove) => {
  const { refId } = await world.tenant()
  const provider = world.provider()
  expect(await provider.withTenant(refId, () => 'reached')).toBe('reached')
  await provider.system('it leaves', (db) => remove(db, 'house', refId))
  await expect(provider.withTenant(refId, () => 'reached')).rejects.toThrow(Missing)
})

test.each(ways)('a user who was deleted %s acts no more', async (_, remove) => {
  const { refId, user } = await world.tenant()
  const provider = world.provider()
  const actor = { kind: 'user', id: user.refId } as const
  expect(await provider.withTenant(refId, () => 'reached', { actor })).toBe('reached')
  await provider.withTenant(refId, (db) => remove(db, 'editor', user.refId))
  await expect(provider.withTenant(refId, () => 'reached', { actor })).rejects.toThrow(Missing)
})

test('a tenant that is looked for while a transaction deletes it is of no use once that has ended', async () => {
  const { refId } = await world.tenant()
  const provider = world.provider()
  await provider.system('it leaves', (db) =>
    db.transaction(async (tx) => {
      await repository(tx, 'house').delete(refId)
      expect(await provider.withTenant(refId, () => 'reached')).toBe('reached')
    }),
  )
  await expect(provider.withTenant(refId, () => 'reached')).rejects.toThrow(Missing)
})
