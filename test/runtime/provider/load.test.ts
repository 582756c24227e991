import { afterAll, beforeAll, expect, test } from 'vitest'
import { Conflict, Forbidden, InvalidInput, Missing } from '../../../runtime/src/errors/errors.ts'
import type { StowageError } from '../../../runtime/src/errors/stowage-error.ts'
import { newUlid } from '../../../runtime/src/ids/ulid.ts'
import { newUuid7 } from '../../../runtime/src/ids/uuid.ts'
import type { RowLoader } from '../../../runtime/src/load/loader.ts'
import { query } from '../../support/postgres-server.ts'
import { repository } from '../support/db.ts'
import { seedShared } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
})
afterAll(() => world.close())

function rowsOf(loader: Readonly<Record<string, RowLoader>>, member: string): RowLoader {
  const found = loader[member]
  if (found === undefined) throw new Error(`no loader of ${member}`)
  return found
}

function authors(count: number): readonly Readonly<Record<string, unknown>>[] {
  return Array.from({ length: count }, (_, at) => ({
    refId: newUlid(),
    penName: `Old ${at} ${newUlid()}`,
    legalName: 'Somebody',
    createdOn: new Date(Date.UTC(2015, 0, 1, 0, at)),
    updatedOn: new Date(Date.UTC(2016, 0, 1)),
    revision: 7,
  }))
}

test('rows come with the ids, dates, revision and state that they had', async () => {
  const { refId, user } = await world.tenant()
  const provider = world.provider()
  const author: Readonly<Record<string, unknown>> = {
    ...authors(1)[0],
    id: newUuid7(),
    createdBy: user.refId,
    deletedOn: null,
  }
  const book = {
    id: newUuid7(),
    refId: newUlid(),
    author: author.refId,
    title: 'Once',
    status: 'cancelled',
    createdOn: '2015-05-01T12:00:00Z',
    updatedOn: new Date(Date.UTC(2017, 0, 1)),
    revision: 3,
  }
  await provider.load(refId, async (loader) => {
    expect(await rowsOf(loader, 'author').createMany([author])).toBe(1)
    expect(await rowsOf(loader, 'book').createMany([book])).toBe(1)
  })
  const [made, writer] = await provider.withTenant(refId, async (db) => [
    await repository(db, 'book').get(book.refId),
    await repository(db, 'author').get(String(author.refId)),
  ])
  expect(made).toMatchObject({
    id: book.id,
    authorId: author.id,
    status: 'cancelled',
    revision: 3,
    createdOn: new Date('2015-05-01T12:00:00Z'),
    updatedOn: book.updatedOn,
  })
  expect(writer).toMatchObject({ createdBy: user.id, revision: 7 })
})

test('they are written in batches, from whatever gives them, and an interrupted load is gone on with', async () => {
  const { refId } = await world.tenant()
  const provider = world.provider()
  const all = authors(23)
  const broken = async function* (): AsyncGenerator<Readonly<Record<string, unknown>>> {
    yield* all.slice(0, 17)
    throw new RangeError('the file ended')
  }
  const loading = provider.load(refId, (loader) => rowsOf(loader, 'author').createMany(broken(), { batch: 5 }))
  await expect(loading).rejects.toMatchObject({ code: 'unexpected' })
  const count = (): Promise<number> => provider.withTenant(refId, (db) => repository(db, 'author').count())
  expect(await count()).toBe(15)
  const again = await provider.load(refId, (loader) =>
    rowsOf(loader, 'author').createMany(all, { batch: 5, skipExisting: true }),
  )
  expect(again).toBe(8)
  expect(await count()).toBe(23)
  const twice = provider.load(refId, (loader) => rowsOf(loader, 'author').createMany(all))
  await expect(twice).rejects.toThrow(Conflict)
})

test('rows of old months lie in a partition of their month', async () => {
  const { refId } = await world.tenant()
  const provider = world.provider()
  const currency = await seedShared(world.superuserUrl, world.description, 'currency')
  const [author] = authors(1)
  const book = { refId: newUlid(), author: author?.refId, title: 'Sold' }
  await provider.load(refId, async (loader) => {
    await rowsOf(loader, 'author').createMany(author === undefined ? [] : [author])
    await rowsOf(loader, 'book').createMany([book])
    const sale = {
      book: book.refId,
      copies: 1,
      amount: '2.50',
      currency: currency.refId,
      createdOn: '2024-02-03T00:00:00Z',
    }
    expect(await rowsOf(loader, 'sale').createMany([sale])).toBe(1)
  })
  const [found] = await query(
    world.superuserUrl,
    `SELECT tableoid::regclass::text AS place FROM sales WHERE created_on < '2024-03-01'`,
  )
  expect(String(found?.place)).toContain('2024_02')
})

test('rows of months that have no partition any more are refused by the name of the date', async () => {
  const { refId } = await world.tenant()
  const sale = { book: newUlid(), copies: 1, amount: '2.50', currency: newUlid(), createdOn: '1969-07-20T20:17:00Z' }
  const loading = world.provider().load(refId, (loader) => rowsOf(loader, 'sale').createMany([sale]))
  await expect(loading).rejects.toMatchObject({ code: 'invalid_input', issues: [{ path: ['createdOn'] }] })
})

test('only rows of the tenant can be referred to, and only its people have made them', async () => {
  const [one, other] = await world.twoTenants()
  const provider = world.provider()
  const [author] = authors(1)
  await provider.load(other.refId, (loader) => rowsOf(loader, 'author').createMany([author ?? {}]))
  const foreignAuthor = provider.load(one.refId, (loader) =>
    rowsOf(loader, 'book').createMany([{ author: author?.refId, title: 'Mine' }]),
  )
  await expect(foreignAuthor).rejects.toThrow(Missing)
  const foreignPerson = provider.load(one.refId, (loader) =>
    rowsOf(loader, 'author').createMany([{ ...authors(1)[0], createdBy: other.user.refId }]),
  )
  await expect(foreignPerson).rejects.toThrow(Missing)
})

test.each([
  ['id', 'no-uuid-canary'],
  ['refId', 'canary'],
  ['createdOn', 'canary'],
  ['revision', -1],
  ['createdBy', 'canary'],
  ['houseId', newUlid()],
  ['status', 'canary'],
])('%s of another form is refused by name, and its value is in no message', async (member, value) => {
  const { refId } = await world.tenant()
  const loading = world
    .provider()
    .load(refId, (loader) => rowsOf(loader, 'book').createMany([{ author: newUlid(), title: 'x', [member]: value }]))
  const error = await loading.then(
    () => undefined,
    (failure: StowageError) => failure,
  )
  expect(error).toBeInstanceOf(InvalidInput)
  expect(error?.message).toContain('load of book')
  expect(error?.message).not.toContain('canary')
})

test('records that are not rows alone are refused by name, and documents have no loader', async () => {
  const { refId } = await world.tenant()
  await world.provider().load(refId, async (loader) => {
    await expect(Promise.resolve().then(() => loader.agreement?.createMany([]))).rejects.toThrow(Forbidden)
    expect(loader.styleGuide).toBeUndefined()
  })
})

test('a spec that names no role for it has no loading', async () => {
  const { tenancy } = world.description
  if (tenancy === undefined) throw new Error('the spec has tenants')
  const { app, system } = tenancy.roles
  const description = { ...world.description, tenancy: { ...tenancy, roles: { app, system } } }
  const { openProvider } = await import('../../../runtime/src/provider/open-provider.ts')
  const provider = openProvider({ ...world.parts, description }, { ...world.facts })
  await expect(provider.load(newUlid(), () => 'reached')).rejects.toThrow(Forbidden)
  await provider.close()
})
