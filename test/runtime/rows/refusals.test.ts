import { afterAll, beforeAll, expect, test } from 'vitest'
import { InvalidInput } from '../../../runtime/src/errors/errors.ts'
import type { RowRepository } from '../../../runtime/src/rows/row-repository.ts'
import { openWorld, type World } from '../support/world.ts'
import { rowsAs } from './rows-of.ts'

const secret = 'a value that nobody else is to see'
let world: World
let authors: RowRepository
let books: RowRepository
let refId: string

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  const rows = rowsAs(world, await world.tenant())
  authors = rows('author')
  books = rows('book')
  refId = String((await authors.create({ penName: 'Ada', legalName: 'Ada' })).refId)
}, 120_000)
afterAll(() => world?.close())

type Method = 'findMany' | 'findFirst' | 'count' | 'aggregate' | 'groupBy' | 'page' | 'updateMany' | 'deleteMany'

/** Arguments that Prisma would take, or take for something else, and what is named of them. */
const refused: readonly (readonly [Method, object, string])[] = [
  ['findMany', { cursor: { refId: secret } }, 'cursor'],
  ['findMany', { omit: { penName: true } }, 'omit'],
  ['findMany', { relationLoadStrategy: 'join' }, 'relationLoadStrategy'],
  ['findMany', { where: { nothing: secret } }, 'where.nothing'],
  ['findMany', { where: { houseId_id: { houseId: secret, id: secret } } }, 'where.houseId_id'],
  ['findMany', { where: { penName: undefined } }, 'where.penName'],
  ['findMany', { where: { penName: { contains: undefined } } }, 'where.penName.contains'],
  ['findMany', { where: { OR: [{ penName: undefined }] } }, 'where.OR.0.penName'],
  ['findMany', { where: { books: { some: { author: { nothing: secret } } } } }, 'where.books.some.author.nothing'],
  ['findMany', { where: { books: { any: { title: secret } } } }, 'where.books.any'],
  ['findMany', { where: { books: { some: undefined } } }, 'where.books.some'],
  ['findMany', { where: { handledBy: { is: { name: secret }, name: secret } } }, 'where.handledBy.name'],
  ['findMany', { where: { penName: { startsLike: secret } } }, 'where.penName.startsLike'],
  ['findMany', { where: { bankAccount: secret } }, 'where.bankAccount'],
  ['findMany', { where: { bankAccount: { contains: secret } } }, 'where.bankAccount'],
  ['findMany', { where: [{ penName: secret }] }, 'where'],
  ['findMany', { where: JSON.parse(`{ "__proto__": { "penName": "${secret}" } }`) }, 'where.__proto__'],
  ['findMany', { include: { nothing: true } }, 'include.nothing'],
  ['findMany', { include: { books: { where: { nothing: secret } } } }, 'include.books.where.nothing'],
  ['findMany', { include: { books: { cursor: { id: secret } } } }, 'include.books.cursor'],
  ['findMany', { include: { handledBy: { where: { name: secret } } } }, 'include.handledBy.where'],
  ['findMany', { include: { books: true }, select: { penName: true } }, 'include'],
  ['findMany', { include: { _count: { select: { handledBy: true } } } }, 'include._count.select.handledBy'],
  [
    'findMany',
    { include: { _count: { select: { books: { where: { nothing: 1 } } } } } },
    'include._count.select.books.where.nothing',
  ],
  ['findMany', { select: { nothing: true } }, 'select.nothing'],
  ['findMany', { select: { penName: { where: {} } } }, 'select.penName'],
  ['findMany', { select: {} }, 'select'],
  ['findMany', { orderBy: { books: { _count: 'desc' } } }, 'orderBy.books'],
  ['findMany', { orderBy: { bankAccount: 'asc' } }, 'orderBy.bankAccount'],
  ['findMany', { orderBy: [{ penName: 'up' }] }, 'orderBy.0.penName'],
  ['findMany', { orderBy: { _relevance: { fields: ['penName'], search: secret, sort: 'asc' } } }, 'orderBy._relevance'],
  ['findMany', { distinct: ['nothing'] }, 'distinct'],
  ['findMany', { distinct: ['bankAccount'] }, 'distinct'],
  ['findMany', { take: '1; drop table authors' }, 'take'],
  ['findMany', { skip: -1 }, 'skip'],
  ['findFirst', { where: { nothing: secret } }, 'where.nothing'],
  ['count', { select: { _all: true } }, 'select'],
  ['count', { cursor: { id: secret } }, 'cursor'],
  ['aggregate', { _max: { bankAccount: true } }, '_max.bankAccount'],
  ['aggregate', { _sum: { nothing: true } }, '_sum.nothing'],
  ['aggregate', { cursor: { id: secret } }, 'cursor'],
  ['groupBy', { by: ['bankAccount'] }, 'by'],
  ['groupBy', { by: ['nothing'] }, 'by'],
  ['groupBy', { by: ['penName'], having: { bankAccount: secret } }, 'having.bankAccount'],
  ['groupBy', { by: ['penName'], having: { books: { some: {} } } }, 'having.books'],
  ['groupBy', { by: ['penName'], having: { copiesSold: { _sum: { like: 1 } } } }, 'having.copiesSold._sum.like'],
  ['groupBy', { by: ['penName'], orderBy: { _max: { bankAccount: 'asc' } } }, 'orderBy._max.bankAccount'],
  ['groupBy', { by: ['penName'], where: { nothing: secret } }, 'where.nothing'],
  ['page', { where: { nothing: secret } }, 'where.nothing'],
  ['page', { orderBy: { penName: 'asc' } }, 'orderBy'],
  ['updateMany', { data: { legalName: secret } }, 'where'],
  ['updateMany', { where: { refId: undefined }, data: { legalName: secret } }, 'where.refId'],
  ['updateMany', { where: {}, data: { legalName: secret }, limit: 1 }, 'limit'],
  ['deleteMany', {}, 'where'],
  ['deleteMany', { where: { refId: undefined } }, 'where.refId'],
]

test.each(refused)(
  '%s(%o) is refused by the name of what is wrong, and no value is repeated',
  async (method, args, name) => {
    const run = authors[method] as (args: object) => Promise<unknown>
    const error = await run(args).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(InvalidInput)
    expect(String(error)).toContain(`${name}:`)
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain(secret)
  },
)

test('nothing was changed or removed by what was refused', async () => {
  expect(await authors.findMany()).toMatchObject([{ refId, penName: 'Ada', legalName: 'Ada', revision: 0 }])
})

const nested: readonly (readonly [string, object])[] = [
  ['connect', { author: { connect: { id: secret } } }],
  ['disconnect', { author: { disconnect: true } }],
  ['set', { genre: { set: [] } }],
  ['connectOrCreate', { author: { connectOrCreate: { where: { id: secret }, create: {} } } }],
  ['create', { author: { create: { penName: secret } } }],
  ['createMany', { chapters: { createMany: { data: [] } } }],
  ['update', { author: { update: { penName: secret } } }],
  ['upsert', { author: { upsert: {} } }],
  ['deleteMany', { chapters: { deleteMany: {} } }],
]

test.each(nested)('a nested %s is refused in what is made and in what is changed', async (_, input) => {
  const [member = ''] = Object.keys(input)
  const book = await books.create({ title: 'T', author: refId })
  for (const work of [
    books.create({ title: 'T', author: refId, ...input }),
    books.createMany([{ title: 'T', author: refId, ...input }]),
    books.update(String(book.refId), input),
    books.updateMany({ where: {}, data: input }),
  ]) {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(InvalidInput)
    expect(String(error)).toContain(member)
    expect(String(error)).not.toContain(secret)
  }
})

test.each(['id', 'refId', 'createdOn', 'createdBy', 'updatedOn', 'updatedBy', 'revision', 'deletedOn', 'deletedBy'])(
  "%s is nobody's to give",
  async (member) => {
    await expect(authors.create({ penName: 'X', legalName: 'X', [member]: null })).rejects.toThrow(`${member}:`)
    await expect(authors.update(refId, { [member]: new Date() })).rejects.toThrow(`${member}:`)
  },
)

test.each([
  '',
  'x',
  '01hzzzzzzz0000000000000001',
  '8ZZZZZZZZZZZZZZZZZZZZZZZZZ',
  "' or true --",
  undefined,
  null,
  7,
  {},
])('%o is no public id', async (given) => {
  for (const work of [
    authors.find(given as string),
    authors.get(given as string),
    authors.update(given as string, {}),
    authors.delete(given as string),
    authors.restore(given as string),
    authors.purge(given as string),
    books.transition(given as string, 'writing', { from: 'planned' }),
  ]) {
    await expect(work).rejects.toThrow(InvalidInput)
  }
})
