import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '../../../runtime/src/errors/errors.ts'
import type { WorldProvider } from '../support/connect.ts'
import { type Db, repository } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let tenant: string

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  tenant = (await world.tenant()).refId
})
afterAll(() => world.close())

/** With a second connection it would only be slow. */
function narrow(): WorldProvider {
  return world.provider({ pool: { max: 1 } })
}

const others: readonly (readonly [string, (db: Db) => unknown])[] = [
  ['rows', (db) => repository(db, 'author').count()],
  ['deleted rows', (db) => repository(db, 'author').withDeleted.count()],
  ['documents', (db) => repository(db, 'styleGuide').count()],
  ['another transaction', (db) => db.transaction(async () => 'reached')],
]
test.each(others)('%s of the scope itself are refused within its transaction, at once', async (_, call) => {
  await narrow().withTenant(tenant, async (db) => {
    await db.transaction(async (tx) => {
      await expect(call(db)).rejects.toMatchObject({ code: 'forbidden', advice: expect.stringContaining('tx') })
      expect(await repository(tx, 'author').count()).toBe(0)
    })
  })
})

test('they are refused within another scope in it, too', async () => {
  const provider = world.provider()
  await provider.withTenant(tenant, (db) =>
    db.transaction(() =>
      provider.withTenant(tenant, (inner) =>
        inner.transaction(async () => {
          await expect(repository(db, 'author').count()).rejects.toThrow(Forbidden)
        }),
      ),
    ),
  )
})

test('beside it and after it they are as before, for what it has begun too', async () => {
  const provider = world.provider()
  await provider.withTenant(tenant, async (db) => {
    const ended = Promise.withResolvers<void>()
    let later: Promise<number> | undefined
    const begun = Promise.withResolvers<void>()
    const beside = begun.promise.then(() => repository(db, 'author').count())
    await db.transaction(async () => {
      later = ended.promise.then(() => repository(db, 'author').count())
      begun.resolve()
      expect(await beside).toBe(0)
    })
    ended.resolve()
    expect(await later).toBe(0)
    expect(await repository(db, 'author').count()).toBe(0)
  })
})
