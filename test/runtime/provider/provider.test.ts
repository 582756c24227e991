import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Closed, Conflict, Forbidden, InvalidInput, Missing } from '../../../runtime/src/errors/errors.ts'
import { openPlainProvider, openProvider } from '../../../runtime/src/provider/open-provider.ts'
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

describe('a scope of a tenant', () => {
  test('is for what the tenant has, by its public id or by both', async () => {
    const [one, other] = await world.twoTenants()
    const provider = world.provider()
    const { refId } = await provider.withTenant(one.refId, (db) => repository(db, 'author').create(author()))
    const { id, refId: tenantRefId } = one
    expect(await provider.withTenant({ id, refId: tenantRefId }, (db) => repository(db, 'author').count())).toBe(1)
    expect(await provider.withTenant(other.refId, (db) => repository(db, 'author').find(refId))).toBeNull()
  })

  test('refuses two ids of two tenants', async () => {
    const [one, other] = await world.twoTenants()
    const mixed = { id: one.id, refId: other.refId }
    await expect(world.provider().withTenant(mixed, () => 'reached')).rejects.toThrow(Forbidden)
  })

  test('refuses a tenant that is not there, and a text that is no public id', async () => {
    const provider = world.provider()
    await expect(provider.withTenant('01JABCDEFGHJKMNPQRSTVWXYZ0', () => 'reached')).rejects.toThrow(Missing)
    await expect(provider.withTenant("' or true --", () => 'reached')).rejects.toThrow(InvalidInput)
  })

  test('knows who acts, and refuses a person of another tenant', async () => {
    const [one, other] = await world.twoTenants()
    const provider = world.provider()
    const actor = { kind: 'user', id: one.user.refId } as const
    const made = await provider.withTenant(one.refId, (db) => repository(db, 'author').create(author()), { actor })
    expect(made.createdBy).toBe(one.user.id)
    await expect(provider.withTenant(other.refId, () => 'reached', { actor })).rejects.toThrow(Missing)
    const job = { kind: 'job', id: 'nightly' } as const
    const byJob = await provider.withTenant(one.refId, (db) => repository(db, 'author').create(author()), {
      actor: job,
    })
    expect(byJob.createdBy).toBeNull()
  })

  test.each([
    { kind: 'root', id: 'x' },
    { kind: 'job', id: '' },
    { kind: 'job', id: 'a\nb' },
  ])('refuses the actor %j', async (actor) => {
    const { refId } = await world.tenant()
    const given = { actor: actor as { kind: 'job'; id: string } }
    await expect(world.provider().withTenant(refId, () => 'reached', given)).rejects.toThrow(InvalidInput)
  })

  test('gives back what the work gives, and throws what it throws', async () => {
    const { refId } = await world.tenant()
    const provider = world.provider()
    const error = new RangeError('mine')
    expect(await provider.withTenant(refId, () => 7)).toBe(7)
    await expect(provider.withTenant(refId, () => Promise.reject(error))).rejects.toBe(error)
  })

  test('its client is of no use afterwards, nor is what was taken from it', async () => {
    const { refId } = await world.tenant()
    const kept = await world.provider().withTenant(refId, (db) => ({ db, authors: repository(db, 'author') }))
    for (const call of [
      () => kept.authors.count(),
      () => kept.authors.withDeleted.count(),
      () => repository(kept.db, 'author').count(),
      () => repository(kept.db, 'book').count(),
      () => kept.db.transaction(async () => 'reached'),
    ])
      await expect(Promise.resolve().then<unknown>(call)).rejects.toThrow(Closed)
  })
})

describe('the client of a scope', () => {
  test('has a member for each entity and no other; it is no promise', async () => {
    const { refId } = await world.tenant()
    await world.provider().withTenant(refId, async (given) => {
      const db: Db = await Promise.resolve(given)
      expect(Object.keys(world.description.entities).every((member) => typeof db[member] === 'object')).toBe(true)
      for (const name of ['then', 'toString', '__proto__', 'constructor', 'unknown', 'hasOwnProperty'])
        expect(db[name]).toBeUndefined()
      expect('author' in db).toBe(true)
      expect('unknown' in db).toBe(false)
      expect(db.author).toBe(db.author)
    })
  })

  test('cannot be changed by what it is given to', async () => {
    const { refId } = await world.tenant()
    await world.provider().withTenant(refId, (db) => {
      expect(() => Object.assign(db, { author: {} })).toThrow(TypeError)
      expect(() => Object.assign(db.author as object, { count: () => 99 })).toThrow(TypeError)
    })
  })

  test('has no methods that repositories keep for each other', async () => {
    const { refId } = await world.tenant()
    await world.provider().withTenant(refId, (db) => {
      expect((db.author as Readonly<Record<string, unknown>>).remove).toBeUndefined()
    })
  })
})

describe('a transaction', () => {
  test('takes effect whole or not at all, and what the work throws comes out as it is', async () => {
    const { refId } = await world.tenant()
    const provider = world.provider()
    const error = new RangeError('mine')
    await provider.withTenant(refId, async (db) => {
      const failing = db.transaction(async (tx) => {
        await repository(tx, 'author').create(author())
        throw error
      })
      await expect(failing).rejects.toBe(error)
      expect(await repository(db, 'author').count()).toBe(0)
      await db.transaction(async (tx) => {
        await repository(tx, 'author').create(author())
        await repository(tx, 'author').create(author())
        expect(await repository(tx, 'author').count()).toBe(2)
      })
      expect(await repository(db, 'author').count()).toBe(2)
    })
  })

  test('is of PostgreSQL alone: documents and objects are refused by name, and so is another transaction', async () => {
    const { refId } = await world.tenant()
    await world.provider().withTenant(refId, (db) =>
      db.transaction(async (tx) => {
        await expect(tx.transaction(async () => 'reached')).rejects.toThrow(Forbidden)
        await expect(Promise.resolve().then(() => repository(tx, 'styleGuide').count())).rejects.toThrow(Forbidden)
      }),
    )
  })

  test('its client is of no use afterwards', async () => {
    const { refId } = await world.tenant()
    await world.provider().withTenant(refId, async (db) => {
      const authors = await db.transaction(async (tx) => repository(tx, 'author'))
      await expect(Promise.resolve().then(() => authors.count())).rejects.toThrow(Closed)
    })
  })

  test('a statement that failed fails the whole, as a typed error', async () => {
    const { refId } = await world.tenant()
    await world.provider().withTenant(refId, async (db) => {
      const twice = db.transaction(async (tx) => {
        await repository(tx, 'genre').create({ key: 'tales', name: 'Tales' })
        await repository(tx, 'genre').create({ key: 'tales', name: 'Tales' })
      })
      await expect(twice).rejects.toThrow(Conflict)
      expect(await repository(db, 'genre').count({ where: { key: 'tales' } })).toBe(0)
    })
  })
})

describe('the system', () => {
  test('reaches every tenant, for a reason that is logged', async () => {
    const [one, other] = await world.twoTenants()
    const lines: unknown[] = []
    const take = (...line: unknown[]): void => void lines.push(line)
    const provider = world.provider({ logger: { debug: () => undefined, info: take, warn: take, error: take } })
    for (const { refId } of [one, other])
      await provider.withTenant(refId, (db) => repository(db, 'author').create({ ...author(), penName: 'Both' }))
    const found = await provider.system('monthly count', (db) =>
      repository(db, 'author').findMany({ where: { penName: 'Both' } }),
    )
    expect(found).toHaveLength(2)
    expect(lines).toContainEqual([{ reason: 'monthly count' }, 'provider.system'])
  })

  test.each(['', '   ', 'a\u0000b', 'x'.repeat(501)])(
    'refuses a reason that says nothing or too much: %#',
    async (reason) => {
      await expect(world.provider().system(reason, () => 'reached')).rejects.toThrow(InvalidInput)
    },
  )
})

describe('looking up', () => {
  test('finds whose a value is before the tenant is known', async () => {
    const { id, refId, user } = await world.tenant()
    const provider = world.provider()
    const row = await provider.withTenant(refId, (db) => repository(db, 'editor').get(user.refId))
    const lookup = provider.lookup as Readonly<
      Record<string, Readonly<Record<string, (value: unknown) => Promise<unknown>>>>
    >
    expect(await lookup.editor?.byEmail?.(row.email)).toEqual([{ tenant: { id, refId }, refId: user.refId }])
    expect(await lookup.editor?.byEmail?.('nobody@example.com')).toEqual([])
    await expect(lookup.editor?.byEmail?.({ not: '' })).rejects.toThrow(InvalidInput)
    expect(lookup.book).toBeUndefined()
  })
})

describe('the end', () => {
  test('waits for what runs, and then everything throws Closed', async () => {
    const { refId } = await world.tenant()
    const provider = world.provider()
    let go: () => void = () => undefined
    const going = new Promise<void>((resolve) => {
      go = resolve
    })
    const begun = Promise.withResolvers<void>()
    const running = provider.withTenant(refId, async (db) => {
      begun.resolve()
      await going
      return repository(db, 'author').count()
    })
    await begun.promise
    const closing = provider.close()
    await expect(provider.withTenant(refId, () => 'reached')).rejects.toThrow(Closed)
    go()
    expect(await running).toBe(0)
    await closing
    await provider.close()
    await expect(provider.system('x', () => 'reached')).rejects.toThrow(Closed)
    await expect(provider.relay.drain()).rejects.toThrow(Closed)
    await expect(provider.collect()).rejects.toThrow(Closed)
  })

  test('does not wait for ever', async () => {
    const { refId } = await world.tenant()
    const provider = world.provider({ timeouts: { closeMs: 50 } })
    const begun = Promise.withResolvers<void>()
    const ended = Promise.withResolvers<void>()
    const running = provider.withTenant(refId, async (db) => {
      begun.resolve()
      await ended.promise
      return repository(db, 'author').count()
    })
    await begun.promise
    await provider.close()
    ended.resolve()
    await expect(running).rejects.toThrow(Closed)
  })

  test('comes by itself where it is used by `await using`', async () => {
    const { refId } = await world.tenant()
    const provider = world.provider()
    {
      await using held = provider
      expect(await held.withTenant(refId, () => 'reached')).toBe('reached')
    }
    await expect(provider.withTenant(refId, () => 'reached')).rejects.toThrow(Closed)
  })
})

test('secrets are sealed anew only where there are keys', async () => {
  expect(await world.provider().rotateSecrets()).toMatchObject({ failed: 0 })
  const keyless = openProvider(world.parts, { ...world.facts })
  await expect(keyless.rotateSecrets()).rejects.toThrow(Forbidden)
  await keyless.close()
})

test('a provider opens only what it is a provider of', () => {
  const { tenancy, ...description } = world.description
  expect(tenancy).toBeDefined()
  expect(() => openProvider({ ...world.parts, description }, { ...world.facts })).toThrow(TypeError)
  expect(() => openPlainProvider(world.parts, { ...world.facts })).toThrow(TypeError)
})
