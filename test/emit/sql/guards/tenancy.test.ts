import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GuardedDatabase, insert, type Outcome, uuid } from './guarded-database.ts'
import { app, asNorth, asSystem, backup, ids, makeLibrary, owner } from './library/library.ts'

let library: GuardedDatabase

beforeAll(async () => {
  library = await makeLibrary()
})
afterAll(() => library?.stop())

const denied = { refused: true, code: '42501' }

function countOf(outcome: Outcome): number {
  if (outcome.refused) throw new Error(outcome.message)
  return outcome.count
}

describe('rows that belong to a tenant', () => {
  const withoutPolicies = { ...asNorth, after: ['ALTER TABLE books DISABLE ROW LEVEL SECURITY'] }
  const southBook = `id = '${ids.southBook}'`

  test('are seen and written by their tenant', async () => {
    expect(countOf(await library.attempt('SELECT FROM books', asNorth))).toBe(2)
    const update = `UPDATE books SET title = 'Fiasco' WHERE id = '${ids.northBook}'`
    expect(countOf(await library.attempt(update, asNorth))).toBe(1)
    const author = { library_id: ids.north, name: 'Stanisława' }
    expect(countOf(await library.attempt(insert('authors', 900, author), asNorth))).toBe(1)
    expect(countOf(await library.attempt(`DELETE FROM repairs WHERE id = '${ids.northRepair}'`, asNorth))).toBe(1)
  })

  test('are not seen without their policy: row level security lets nothing through by itself', async () => {
    const after = ['DROP POLICY own_rows ON books']
    expect(countOf(await library.attempt('SELECT FROM books', { ...asNorth, after }))).toBe(0)
  })

  test.each([
    ['no tenant', {}],
    ['an empty tenant', { tenant: '' }],
    ['a tenant that does not exist', { tenant: uuid(999) }],
  ])('are not seen by a session with %s', async (_, tenant) => {
    expect(countOf(await library.attempt('SELECT FROM books', { as: app, ...tenant }))).toBe(0)
  })

  test('stay closed to a session whose tenant is no id', async () => {
    const outcome = await library.attempt('SELECT FROM books', { as: app, tenant: 'x' })
    expect(outcome).toMatchObject({ refused: true, code: '22P02' })
  })

  test.each([
    ['SELECT', `SELECT FROM books WHERE ${southBook}`],
    ['SELECT FOR UPDATE', `SELECT FROM books WHERE ${southBook} FOR UPDATE`],
    ['the view of the live rows', `SELECT FROM live_books WHERE ${southBook}`],
    ['UPDATE', `UPDATE books SET title = 'mine' WHERE ${southBook}`],
    ['DELETE', `DELETE FROM books WHERE ${southBook}`],
    [
      'MERGE',
      `MERGE INTO books USING (SELECT '${ids.southBook}'::uuid AS id) AS taken ON books.id = taken.id
       WHEN MATCHED THEN UPDATE SET title = 'mine'`,
    ],
  ])('are out of reach of another tenant by %s', async (_, sql) => {
    expect(countOf(await library.attempt(sql, asNorth))).toBe(0)
    expect(countOf(await library.attempt(sql, withoutPolicies))).toBe(1)
  })

  const given = { author_id: ids.southAuthor, isbn: 'x', title: 'x' }

  test.each([
    ['INSERT', insert('books', 901, { ...given, library_id: ids.south })],
    [
      'an upsert that takes over a row',
      insert('books', 52, { ...given, library_id: ids.south }, ` ON CONFLICT (id) DO UPDATE SET title = 'mine'`),
    ],
  ])('are not written for another tenant by %s', async (_, sql) => {
    expect(await library.attempt(sql, asNorth)).toMatchObject(denied)
    expect(countOf(await library.attempt(sql, withoutPolicies))).toBe(1)
  })

  test('are not handed to another tenant', async () => {
    const sql = `UPDATE librarians SET library_id = '${ids.south}' WHERE id = '${ids.northLibrarian}'`
    expect(await library.attempt(sql, asNorth)).toMatchObject(denied)
    const after = ['ALTER TABLE librarians DISABLE ROW LEVEL SECURITY']
    expect(await library.attempt(sql, { ...asNorth, after })).toMatchObject({ refused: true, constraint: 'immutable' })
  })

  test('refer to rows of their own tenant alone', async () => {
    const book = { library_id: ids.north, author_id: ids.southAuthor, isbn: 'x', title: 'x' }
    const sql = insert('books', 902, book)
    expect(await library.attempt(sql, asNorth)).toMatchObject({ refused: true, code: '23503' })
    expect(countOf(await library.attempt(sql.replace(ids.southAuthor, ids.northAuthor), asNorth))).toBe(1)
  })

  test('are not read by a session that turns row level security off', async () => {
    const after = ['SET LOCAL row_security = off']
    expect(await library.attempt('SELECT FROM books', { ...asNorth, after })).toMatchObject(denied)
  })

  test('are not filled by COPY, which no policy judges', async () => {
    expect(await library.attempt('COPY books FROM STDIN', asNorth)).toMatchObject({ refused: true, code: '0A000' })
  })

  test.each(['TRUNCATE books', 'TRUNCATE stowage.visits_default', 'DROP TABLE books'])('survive %s', async (sql) => {
    expect(await library.attempt(sql, asNorth)).toMatchObject(denied)
  })

  test('are seen by no owner: a query that forgets its role finds nothing', async () => {
    expect(countOf(await library.attempt('SELECT FROM books', { as: owner }))).toBe(0)
    const after = ['ALTER TABLE books NO FORCE ROW LEVEL SECURITY']
    expect(countOf(await library.attempt('SELECT FROM books', { as: owner, after }))).toBe(3)
  })

  test('are all seen by the system and by the backup', async () => {
    expect(countOf(await library.attempt('SELECT FROM books', asSystem))).toBe(3)
    expect(countOf(await library.attempt('SELECT FROM books', { as: backup }))).toBe(3)
    expect(await library.attempt(`DELETE FROM books`, { as: backup })).toMatchObject(denied)
    const after = ['DROP POLICY system_rows ON books']
    expect(countOf(await library.attempt('SELECT FROM books', { ...asSystem, after }))).toBe(0)
  })

  test('are removed with their parent though row level security is forced', async () => {
    const sql = `WITH gone AS (DELETE FROM books WHERE id = '${ids.southBook}' RETURNING id) SELECT FROM gone`
    const copy = insert('copies', 903, { library_id: ids.south, book_id: ids.southBook })
    const count = `SELECT count(*)::int AS left FROM copies WHERE id = '${uuid(903)}'`
    const client = await library.connect()
    await client.query(`BEGIN; ${copy}; SET LOCAL ROLE ${app}; SET LOCAL app.tenant_id = '${ids.south}'`)
    await client.query(sql)
    await client.query('RESET ROLE')
    expect((await client.query(count)).rows).toEqual([{ left: 0 }])
    await client.query('ROLLBACK')
  })
})

describe('rows that may be shared by all tenants', () => {
  const rule = (id: string): string => `id = '${id}'`
  const onePolicy = [
    'DROP POLICY own_rows_insert ON lending_rules',
    'DROP POLICY own_rows_update ON lending_rules',
    'DROP POLICY own_rows_delete ON lending_rules',
    `CREATE POLICY loose ON lending_rules TO ${app}
     USING (library_id IS NULL OR library_id = nullif(current_setting('app.tenant_id', true), '')::uuid)`,
  ]

  test('are seen where they are shared, and where they are mine', async () => {
    const outcome = await library.attempt('SELECT id FROM lending_rules ORDER BY id', asNorth)
    expect(outcome).toMatchObject({ rows: [{ id: ids.commonRule }, { id: ids.northRule }] })
  })

  test.each([
    ['changed', `UPDATE lending_rules SET days = 1 WHERE ${rule(ids.commonRule)}`],
    ['removed', `DELETE FROM lending_rules WHERE ${rule(ids.commonRule)}`],
    ['locked', `SELECT FROM lending_rules WHERE ${rule(ids.commonRule)} FOR UPDATE`],
  ])('are not %s by a tenant where they are shared', async (_, sql) => {
    expect(countOf(await library.attempt(sql, asNorth))).toBe(0)
    expect(countOf(await library.attempt(sql, { ...asNorth, after: onePolicy }))).toBe(1)
    expect(countOf(await library.attempt(sql.replace(ids.commonRule, ids.northRule), asNorth))).toBe(1)
  })

  test('are not added to the shared ones by a tenant', async () => {
    const sql = insert('lending_rules', 910, { library_id: null, days: 3 })
    expect(await library.attempt(sql, asNorth)).toMatchObject(denied)
    expect(countOf(await library.attempt(sql, { ...asNorth, after: onePolicy }))).toBe(1)
    expect(countOf(await library.attempt(sql, asSystem))).toBe(1)
    const own = insert('lending_rules', 910, { library_id: ids.north, days: 3 })
    expect(countOf(await library.attempt(own, asNorth))).toBe(1)
  })

  test.each([
    ['a shared one is not taken over', 'library_id', ids.commonRule, 0],
    ['another tenant’s is out of reach', 'days', ids.southRule, 0],
  ])('%s', async (_, column, id, count) => {
    const value = column === 'days' ? '1' : `'${ids.north}'`
    const sql = `UPDATE lending_rules SET ${column} = ${value} WHERE ${rule(id)}`
    expect(countOf(await library.attempt(sql, asNorth))).toBe(count)
  })
})

describe('the tenants themselves', () => {
  test('are seen and changed each by itself', async () => {
    expect(await library.attempt('SELECT id FROM libraries', asNorth)).toMatchObject({ rows: [{ id: ids.north }] })
    expect(countOf(await library.attempt(`UPDATE libraries SET name = 'Nord'`, asNorth))).toBe(1)
    const after = ['ALTER TABLE libraries DISABLE ROW LEVEL SECURITY']
    expect(countOf(await library.attempt(`UPDATE libraries SET name = 'Nord'`, { ...asNorth, after }))).toBe(2)
  })

  test('are neither made nor removed by the application, but by the system', async () => {
    const made = insert('libraries', 920, { name: 'West', mark: 'W' })
    expect(await library.attempt(made, asNorth)).toMatchObject(denied)
    expect(await library.attempt(made, { as: app, tenant: uuid(920) })).toMatchObject(denied)
    expect(await library.attempt('DELETE FROM libraries', asNorth)).toMatchObject(denied)
    expect(countOf(await library.attempt(made, asSystem))).toBe(1)
  })
})

describe('rows that belong to no tenant', () => {
  const update = `UPDATE genres SET name = 'Romane'`

  test('are seen by all, and written by the system alone', async () => {
    expect(countOf(await library.attempt('SELECT FROM genres', { as: app }))).toBe(1)
    expect(await library.attempt(update, asNorth)).toMatchObject(denied)
    expect(await library.attempt(insert('genres', 930, { name: 'Verse' }), asNorth)).toMatchObject(denied)
    expect(countOf(await library.attempt(update, asSystem))).toBe(1)
    const after = [`GRANT UPDATE ON genres TO ${app}`]
    expect(countOf(await library.attempt(update, { ...asNorth, after }))).toBe(1)
  })
})
