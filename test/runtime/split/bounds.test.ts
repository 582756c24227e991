import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden, Missing } from '../../../runtime/src/errors/errors.ts'
import { openWorld, type World } from '../support/world.ts'
import { bookOf, inputs, picture, Scoped } from './scoped.ts'
import { ask } from './tables.ts'

let world: World
let own: Scoped
let other: Scoped
let given: Readonly<Record<string, object>>
let count = 0

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  const [a, b] = await world.twoTenants()
  own = new Scoped(world, a)
  other = new Scoped(world, b)
})
afterAll(() => world?.close())

async function input(member: string): Promise<object> {
  count += 1
  given = inputs(await bookOf(own), own.tenant, count)
  return given[member] ?? {}
}

describe('a row with an object that all tenants may share', () => {
  test('is a tenant’s own below its prefix, and everybody’s below shared/', async () => {
    const stencils = own.repository('stencil')
    const made = await stencils.create(await input('stencil'))
    const read = await stencils.read(made.refId)
    expect(read.objects.picture?.key).toMatch(`houses/${own.tenant.refId}/stencils/${made.refId}/`)
    await expect(other.repository('stencil').read(made.refId)).rejects.toThrow(Missing)

    const system = new Scoped(world, own.tenant, { scope: { kind: 'system', reason: 'a stencil of ours' } })
    const ours = await system.repository('stencil').create({ name: `Ours ${count}`, objects: { picture: picture(1) } })
    const shared = await other.repository('stencil').read(ours.refId)
    expect(shared.objects.picture?.key).toMatch(`shared/stencils/${ours.refId}/`)
    expect(await other.handle('stencil', 'picture').bytes(ours.refId)).toEqual(Buffer.from(picture(1)))
    await expect(other.repository('stencil').update(ours.refId, { objects: { picture: picture(2) } })).rejects.toThrow(
      Forbidden,
    )
    await system.repository('stencil').update(ours.refId, { objects: { picture: picture(3) } })
    expect(await other.handle('stencil', 'picture').bytes(ours.refId)).toEqual(Buffer.from(picture(3)))
  })

  test('is changed by the system for a tenant within the tenant’s bounds', async () => {
    const made = await own.repository('stencil').create(await input('stencil'))
    const system = new Scoped(world, own.tenant, { scope: { kind: 'system', reason: 'a mend' } })
    await system.repository('stencil').update(made.refId, { objects: { picture: picture(4) } })
    const read = await own.repository('stencil').read(made.refId)
    expect(read.objects.picture?.key).toMatch(`houses/${own.tenant.refId}/stencils/`)
    const rows = await ask<{ tenant_id: string }>(
      world,
      'select tenant_id from stowage.stored_objects where ref_id = $1',
      [made.refId],
    )
    expect(rows).toEqual([{ tenant_id: own.tenant.id }])
  })
})

test.each(['manuscript', 'rendition', 'agreement', 'pressCall', 'acquisition', 'stencil'])(
  'another tenant finds nothing of a %s, and cannot change it',
  async (member) => {
    const made = await own.repository(member).create(await input(member))
    const theirs = other.repository(member)
    await expect(theirs.read(made.refId)).rejects.toThrow(Missing)
    for (const object of Object.values(world.description.entities[member]?.objects ?? {})) {
      await expect(other.handle(member, object.member).contentUrl(made.refId)).rejects.toThrow(Missing)
      await expect(other.handle(member, object.member).bytes(made.refId)).rejects.toThrow(Missing)
      await expect(theirs.update(made.refId, { objects: { [object.member]: 'theirs' } })).rejects.toThrow(
        /is not there|never changed|another tenant/,
      )
    }
    expect(await own.repository(member).read(made.refId)).toBeDefined()
  },
)

test('in a transaction of PostgreSQL everything but reads of rows and transitions is refused by name', async () => {
  const made = await own.repository('manuscript').create(await input('manuscript'))
  await world.stores.postgres.run(own.context.scope, async (session) => {
    const within = new Scoped(world, own.tenant)
    Object.assign(within, { context: { ...within.context, session } })
    const manuscripts = within.repository('manuscript')
    expect(await manuscripts.get(made.refId)).toMatchObject({ refId: made.refId })
    await expect(manuscripts.create({})).rejects.toThrow(/manuscript[.]create/)
    await expect(manuscripts.read(made.refId)).rejects.toThrow(Forbidden)
    await expect(manuscripts.update(made.refId, {})).rejects.toThrow(Forbidden)
    await expect(manuscripts.purge(made.refId)).rejects.toThrow(Forbidden)
    await expect(within.handle('manuscript', 'body').text(made.refId)).rejects.toThrow(/manuscript[.]body[.]text/)
    await manuscripts.transition(made.refId, 'submitted', { from: 'draft' })
  })
  expect((await own.repository('manuscript').get(made.refId)).status).toBe('submitted')
})
