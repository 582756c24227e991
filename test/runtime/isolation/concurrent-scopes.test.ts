import { afterAll, beforeAll, expect, test } from 'vitest'
import { repository } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
})
afterAll(() => world?.close())

test('200 scopes at once on a pool of 4 connections each see their own tenant alone', { tags: ['race'] }, async () => {
  const tenants = await Promise.all(Array.from({ length: 20 }, () => world.tenant()))
  const provider = world.provider({ pool: { max: 4 }, timeouts: { connectMs: 60_000 } })
  const strangers: string[] = []
  const scopes = Array.from({ length: 200 }, async (_, at) => {
    const tenant = tenants[at % tenants.length]
    if (tenant === undefined) throw new TypeError('no tenant')
    await provider.withTenant(tenant.refId, async (db) => {
      const own = repository(db, 'author')
      const made = await own.create({ penName: `Author ${at}`, legalName: tenant.refId })
      const guide = await repository(db, 'styleGuide').create({ key: `key-${at}`, title: tenant.refId, body: 'text' })
      const [rows, documents, seen] = await Promise.all([
        own.findMany({}),
        repository(db, 'styleGuide').findMany({}),
        db.transaction(async (tx) => repository(tx, 'author').findMany({ where: { refId: made.refId } })),
      ])
      if (seen.length !== 1) strangers.push(`${at} does not see its own row`)
      if (!documents.some(({ refId }) => refId === guide.refId)) strangers.push(`${at} does not see its own document`)
      for (const { legalName } of rows) if (legalName !== tenant.refId) strangers.push(`${at} sees another row`)
      for (const { title } of documents) if (title !== tenant.refId) strangers.push(`${at} sees another document`)
    })
  })
  await Promise.all(scopes)
  expect(strangers).toEqual([])
  const counts = await provider.system('count what was made', (db) => repository(db, 'author').count({}))
  expect(counts).toBe(200)
})
