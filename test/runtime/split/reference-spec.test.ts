import { afterAll, beforeAll, expect, test } from 'vitest'
import { Missing } from '../../../runtime/src/errors/errors.ts'
import { isSplit } from '../../../runtime/src/split/repository.ts'
import { createFactories } from '../../../runtime/src/testing.ts'
import { handle, repository } from '../support/db.ts'
import type { SeededTenant } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'
import { intentsOf } from './tables.ts'

let world: World
let tenant: SeededTenant

beforeAll(async () => {
  world = await openWorld('spec')
  tenant = await world.tenant()
})
afterAll(() => world?.close())

test('every split entity of the reference spec is made, read, changed and removed', { tags: ['full'] }, async () => {
  const { description } = world
  const factories = createFactories(description)
  const members = Object.keys(description.entities).filter((member) => isSplit(description, member))
  expect(members).toEqual(
    expect.arrayContaining([
      'strategy',
      'contract',
      'toolCall',
      'onboardingRun',
      'activityOutput',
      'blogPost',
      'socialPost',
    ]),
  )
  const actor = { kind: 'user', id: tenant.user.refId } as const
  await world.provider().withTenant(
    tenant.refId,
    async (db) => {
      for (const member of members) {
        const entity = description.entities[member]
        const records = repository(db, member)
        const idempotencyKey = `made-${member}`
        const input = (await factories[member]?.input(db)) ?? {}
        const made = await records.create(input, { idempotencyKey })
        expect((await records.create(input, { idempotencyKey })).refId, member).toBe(made.refId)
        const read = await records.read(made.refId)
        expect(read.refId, member).toBe(made.refId)
        for (const object of Object.values(entity?.objects ?? {})) {
          const facts = read.objects[object.member]
          if (facts === null || facts === undefined) continue
          const bytes = await handle(db, member, object.member).bytes(made.refId)
          expect(bytes.byteLength, object.name).toBe(facts.size)
          const answer = await fetch(await handle(db, member, object.member).contentUrl(made.refId))
          expect(answer.headers.get('content-type'), object.name).toBe(object.contentType)
          await answer.arrayBuffer()
        }
        if (entity?.softDelete === undefined) continue
        const [first] = Object.values(entity.objects)
        if (first !== undefined) {
          await records.update(
            made.refId,
            { objects: { [first.member]: 'changed' } },
            { idempotencyKey: `${member}-2` },
          )
          expect(await handle(db, member, first.member).text(made.refId)).toBe('changed')
        }
        await records.delete(made.refId)
        await expect(records.read(made.refId)).rejects.toThrow(Missing)
        await records.restore(made.refId)
        await records.delete(made.refId)
        await records.purge(made.refId)
        await expect(records.read(made.refId)).rejects.toThrow(Missing)
        const states = (await intentsOf(world, made.refId)).map(({ state }) => state)
        expect(new Set(states), member).toEqual(new Set(['committed']))
      }
    },
    { actor },
  )
})
