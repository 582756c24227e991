import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Conflict, Forbidden, InvalidInput, Missing } from '../../../runtime/src/errors/errors.ts'
import type { RowRepository } from '../../../runtime/src/rows/row-repository.ts'
import type { Db, Row as MadeRow } from '../support/db.ts'
import { Records } from '../support/records.ts'
import { type SeededTenant, seedShared } from '../support/seed.ts'
import { openWorld, type World } from '../support/world.ts'
import { rowsAs, rowsIn, type ScopedRows, systemScope } from './rows-of.ts'

/** Rows that a tenant owns, and that lie in no other store. */
const members = ['author', 'book', 'chapter', 'editor', 'genre', 'royaltyPayment', 'sale']

let world: World
let tenants: readonly [SeededTenant, SeededTenant]
const made = new Map<string, { readonly rows: ScopedRows; readonly records: Map<string, MadeRow> }>()

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  tenants = await world.twoTenants()
  const currency = (await rowsIn(world, systemScope)('currency').create({ code: 'EUR' })).refId
  for (const [at, tenant] of tenants.entries()) {
    const rows = rowsAs(world, tenant)
    const makers = new Records(world.description, tenant, { currency: String(currency) }, 1 + at * 1000)
    const records = new Map<string, MadeRow>()
    for (const member of members) records.set(member, await makers.make(dbOf(rows), member))
    made.set(tenant.refId, { rows, records })
  }
}, 120_000)
afterAll(() => world?.close())

/** What records are made by: a client of rows alone. */
function dbOf(rows: ScopedRows): Db {
  return new Proxy({} as Db, { get: (_, member) => rows(String(member)) })
}

function sideOf(at: number): { readonly rows: ScopedRows; readonly records: Map<string, MadeRow> } {
  const side = made.get(tenants[at]?.refId ?? '')
  if (side === undefined) throw new Error('nothing was made')
  return side
}

interface Attempt {
  readonly name: string
  readonly run: (repository: RowRepository, refId: string, row: MadeRow) => Promise<unknown>
  /** What it answers; an error is answered by its class. */
  readonly answer: unknown
}

const attempts: readonly Attempt[] = [
  { name: 'find', run: (one, refId) => one.find(refId), answer: null },
  { name: 'get', run: (one, refId) => one.get(refId), answer: Missing },
  { name: 'findFirst', run: (one, refId) => one.findFirst({ where: { refId } }), answer: null },
  { name: 'findFirst by id', run: (one, _, { id }) => one.findFirst({ where: { id } }), answer: null },
  {
    name: 'findMany',
    run: (one, refId) => one.findMany({ where: { OR: [{ refId }, { NOT: { refId: { not: refId } } }] } }),
    answer: [],
  },
  { name: 'count', run: (one, refId) => one.count({ where: { refId } }), answer: 0 },
  {
    name: 'aggregate',
    run: (one, refId) => one.aggregate({ where: { refId }, _max: { refId: true } }),
    answer: { _max: { refId: null } },
  },
  { name: 'groupBy', run: (one, refId) => one.groupBy({ by: ['refId'], where: { refId } }), answer: [] },
  { name: 'page', run: (one, refId) => one.page({ where: { refId } }), answer: { items: [], next: null } },
  { name: 'withDeleted', run: (one, refId) => one.withDeleted.find(refId), answer: null },
]

const changes: readonly Attempt[] = [
  { name: 'update', run: (one, refId) => one.update(refId, {}), answer: Missing },
  { name: 'updateMany', run: (one, refId) => one.updateMany({ where: { refId }, data: {} }), answer: 0 },
  { name: 'delete', run: (one, refId) => one.delete(refId), answer: Missing },
  { name: 'deleteMany', run: (one, refId) => one.deleteMany({ where: { refId } }), answer: 0 },
  { name: 'restore', run: (one, refId) => one.restore(refId), answer: Missing },
  { name: 'purge', run: (one, refId) => one.purge(refId), answer: Missing },
  { name: 'remove', run: (one, refId) => one.remove(refId), answer: Missing },
]

async function answerOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work
  } catch (error) {
    return error instanceof Error ? error.constructor : error
  }
}

describe.each([
  [0, 1],
  [1, 0],
])('the rows of tenant %i as tenant %i', (owner, other) => {
  test.each(members)(
    "%s: no operation reads or changes them, and what is written is the tenant's own",
    async (member) => {
      const row = sideOf(owner).records.get(member)
      if (row === undefined) throw new Error(`no ${member} was made`)
      const repository = sideOf(other).rows(member)
      const isFixed = world.description.entities[member]?.table?.appendOnly === true
      const tried = isFixed ? attempts : [...attempts, ...changes]
      const answers = []
      for (const { name, run } of tried) answers.push([name, await answerOf(run(repository, row.refId, row))])
      expect(answers).toEqual(tried.map(({ name, answer }) => [name, answer]))
      if (isFixed) {
        for (const { run } of changes) expect(await answerOf(run(repository, row.refId, row))).toBe(Forbidden)
      }
      expect(await sideOf(owner).rows(member).get(row.refId)).toEqual(row)
    },
  )

  test('the tenant of the other one is not seen and not changed, and what it holds is not counted', async () => {
    const refId = tenants[owner]?.refId ?? ''
    const houses = sideOf(other).rows('house')
    expect(await houses.find(refId)).toBeNull()
    await expect(houses.update(refId, { name: 'Taken' })).rejects.toThrow(Missing)
    await expect(houses.delete(refId)).rejects.toThrow(Missing)
    expect(await houses.findMany({ select: { refId: true } })).toEqual([{ refId: tenants[other]?.refId }])
    expect(await houses.count()).toBe(1)
  })

  test('a record of the other tenant is not referred to, by public id, by UUID or by relation', async () => {
    const { rows } = sideOf(other)
    const author = sideOf(owner).records.get('author')
    const book = sideOf(owner).records.get('book')
    for (const reference of [{ author: author?.refId }, { authorId: author?.refId }, { authorId: author?.id }]) {
      await expect(rows('book').create({ title: 'Stolen', ...reference })).rejects.toThrow(Missing)
    }
    const own = sideOf(other).records.get('chapter')
    await expect(rows('chapter').update(own?.refId ?? '', { book: book?.refId })).rejects.toThrow(Missing)
    await expect(rows('chapter').update(own?.refId ?? '', { bookId: book?.id })).rejects.toThrow(Missing)
    await expect(rows('chapter').updateMany({ where: {}, data: { book: book?.refId } })).rejects.toThrow(Missing)
  })

  test('the other tenant named as the owner is refused, and not overwritten', async () => {
    const { rows } = sideOf(other)
    const { id = '', refId = '' } = tenants[owner] ?? {}
    const author = { penName: 'Nobody', legalName: 'Nobody' }
    for (const tenant of [{ houseId: id }, { houseId: refId }, { house: refId }]) {
      await expect(rows('author').create({ ...author, ...tenant })).rejects.toThrow(Forbidden)
      await expect(rows('author').createMany([{ ...author, ...tenant }])).rejects.toThrow(Forbidden)
      const mine = sideOf(other).records.get('author')
      await expect(rows('author').update(mine?.refId ?? '', tenant)).rejects.toThrow(Forbidden)
    }
    await expect(rows('author').findMany({ where: { houseId: id } })).rejects.toThrow(Forbidden)
    await expect(rows('author').findMany({ where: { OR: [{ houseId: { equals: id } }] } })).rejects.toThrow(Forbidden)
    expect(await rows('author').count({ where: { penName: 'Nobody' } })).toBe(0)
  })
})

test("what all tenants share is read by each and written by none; a tenant's own is its own", async () => {
  const shared = await seedShared(world.superuserUrl, world.description, 'genre')
  for (const at of [0, 1]) {
    const genres = sideOf(at).rows('genre')
    expect(await genres.get(shared.refId)).toMatchObject({ houseId: null })
    await expect(genres.update(shared.refId, { name: 'Mine' })).rejects.toThrow(Forbidden)
    await expect(genres.delete(shared.refId)).rejects.toThrow(Forbidden)
    expect(await genres.updateMany({ where: { refId: shared.refId }, data: { name: 'Mine' } })).toBe(0)
    expect(await genres.deleteMany({ where: { refId: shared.refId } })).toBe(0)
    const own = await genres.create({ key: 'own', name: 'Own', parent: shared.refId })
    expect(own.houseId).toBe(tenants[at]?.id)
    expect(
      await sideOf(1 - at)
        .rows('genre')
        .find(String(own.refId)),
    ).toBeNull()
  }
  const system = rowsIn(world, systemScope)
  expect(await system('genre').update(shared.refId, { name: 'Ours' })).toMatchObject({ name: 'Ours', houseId: null })
  expect(await system('genre').create({ key: 'also-shared', name: 'Also' })).toMatchObject({ houseId: null })
})

test('what belongs to no tenant is written by the system alone', async () => {
  const { rows } = sideOf(0)
  const [euro] = await rows('currency').findMany({ where: { code: 'EUR' } })
  const refId = String(euro?.refId)
  await expect(rows('currency').create({ code: 'USD' })).rejects.toThrow(Forbidden)
  await expect(rows('currency').update(refId, { digits: 3 })).rejects.toThrow(Forbidden)
  await expect(rows('currency').delete(refId)).rejects.toThrow(Forbidden)
  await expect(rows('currency').deleteMany({ where: {} })).rejects.toThrow(Forbidden)
  await expect(rows('house').create({ name: 'Another', slug: 'another' })).rejects.toThrow(Forbidden)
  expect(await rowsIn(world, systemScope)('currency').update(refId, { digits: 3 })).toMatchObject({ digits: 3 })
})

test('a system scope sees every tenant, and names whose a new record is', async () => {
  const system = rowsIn(world, systemScope)
  const { id = '', refId = '' } = tenants[0]
  const input = { penName: 'By the system', legalName: 'System' }
  await expect(system('author').create(input)).rejects.toThrow(InvalidInput)
  await expect(system('author').create({ ...input, house: '01HZZZZZZZ0000000000000001' })).rejects.toThrow(InvalidInput)
  const made = await system('author').create({ ...input, houseId: refId })
  expect(made).toMatchObject({ houseId: id, createdBy: null })
  expect(await system('author').find(String(made.refId))).toEqual(made)
  expect(await sideOf(0).rows('author').find(String(made.refId))).toEqual(made)
  await expect(system('author').update(String(made.refId), { houseId: tenants[1].id })).rejects.toThrow(InvalidInput)
  const foreign = sideOf(1).records.get('editor')
  await expect(system('author').update(String(made.refId), { handledBy: foreign?.refId })).rejects.toThrow(Missing)
  await expect(
    system('author').createMany([
      { ...input, houseId: refId },
      { ...input, houseId: id },
    ]),
  ).rejects.toThrow(Conflict)
})
