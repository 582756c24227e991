import { afterAll, beforeAll, expect, test } from 'vitest'
import { InvalidInput, Missing } from '../../../runtime/src/errors/errors.ts'
import { lookup } from '../../../runtime/src/rows/lookup.ts'
import { resolveActor, resolveTenant } from '../../../runtime/src/rows/resolve.ts'
import type { SeededTenant } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'
import { rowsAs, rowsIn, systemScope } from './rows-of.ts'

let world: World
let one: SeededTenant
let other: SeededTenant

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  ;[one, other] = await world.twoTenants()
}, 120_000)
afterAll(() => world?.close())

test('a person is found in every house before any is known, and only as whose record it is', async () => {
  const email = 'both@example.com'
  const made = []
  for (const tenant of [one, other]) {
    const { refId } = await rowsAs(world, tenant)('editor').create({ email, name: 'In both' })
    made.push({ tenant: { id: tenant.id, refId: tenant.refId }, refId })
  }
  const found = await lookup(world.stores, 'editor', 'email', email)
  expect(found).toHaveLength(2)
  expect(found).toEqual(expect.arrayContaining(made))
  await rowsAs(world, one)('editor').delete(String(made[0]?.refId))
  expect(await lookup(world.stores, 'editor', 'email', email)).toEqual([made[1]])
  expect(await lookup(world.stores, 'editor', 'email', "' or true --")).toEqual([])
})

test('a house is found by its public id, and is itself the tenant', async () => {
  expect(await lookup(world.stores, 'house', 'refId', one.refId)).toEqual([
    { tenant: { id: one.id, refId: one.refId }, refId: one.refId },
  ])
})

test('what the spec does not let be looked up is not', async () => {
  await expect(lookup(world.stores, 'editor', 'name', 'In both')).rejects.toThrow(TypeError)
  await expect(lookup(world.stores, 'editor', 'constructor', 'x')).rejects.toThrow(TypeError)
})

test('a public id becomes a tenant, and one that is none or that was deleted is missing', async () => {
  expect(await resolveTenant(world.stores, other.refId)).toEqual({ id: other.id, refId: other.refId })
  await expect(resolveTenant(world.stores, '01HZZZZZZZ0000000000000001')).rejects.toThrow(Missing)
  await expect(resolveTenant(world.stores, one.user.refId)).rejects.toThrow(Missing)
  await expect(resolveTenant(world.stores, one.id)).rejects.toThrow(InvalidInput)
  const gone = await rowsIn(world, systemScope)('house').create({ name: 'Gone', slug: 'gone' })
  await rowsIn(world, systemScope)('house').delete(String(gone.refId))
  await expect(resolveTenant(world.stores, String(gone.refId))).rejects.toThrow(Missing)
})

test('a user who acts is one of the tenant, and whoever else acts is taken by name', async () => {
  const user = { kind: 'user', id: one.user.refId } as const
  expect(await resolveActor(world.stores, one, user)).toEqual({ ...user, userId: one.user.id })
  await expect(resolveActor(world.stores, other, user)).rejects.toThrow(Missing)
  await expect(resolveActor(world.stores, one, { kind: 'user', id: 'ada' })).rejects.toThrow(InvalidInput)
  const job = { kind: 'job', id: 'nightly' } as const
  expect(await resolveActor(world.stores, one, job)).toEqual(job)
})
