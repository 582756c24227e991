import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GuardedDatabase, insert } from './guarded-database.ts'
import { asNorth, asSystem, ids, makeLibrary } from './library/library.ts'

let library: GuardedDatabase

beforeAll(async () => {
  library = await makeLibrary()
})
afterAll(() => library?.stop())

const book = (rule: string): string =>
  insert('books', 980, {
    library_id: ids.north,
    author_id: ids.northAuthor,
    lending_rule_id: rule,
    isbn: 'x',
    title: 'x',
  })
const repoint = (rule: string): string =>
  `UPDATE books SET lending_rule_id = '${rule}' WHERE id = '${ids.northPamphlet}'`
const stamp = (rule: string): string =>
  insert('stamps', 981, { library_id: ids.north, book_id: ids.northBook, lending_rule_id: rule })

describe('a reference to what may be shared by all', () => {
  test.each([
    ['a new row', 'books', book, 'references_on_insert'],
    ['a row that is changed', 'books', repoint, 'references_on_update'],
    ['a row that is only added', 'stamps', stamp, 'references_on_insert'],
  ])('of %s is to one that is shared or of the same tenant', async (_, table, sql, trigger) => {
    for (const who of [asNorth, asSystem]) {
      for (const rule of [ids.commonRule, ids.northRule])
        expect(await library.attempt(sql(rule), who)).toMatchObject({ refused: false, count: 1 })
      expect(await library.attempt(sql(ids.southRule), who)).toMatchObject({
        code: '23503',
        table,
        column: 'lending_rule_id',
        constraint: `${table}_lending_rule_id_fkey`,
      })
      const after = [`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`]
      expect(await library.attempt(sql(ids.southRule), { ...who, after })).toMatchObject({ refused: false, count: 1 })
    }
  })

  test('from one that is shared itself is to another that is', async () => {
    const rule = (source: string): string =>
      insert('lending_rules', 982, { library_id: null, source_id: source, days: 1 })
    expect(await library.attempt(rule(ids.commonRule), asSystem)).toMatchObject({ refused: false, count: 1 })
    expect(await library.attempt(rule(ids.northRule), asSystem)).toMatchObject({
      code: '23503',
      constraint: 'lending_rules_source_id_fkey',
    })
  })

  test('says the same of what is another tenant’s and of what is not there', async () => {
    const [theirs, nothing] = [
      await library.attempt(book(ids.southRule), asNorth),
      await library.attempt(book(ids.novels), asNorth),
    ]
    for (const outcome of [theirs, nothing])
      expect(outcome).toMatchObject({ code: '23503', constraint: 'books_lending_rule_id_fkey' })
  })
})

test('a reference of the tenant itself is to rows of its own', async () => {
  const sql = (librarian: string): string =>
    `UPDATE libraries SET director = '${librarian}', created_by = '${librarian}' WHERE id = '${ids.north}'`
  expect(await library.attempt(sql(ids.northLibrarian), asNorth)).toMatchObject({ refused: false, count: 1 })
  expect(await library.attempt(sql(ids.southLibrarian), asNorth)).toMatchObject({ code: '23503', table: 'libraries' })
  const keys = ['libraries_director_fkey', 'libraries_created_by_fkey']
  const after = keys.map((key) => `ALTER TABLE libraries DROP CONSTRAINT ${key}`)
  expect(await library.attempt(sql(ids.southLibrarian), { ...asNorth, after })).toMatchObject({ refused: false })
})
