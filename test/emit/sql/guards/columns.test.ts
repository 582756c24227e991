import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GuardedDatabase, insert } from './guarded-database.ts'
import { asNorth, asSystem, ids, makeLibrary } from './library/library.ts'

let library: GuardedDatabase

beforeAll(async () => {
  library = await makeLibrary()
})
afterAll(() => library?.stop())

const long_ago = '2001-01-01T00:00:00Z'

describe('what changes with every change', () => {
  const kept = `revision, updated_on = now()::timestamptz(3) AS is_now`
  const author = { library_id: ids.north, name: 'Strugatzki' }
  const off = ['ALTER TABLE authors DISABLE TRIGGER zz_keep_changes']

  test('begins as the spec says, whatever a client writes', async () => {
    const sql = insert('authors', 970, { ...author, revision: 77, updated_on: long_ago }, ` RETURNING ${kept}`)
    for (const who of [asNorth, asSystem])
      expect(await library.attempt(sql, who)).toMatchObject({ rows: [{ revision: 0, is_now: true }] })
    const without = { ...asNorth, after: off }
    expect(await library.attempt(sql, without)).toMatchObject({ rows: [{ revision: 77, is_now: false }] })
  })

  test.each([
    ['says nothing of it', `name = 'Stanisław'`],
    ['writes it', `revision = 77, updated_on = '${long_ago}'`],
    ['changes nothing', 'name = name'],
  ])('goes on by one where a client %s', async (_, set) => {
    const sql = `UPDATE authors SET ${set} WHERE id = '${ids.northAuthor}' RETURNING ${kept}`
    expect(await library.attempt(sql, asNorth)).toMatchObject({ rows: [{ revision: 1, is_now: true }] })
    const without = await library.attempt(sql, { ...asNorth, after: off })
    expect(without).not.toMatchObject({ rows: [{ revision: 1, is_now: true }] })
  })

  test('goes on by one through upsert and MERGE', async () => {
    const upsert = insert(
      'authors',
      21,
      author,
      ` ON CONFLICT (id) DO UPDATE SET revision = 50 RETURNING authors.revision`,
    )
    expect(await library.attempt(upsert, asNorth)).toMatchObject({ rows: [{ revision: 1 }] })
    const merge = `MERGE INTO authors USING (SELECT '${ids.northAuthor}'::uuid AS id) AS given ON authors.id = given.id
      WHEN MATCHED THEN UPDATE SET revision = 50`
    const after = [merge]
    const read = `SELECT revision FROM authors WHERE id = '${ids.northAuthor}'`
    expect(await library.attempt(read, { after })).toMatchObject({ rows: [{ revision: 1 }] })
  })

  test('is kept behind what other triggers write', async () => {
    const after = [
      `CREATE FUNCTION public.meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.revision := 9; RETURN NEW; END $$`,
      `CREATE TRIGGER z_meddle BEFORE UPDATE ON authors FOR EACH ROW EXECUTE FUNCTION public.meddle()`,
    ]
    const sql = `UPDATE authors SET name = 'x' WHERE id = '${ids.northAuthor}' RETURNING revision`
    expect(await library.attempt(sql, { ...asNorth, after })).toMatchObject({ rows: [{ revision: 1 }] })
  })

  test('lets one of two writers win that read the same revision', async () => {
    const write = `UPDATE authors SET name = 'x' WHERE id = '${ids.northAuthor}' AND revision = 0`
    expect(await library.attempt(write, asNorth)).toMatchObject({ count: 1 })
    expect(await library.attempt(write, { ...asNorth, after: [write] })).toMatchObject({ count: 0 })
  })
})

describe('what never changes', () => {
  test.each([
    ['books', ids.northPamphlet, 'id', `'${ids.northLibrarian}'`],
    ['books', ids.northPamphlet, 'ref_id', `'01000000000000000000000999'`],
    ['books', ids.northPamphlet, 'created_on', `'${long_ago}'`],
    ['books', ids.northPamphlet, 'isbn', `'n-3'`],
    ['libraries', ids.north, 'created_on', `'${long_ago}'`],
    ['parcels', ids.northParcel, 'ref_id', `'01000000000000000000000999'`],
    ['parcels', ids.northParcel, 'created_on', `'${long_ago}'`],
  ])('of %s: %s %s', async (table, id, column, value) => {
    const sql = `UPDATE ${table} SET ${column} = ${value} WHERE id = '${id}'`
    const refusal = { refused: true, code: '23001', table, column, constraint: 'immutable' }
    for (const who of [asNorth, asSystem, {}]) expect(await library.attempt(sql, who)).toMatchObject(refusal)
    const after = [`ALTER TABLE ${table} DISABLE TRIGGER immutable`]
    expect(await library.attempt(sql, { ...asNorth, after })).toMatchObject({ refused: false, count: 1 })
  })

  test('is the tenant, for those who see all of them', async () => {
    const sql = `UPDATE parcels SET library_id = '${ids.south}'`
    const refusal = { code: '23001', column: 'library_id', constraint: 'immutable' }
    expect(await library.attempt(sql, asSystem)).toMatchObject(refusal)
    const publish = `UPDATE lending_rules SET library_id = NULL WHERE id = '${ids.northRule}'`
    expect(await library.attempt(publish, asSystem)).toMatchObject(refusal)
    const after = ['ALTER TABLE lending_rules DISABLE TRIGGER immutable']
    expect(await library.attempt(publish, { ...asSystem, after })).toMatchObject({ refused: false, count: 1 })
  })

  test('may be written as it is', async () => {
    const sql = `UPDATE books SET id = id, isbn = 'n-2', title = 'x' WHERE id = '${ids.northPamphlet}'`
    expect(await library.attempt(sql, asNorth)).toMatchObject({ refused: false, count: 1 })
  })

  test('is emptied by a foreign key whose target is removed, and by nobody else', async () => {
    const signed = insert('books', 971, {
      library_id: ids.north,
      author_id: ids.northAuthor,
      signed_by_author_id: '00000000-0000-7000-8000-000000000972',
      isbn: 'x',
      title: 'x',
    })
    const after = [insert('authors', 972, { library_id: ids.north, name: 'Poe' }), signed]
    const empty = `UPDATE books SET signed_by_author_id = NULL WHERE isbn = 'x'`
    const refusal = { constraint: 'immutable', column: 'signed_by_author_id' }
    for (const who of [asNorth, asSystem, {}])
      expect(await library.attempt(empty, { ...who, after })).toMatchObject(refusal)
    const remove = `DELETE FROM authors WHERE name = 'Poe'`
    for (const who of [asNorth, asSystem])
      expect(await library.attempt(remove, { ...who, after })).toMatchObject({ refused: false, count: 1 })
  })
})
