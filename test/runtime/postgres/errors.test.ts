import { afterAll, beforeAll, expect, test } from 'vitest'
import { Conflict, Forbidden, InvalidInput, Missing, Unavailable } from '../../../runtime/src/errors/errors.ts'
import type { Session } from '../../../runtime/src/stores/postgres.ts'
import type { Scope } from '../../../runtime/src/stores/scope.ts'
import { planted } from '../rows/planted.ts'
import type { SeededTenant } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'
import { errorOf } from './stores.ts'

const secret = 'SECRETVALUE'
let world: World
let tenant: SeededTenant
let other: SeededTenant
let scope: Scope

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  ;[tenant, other] = await world.twoTenants()
  scope = { kind: 'tenant', tenant }
}, 120_000)
afterAll(() => world?.close())

const author = (more: object = {}): object => ({ houseId: tenant.id, penName: secret, legalName: 'L', ...more })
const idOf = async (session: Session, member: string, refId: string): Promise<string> =>
  String((await session.delegate(member).findFirst({ where: { refId } }))?.id)

type Attempt = (session: Session) => Promise<unknown>

/** What Prisma or PostgreSQL itself refuses, with nothing of the data layer before it. */
const refusals: readonly (readonly [string, Attempt, new (...given: never) => Error, object])[] = [
  [
    'a unique value that is taken',
    async (session) => {
      await session.delegate('author').create({ data: author() })
      await session.delegate('author').create({ data: author() })
    },
    Conflict,
    { entity: 'author', members: 'houseId, penName' },
  ],
  [
    'a reference to nothing',
    (session) => session.delegate('author').create({ data: author({ handledById: tenant.id }) }),
    Missing,
    { entity: 'author', field: 'handledById' },
  ],
  [
    "a reference to another tenant's record",
    (session) => session.delegate('author').create({ data: author({ handledById: other.user.id }) }),
    Missing,
    { entity: 'author', field: 'handledById' },
  ],
  [
    'another tenant as the owner',
    (session) => session.delegate('author').create({ data: author({ houseId: other.id }) }),
    Forbidden,
    {},
  ],
  [
    'a record of what the scope has no grant for',
    (session) => session.delegate('currency').create({ data: { code: 'XXX' } }),
    Forbidden,
    {},
  ],
  [
    'to remove what is referred to',
    async (session) => {
      const made = await session.delegate('author').create({ data: author() })
      await session.delegate('book').create({ data: { houseId: tenant.id, authorId: made.id, title: 'T' } })
      await session.delegate('author').deleteMany({ where: { refId: made.refId } })
    },
    Conflict,
    { entity: 'book' },
  ],
  [
    'to delete what live records refer to',
    async (session) => {
      const made = await session.delegate('author').create({ data: author() })
      await session.delegate('book').create({ data: { houseId: tenant.id, authorId: made.id, title: 'T' } })
      await session.delegate('author').updateMany({ where: { refId: made.refId }, data: { deletedOn: new Date() } })
    },
    Conflict,
    { entity: 'book', field: 'authorId' },
  ],
  [
    'a move that the life cycle does not know',
    async (session) => {
      const refId = await planted(world, 'book', tenant.id)
      await session.delegate('book').updateMany({ where: { refId }, data: { status: 'printed' } })
    },
    Conflict,
    { entity: 'book', field: 'status' },
  ],
  [
    'to begin in the middle',
    async (session) => {
      const made = await session.delegate('author').create({ data: author() })
      const book = { houseId: tenant.id, authorId: made.id, title: secret, status: 'printed' }
      await session.delegate('book').create({ data: book })
    },
    Conflict,
    { entity: 'book', field: 'status' },
  ],
  [
    'to change what never changes',
    async (session) => {
      const refId = await planted(world, 'author', tenant.id)
      await session.delegate('author').updateMany({ where: { refId }, data: { createdOn: new Date(0) } })
    },
    Forbidden,
    { entity: 'author', field: 'createdOn' },
  ],
  [
    'a text that is too long',
    (session) => session.delegate('author').create({ data: author({ penName: secret.repeat(100) }) }),
    InvalidInput,
    {},
  ],
  [
    'a value that a check refuses',
    (session) => session.delegate('author').create({ data: author({ copiesSold: -5 }) }),
    InvalidInput,
    { entity: 'author', field: 'copiesSold' },
  ],
  [
    'a UUID that is none',
    (session) => session.delegate('author').findFirst({ where: { id: secret } }),
    InvalidInput,
    {},
  ],
  [
    'an argument of the wrong type',
    (session) => session.delegate('author').findFirst({ where: { penName: { nothing: secret } } }),
    InvalidInput,
    {},
  ],
  [
    'what is missing',
    (session) =>
      session.query(
        'insert into chapters (id, ref_id, house_id, book_id, position) values ($1::uuid, $2, $3::uuid, $3::uuid, 1)',
        [tenant.id, tenant.refId, tenant.id],
      ),
    InvalidInput,
    { entity: 'chapter', field: 'title' },
  ],
  ['a statement that takes too long', slow, Unavailable, { undone: true, retry: false }],
]

async function slow(session: Session): Promise<unknown> {
  await session.query(`select set_config('statement_timeout', '30', true)`)
  return await session.query('select pg_sleep(5)::text as slept')
}

test.each(refusals)('%s is told by its class and by names, without a value', async (_, work, expected, facts) => {
  const error = await errorOf(world.stores.postgres.run(scope, work))
  expect(error).toBeInstanceOf(expected)
  expect(error.facts).toMatchObject(facts)
  expect(`${error.message} ${JSON.stringify(error)} ${String(error.cause)} ${error.stack}`).not.toContain(secret)
})

test('a fault of the application is its own, also after a statement that failed', async () => {
  const fault = new RangeError('mine')
  await expect(world.stores.postgres.run(scope, () => Promise.reject(fault))).rejects.toBe(fault)
  const after = world.stores.postgres.run(scope, async (session) => {
    await session.query('select 1 / 0').catch(() => undefined)
    throw fault
  })
  await expect(after).rejects.toBe(fault)
})

test('what failed in a transaction and was passed over fails the transaction', async () => {
  const { postgres } = world.stores
  const refId = await planted(world, 'author', tenant.id)
  const work = postgres.run(scope, async (session) => {
    await session.delegate('author').updateMany({ where: { refId }, data: { legalName: 'Changed' } })
    await session
      .delegate('author')
      .create({ data: author({ houseId: other.id }) })
      .catch(() => undefined)
    return 'done'
  })
  await expect(work).rejects.toThrow(Forbidden)
  const kept = await postgres.run(scope, (session) => session.delegate('author').findFirst({ where: { refId } }))
  expect(kept).not.toMatchObject({ legalName: 'Changed' })
  expect(await postgres.run(scope, (session) => idOf(session, 'author', refId))).toMatch(/^[0-9a-f-]{36}$/)
})

test('of two transactions that wait for one another one gives way, and says that it may be done again', async () => {
  const { postgres } = world.stores
  const [one, two] = [await planted(world, 'author', tenant.id), await planted(world, 'author', tenant.id)]
  let arrived = 0
  const both = Promise.withResolvers<void>()
  const lockInTurn = (first: string, second: string): Promise<unknown> =>
    postgres.run(scope, async (session) => {
      const change = (refId: string): Promise<unknown> =>
        session.delegate('author').updateMany({ where: { refId }, data: { legalName: 'X' } })
      await change(first)
      arrived += 1
      if (arrived === 2) both.resolve()
      await both.promise
      await change(second)
    })
  const settled = await Promise.allSettled([lockInTurn(one, two), lockInTurn(two, one)])
  const refused = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  expect(refused).toHaveLength(1)
  expect(refused[0]).toBeInstanceOf(Conflict)
  expect(refused[0].facts).toMatchObject({ retry: true })
})
