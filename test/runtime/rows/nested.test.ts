import { afterAll, beforeAll, expect, test } from 'vitest'
import { query } from '../../support/postgres-server.ts'
import { openWorld, type World } from '../support/world.ts'
import { rowsAs, type ScopedRows } from './rows-of.ts'

let world: World
/** Of two houses; the second one has the same books as the first. */
let mine: ScopedRows
let theirs: ScopedRows

const refIdOf = (row: object): string => String((row as { readonly refId?: unknown }).refId)
const titles = (list: unknown): unknown[] => (list as { readonly title: string }[]).map(({ title }) => title).sort()
const names = (list: readonly object[]): unknown[] =>
  list.map((row) => (row as { readonly penName?: unknown }).penName).sort()

/** Authors with books, of which some are deleted: Ada two live ones and a deleted one, Bob a deleted one, Cyd none. */
async function fill(rows: ScopedRows): Promise<void> {
  const author = async (penName: string): Promise<string> =>
    refIdOf(await rows('author').create({ penName, legalName: penName, bankAccount: `account of ${penName}` }))
  const book = async (by: string, title: string): Promise<string> =>
    refIdOf(await rows('book').create({ author: by, title }))
  const [ada, bob] = [await author('Ada'), await author('Bob'), await author('Cyd')]
  await book(ada, 'Alpha')
  const beta = await book(ada, 'Beta')
  const gone = [await book(ada, 'Gone'), await book(bob, 'Gone')]
  await rows('chapter').create({ book: beta, position: 1, title: 'One' })
  await rows('chapter').create({ book: String(gone[0]), position: 1, title: 'Lost' })
  for (const refId of gone) await rows('book').delete(refId)
}

beforeAll(async () => {
  world = await openWorld('test/runtime/spec')
  const [a, b] = await world.twoTenants()
  mine = rowsAs(world, a)
  theirs = rowsAs(world, b)
  await fill(mine)
  await fill(theirs)
}, 120_000)
afterAll(() => world?.close())

const having = async (where: object): Promise<unknown[]> => names(await mine('author').findMany({ where }))

test("a list of records holds what lives and is the tenant's, however deep it stands and whatever is asked of it", async () => {
  const ada = await mine('author').findFirst({
    where: { penName: 'Ada' },
    include: {
      books: { include: { author: { include: { books: { where: { title: { not: 'Alpha' } } } } }, chapters: true } },
    },
  })
  const books = ada?.books as { readonly title: string; readonly author: { readonly books: unknown } }[]
  expect(titles(books)).toEqual(['Alpha', 'Beta'])
  expect(books.map(({ author }) => titles(author.books))).toEqual([['Beta'], ['Beta']])
  const select = await mine('author').findFirst({
    where: { penName: 'Ada' },
    select: { books: { select: { title: true, chapters: { select: { title: true } } }, orderBy: { title: 'desc' } } },
  })
  expect(select).toEqual({
    books: [
      { title: 'Beta', chapters: [{ title: 'One' }] },
      { title: 'Alpha', chapters: [] },
    ],
  })
})

test('some, none and every speak of the live records alone', async () => {
  expect(await having({ books: { some: {} } })).toEqual(['Ada'])
  expect(await having({ books: { some: { title: 'Gone' } } })).toEqual([])
  expect(await having({ books: { none: {} } })).toEqual(['Bob', 'Cyd'])
  expect(await having({ books: { none: { title: 'Gone' } } })).toEqual(['Ada', 'Bob', 'Cyd'])
  expect(await having({ books: { every: { title: { in: ['Alpha', 'Beta'] } } } })).toEqual(['Ada', 'Bob', 'Cyd'])
  expect(await having({ books: { every: { title: 'Gone' } } })).toEqual(['Bob', 'Cyd'])
  expect(await having({ books: { every: {} } })).toEqual(['Ada', 'Bob', 'Cyd'])
  expect(await having({ NOT: { books: { every: { title: 'Alpha' } } } })).toEqual(['Ada'])
  expect(await having({ books: { some: { chapters: { some: { title: 'One' } } } } })).toEqual(['Ada'])
  expect(await having({ books: { every: { chapters: { none: { title: 'Lost' } } } } })).toEqual(['Ada', 'Bob', 'Cyd'])
  expect(await having({ books: { some: { title: 'Alpha' }, none: { title: 'Gone' } } })).toEqual(['Ada'])
})

test('a count beside a record, a count and a sum of all leave deleted records out', async () => {
  const list = await mine('author').findMany({
    orderBy: { penName: 'asc' },
    include: { _count: { select: { books: true } } },
  })
  expect(list.map(({ _count }) => _count)).toEqual([{ books: 2 }, { books: 0 }, { books: 0 }])
  const all = await mine('author').findFirst({ where: { penName: 'Ada' }, select: { _count: true } })
  expect(all).toMatchObject({ _count: { books: 2 } })
  const some = { _count: { select: { books: { where: { title: 'Gone' } } } } }
  expect(await mine('author').findFirst({ where: { penName: 'Ada' }, include: some })).toMatchObject({
    _count: { books: 0 },
  })
  expect(await mine('book').count()).toBe(2)
  expect(await mine('book').aggregate({ _count: { _all: true }, _max: { title: true } })).toEqual({
    _count: { _all: 2 },
    _max: { title: 'Beta' },
  })
  expect(await mine('book').groupBy({ by: ['status'], _count: true, having: { status: { not: 'printed' } } })).toEqual([
    { status: 'planned', _count: 2 },
  ])
})

test('an optional record that was deleted counts as none, in what is read and in what is asked', async () => {
  const editor = await mine('editor').create({ email: 'gone@example.com', name: 'Gone' })
  const cyd = await mine('author').findFirst({ where: { penName: 'Cyd' } })
  const refId = refIdOf(cyd ?? {})
  await mine('author').update(refId, { handledBy: refIdOf(editor) })
  expect(await having({ handledBy: { name: 'Gone' } })).toEqual(['Cyd'])
  expect(await having({ handledBy: null })).toEqual(['Ada', 'Bob'])
  expect(await having({ handledBy: { isNot: null } })).toEqual(['Cyd'])
  expect(await having({ NOT: { handledBy: null } })).toEqual(['Cyd'])
  expect(await having({ OR: [{ handledBy: { is: null } }, { penName: 'Cyd' }] })).toEqual(['Ada', 'Bob', 'Cyd'])
  expect(await having({ handledBy: { isNot: { name: 'Gone' } } })).toEqual(['Ada', 'Bob'])
  // A live record that refers to it would keep it from being deleted, so it is done behind the data layer's back.
  await query(
    world.superuserUrl,
    `SET session_replication_role = replica; UPDATE editors SET deleted_on = now() WHERE ref_id = '${refIdOf(editor)}'`,
  )
  expect(await mine('author').get(refId, { include: { handledBy: true } })).toMatchObject({ handledBy: null })
  const chosen = await mine('author').get(refId, { select: { handledBy: { select: { name: true } } } })
  expect(chosen).toEqual({ handledBy: null })
  expect(await having({ handledBy: { name: 'Gone' } })).toEqual([])
  expect(await having({ handledBy: { is: null } })).toEqual(['Ada', 'Bob', 'Cyd'])
  expect(await having({ handledBy: { isNot: null } })).toEqual([])
  expect(await having({ handledBy: { isNot: { name: 'Gone' } } })).toEqual(['Ada', 'Bob', 'Cyd'])
  const seen = await mine('author').withDeleted.get(refId, { include: { handledBy: true } })
  expect(seen).toMatchObject({ handledBy: { name: 'Gone' } })
})

test('a required record that was deleted is kept and says so', async () => {
  const author = refIdOf(await mine('author').create({ penName: 'Dan', legalName: 'Dan' }))
  const book = refIdOf(await mine('book').create({ author, title: 'Orphan' }))
  await query(
    world.superuserUrl,
    `SET session_replication_role = replica; UPDATE authors SET deleted_on = now() WHERE ref_id = '${author}'`,
  )
  const read = await mine('book').get(book, { include: { author: true } })
  expect(read.author).toMatchObject({ penName: 'Dan', deletedOn: expect.any(Date) })
  expect(await mine('book').count({ where: { author: { penName: 'Dan' } } })).toBe(0)
  await mine('book').delete(book)
})

test('what was deleted is seen by withDeleted, at every depth', async () => {
  const all = await mine('author').withDeleted.findFirst({
    where: { penName: 'Ada' },
    include: { books: true, _count: { select: { books: true } } },
  })
  expect(titles(all?.books)).toEqual(['Alpha', 'Beta', 'Gone'])
  expect(all?._count).toEqual({ books: 3 })
  expect(await mine('book').withDeleted.count({ where: { title: 'Gone' } })).toBe(2)
})

test('secrets are opened wherever they are read, and only where they are asked for', async () => {
  const book = await mine('book').findFirst({ where: { title: 'Alpha' }, include: { author: true } })
  expect(book?.author).toMatchObject({ bankAccount: 'account of Ada' })
  const chosen = await mine('book').findFirst({
    where: { title: 'Alpha' },
    select: { author: { select: { bankAccount: true } } },
  })
  expect(chosen).toEqual({ author: { bankAccount: 'account of Ada' } })
  expect(await mine('author').findMany({ where: { penName: 'Bob' }, select: { bankAccount: true } })).toEqual([
    { bankAccount: 'account of Bob' },
  ])
  const [kept] = await query(world.superuserUrl, `SELECT bank_account FROM authors WHERE pen_name = 'Ada' LIMIT 1`)
  expect(String(kept?.bank_account)).not.toContain('account')
})

test("the other tenant's records are in none of it", async () => {
  const bookIds = async (rows: ScopedRows): Promise<unknown[]> => {
    const authors = await rows('author').findMany({ select: { books: { select: { refId: true } } } })
    return authors.flatMap(({ books }) => (books as object[]).map(refIdOf))
  }
  const [one, other] = [await bookIds(mine), await bookIds(theirs)]
  expect([one.length, other.length]).toEqual([2, 2])
  expect(new Set([...one, ...other]).size).toBe(4)
})
