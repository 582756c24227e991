import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Corrupt } from '../../../runtime/src/errors/errors.ts'
import { silent } from '../../../runtime/src/scoped/observer.ts'
import type { KeyProvider, SecretKey } from '../../../runtime/src/secrets/key-provider.ts'
import { type RotateReport, rotateSecrets } from '../../../runtime/src/secrets/rotate.ts'
import { refusal } from '../../live/reference-models.ts'
import { repository } from '../support/db.ts'
import { openWorld, type World } from '../support/world.ts'

// To a pattern of `like` the underscore of the new name is the A of the old one.
const old: SecretKey = { id: 'keyA2', key: new Uint8Array(32).fill(1) }
const fresh: SecretKey = { id: 'key_2', key: new Uint8Array(32).fill(2) }

let world: World
/** What the keys' owner holds by now. */
const ring = { current: old, known: [old, fresh] }
const keys: KeyProvider = {
  current: async () => ring.current,
  byId: async (id) => ring.known.find((key) => key.id === id),
}

beforeAll(async () => {
  world = await openWorld('test/runtime/spec', { keys })
})
afterAll(() => world?.close())

const rotate = (options: Parameters<typeof rotateSecrets>[2] = {}): Promise<RotateReport> =>
  rotateSecrets({ stores: world.stores, model: (name) => world.modelNamed(name), observer: silent }, keys, options)

test('every secret of rows and documents is put under the new key, and opens without the old one', async () => {
  const provider = world.provider({ keys })
  const tenants = await world.twoTenants()
  const made: { readonly tenant: (typeof tenants)[number]; readonly author: string; readonly guide: string }[] = []
  for (const tenant of tenants)
    for (let n = 0; n < 4; n += 1)
      await provider.withTenant(tenant.refId, async (db) => {
        const author = await repository(db, 'author').create({
          penName: `A${n}`,
          legalName: 'x',
          bankAccount: `account ${n}`,
        })
        const guide = await repository(db, 'styleGuide').create({
          key: `k-${n}`,
          title: 'x',
          body: 'x',
          password: `word ${n}`,
        })
        made.push({ tenant, author: author.refId, guide: guide.refId })
      })
  const read = (): Promise<unknown> =>
    Promise.all(
      made.map(({ tenant, author, guide }) =>
        provider.withTenant(tenant.refId, async (db) => {
          const row = await repository(db, 'author').get(author)
          const document = await repository(db, 'styleGuide').get(guide)
          return [Reflect.get(row, 'bankAccount'), Reflect.get(document, 'password')]
        }),
      ),
    )
  const plain = await read()
  expect(plain).toEqual([...[0, 1, 2, 3], ...[0, 1, 2, 3]].map((n) => [`account ${n}`, `word ${n}`]))

  // Stopped after the first batch, as by the end of a process.
  ring.current = fresh
  const stop = new AbortController()
  const stopped = refusal(rotate({ batch: 3, signal: stop.signal, onProgress: () => stop.abort() }))
  expect(await stopped).toMatchObject({ name: 'AbortError' })

  const [sabotaged] = made
  const sql = new Client(world.superuserUrl)
  await sql.connect()
  const { rows } = await sql.query('select bank_account from authors where ref_id = $1', [sabotaged?.author])
  const report = await rotate({ batch: 3 })
  expect(report).toEqual({ resealed: 13, raced: 0, kept: 0, failed: 0, failures: [] })
  expect(await rotate()).toEqual({ resealed: 0, raced: 0, kept: 0, failed: 0, failures: [] })
  ring.known = [fresh]
  expect(await read()).toEqual(plain)

  // What was put back from an old backup does not open any more, and is said to be so.
  await sql.query('update authors set bank_account = $2 where ref_id = $1', [
    sabotaged?.author,
    String(rows[0]?.bank_account).replace(/^s1\.[^.]+\./, 's1.keyB2.'),
  ])
  await sql.end()
  expect(await rotate()).toMatchObject({
    resealed: 0,
    failed: 1,
    failures: [{ field: 'Author.bankAccount', refId: sabotaged?.author, code: 'corrupt' }],
  })
  expect(await refusal(read())).toBeInstanceOf(Corrupt)
})

test('what somebody writes meanwhile is kept', async () => {
  ring.known = [old, fresh]
  ring.current = old
  const provider = world.provider({ keys })
  const { refId: tenant } = await world.tenant()
  const guides = async <T>(work: (db: ReturnType<typeof repository>) => Promise<T>): Promise<T> =>
    provider.withTenant(tenant, (db) => work(repository(db, 'styleGuide')))
  const { refId } = await guides((db) => db.create({ key: 'k', title: 'x', body: 'x', password: 'first' }))
  ring.current = fresh
  // Between reading the value and writing it anew.
  const byId: KeyProvider['byId'] = async (id) => {
    ring.current = old
    await guides((db) => db.update(refId, { password: 'second' }))
    ring.current = fresh
    return keys.byId(id)
  }
  const raced = await rotateSecrets(
    { stores: world.stores, model: (name) => world.modelNamed(name), observer: silent },
    { current: keys.current, byId },
    { entities: ['styleGuide'] },
  )
  expect(raced).toMatchObject({ raced: 1 })
  expect(await guides((db) => db.get(refId))).toMatchObject({ password: 'second' })
  expect(await rotate({ entities: ['styleGuide'] })).toMatchObject({ resealed: 1, raced: 0 })
  expect(await guides((db) => db.get(refId))).toMatchObject({ password: 'second' })
})
