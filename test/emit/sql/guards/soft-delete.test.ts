import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GuardedDatabase, insert, outcomeOf, startedOn, uuid } from './guarded-database.ts'
import { app, asNorth, asSystem, ids, makeLibrary } from './library/library.ts'

let library: GuardedDatabase

beforeAll(async () => {
  library = await makeLibrary()
})
afterAll(() => library?.stop())

const at = '2026-02-03T04:05:06.789Z'
const softly = (table: string, id: string): string =>
  `UPDATE ${table} SET deleted_on = '${at}', deleted_by = '${ids.northLibrarian}' WHERE id = '${id}'`
const restored = (table: string, id: string): string =>
  `UPDATE ${table} SET deleted_on = NULL, deleted_by = NULL WHERE id = '${id}'`

describe('deleting a parent', () => {
  test('is refused while live rows hang on it', async () => {
    const sql = softly('authors', ids.northAuthor)
    const refusal = {
      code: '23001',
      table: 'books',
      column: 'author_id',
      constraint: 'books_library_id_author_id_fkey',
    }
    for (const who of [asNorth, asSystem]) expect(await library.attempt(sql, who)).toMatchObject(refusal)
    const after = ['ALTER TABLE authors DISABLE TRIGGER soft_delete']
    expect(await library.attempt(sql, { ...asNorth, after })).toMatchObject({ refused: false, count: 1 })
  })

  test('is done when they are deleted, one by one or together', async () => {
    const books = [ids.northBook, ids.northPamphlet].map((id) => softly('books', id))
    const sql = softly('authors', ids.northAuthor)
    expect(await library.attempt(sql, { ...asNorth, after: books })).toMatchObject({ refused: false, count: 1 })
    const together = `WITH gone AS (UPDATE books SET deleted_on = '${at}' WHERE author_id = '${ids.northAuthor}') ${sql}`
    expect(await library.attempt(together, asNorth)).toMatchObject({ refused: false, count: 1 })
  })

  test('deletes with it what says so, to the last generation, by the parent’s own mark', async () => {
    const after = [softly('books', ids.northBook)]
    for (const [table, id] of [
      ['copies', ids.northCopy],
      ['repairs', ids.northRepair],
    ]) {
      const read = `SELECT deleted_on, deleted_by, revision FROM ${table} WHERE id = '${id}'`
      expect(await library.attempt(read, { ...asNorth, after })).toMatchObject({
        rows: [{ deleted_on: new Date(at), deleted_by: ids.northLibrarian, revision: 1 }],
      })
      const without = ['ALTER TABLE books DISABLE TRIGGER soft_delete', ...after]
      expect(await library.attempt(read, { ...asNorth, after: without })).toMatchObject({
        rows: [{ deleted_on: null }],
      })
    }
  })

  test('leaves alone the mark of what was deleted before', async () => {
    const early = `UPDATE copies SET deleted_on = '2026-01-01Z' WHERE id = '${ids.northCopy}'`
    const read = `SELECT deleted_on FROM copies WHERE id = '${ids.northCopy}'`
    const after = [early, softly('books', ids.northBook)]
    expect(await library.attempt(read, { after })).toMatchObject({ rows: [{ deleted_on: new Date('2026-01-01') }] })
  })

  test('goes down a long line of the same table, and ends where it comes round', async () => {
    const books = Array.from({ length: 40 }, (_, index) =>
      insert('books', 1000 + index, {
        library_id: ids.north,
        author_id: ids.northAuthor,
        isbn: `l-${index}`,
        title: 'x',
        sequel_of_id: index === 0 ? null : uuid(999 + index),
      }),
    )
    const round = `UPDATE books SET sequel_of_id = '${uuid(1039)}' WHERE id = '${uuid(1000)}'`
    const read = `SELECT FROM books WHERE isbn LIKE 'l-%' AND deleted_on = '${at}'`
    const after = [...books, round, softly('books', uuid(1000))]
    expect(await library.attempt(read, { after })).toMatchObject({ count: 40 })
  })

  test('does not ask rows that cannot be deleted: those without soft delete, and those only added to', async () => {
    const reservation = insert('reservations', 1050, { library_id: ids.north, copy_id: ids.northCopy })
    for (const sql of [softly('copies', ids.northCopy), softly('books', ids.northBook)])
      expect(await library.attempt(sql, { ...asNorth, after: [reservation] })).toMatchObject({ refused: false })
  })

  test('does not ask who made what: a librarian may leave', async () => {
    const after = [`UPDATE authors SET created_by = '${ids.northLibrarian}' WHERE id = '${ids.northAuthor}'`]
    const sql = softly('librarians', ids.northLibrarian)
    expect(await library.attempt(sql, { ...asNorth, after })).toMatchObject({ refused: false, count: 1 })
  })

  test('asks the rows of every tenant where the parent is shared by all', async () => {
    const book = {
      library_id: ids.south,
      author_id: ids.southAuthor,
      lending_rule_id: ids.commonRule,
      isbn: 'x',
      title: 'x',
    }
    const after = [insert('books', 1051, book)]
    const sql = softly('lending_rules', ids.commonRule)
    expect(await library.attempt(sql.replace(/, deleted_by = '.*?'/, ''), { ...asSystem, after })).toMatchObject({
      code: '23001',
      constraint: 'books_lending_rule_id_fkey',
    })
  })
})

describe('a live row and a deleted parent', () => {
  const gone = [softly('books', ids.northPamphlet)]
  const copy = insert('copies', 1060, { library_id: ids.north, book_id: ids.northPamphlet })
  const refusal = { code: '23503', table: 'copies', column: 'book_id', constraint: 'copies_library_id_book_id_fkey' }
  const insertOff = 'ALTER TABLE copies DISABLE TRIGGER references_on_insert'
  const updateOff = 'ALTER TABLE copies DISABLE TRIGGER references_on_update'

  test('a new row does not refer to it', async () => {
    for (const who of [asNorth, asSystem]) {
      expect(await library.attempt(copy, { ...who, after: gone })).toMatchObject(refusal)
      expect(await library.attempt(copy, who)).toMatchObject({ refused: false, count: 1 })
    }
    const after = [...gone, insertOff]
    expect(await library.attempt(copy, { ...asNorth, after })).toMatchObject({ refused: false, count: 1 })
  })

  test('a row is not hung on it', async () => {
    const sql = `UPDATE copies SET book_id = '${ids.northPamphlet}' WHERE id = '${ids.northCopy}'`
    expect(await library.attempt(sql, { ...asNorth, after: gone })).toMatchObject(refusal)
    const after = [...gone, updateOff]
    expect(await library.attempt(sql, { ...asNorth, after })).toMatchObject({ refused: false, count: 1 })
  })

  test('a row does not come back before it, and then comes back', async () => {
    const deleted = [copy, softly('copies', uuid(1060)), ...gone]
    const sql = restored('copies', uuid(1060))
    expect(await library.attempt(sql, { ...asNorth, after: deleted })).toMatchObject(refusal)
    const off = [...deleted, updateOff]
    expect(await library.attempt(sql, { ...asNorth, after: off })).toMatchObject({ refused: false, count: 1 })
    const inOrder = [...deleted, restored('books', ids.northPamphlet)]
    expect(await library.attempt(sql, { ...asNorth, after: inOrder })).toMatchObject({ refused: false, count: 1 })
  })

  test('a restored parent leaves deleted what was deleted with it', async () => {
    const after = [softly('books', ids.northBook), restored('books', ids.northBook)]
    const read = `SELECT FROM copies WHERE id = '${ids.northCopy}' AND deleted_on = '${at}'`
    expect(await library.attempt(read, { after })).toMatchObject({ count: 1 })
  })

  test('a row that is deleted itself may refer to it, and one that is only added may', async () => {
    const deleted = insert('copies', 1061, { library_id: ids.north, book_id: ids.northPamphlet, deleted_on: at })
    const stamp = insert('stamps', 1062, { library_id: ids.north, book_id: ids.northPamphlet })
    for (const sql of [deleted, stamp])
      expect(await library.attempt(sql, { ...asNorth, after: gone })).toMatchObject({ refused: false, count: 1 })
  })
})

describe.each(['READ COMMITTED', 'SERIALIZABLE'])('a parent deleted while a child is added, at %s', (isolation) => {
  const begin = async (): Promise<pg.Client> => {
    const client = await library.connect()
    await client.query(
      `BEGIN ISOLATION LEVEL ${isolation}; SET LOCAL ROLE ${app}; SET LOCAL app.tenant_id = '${ids.north}'`,
    )
    return client
  }
  const orphans = `SELECT FROM copies JOIN books ON books.id = copies.book_id
    WHERE copies.deleted_on IS NULL AND books.deleted_on IS NOT NULL`
  let number = isolation === 'SERIALIZABLE' ? 3000 : 2000

  /** A book of its own, and the two statements that do not go together. */
  const pair = async (): Promise<{ readonly add: string; readonly remove: string; readonly restore: string }> => {
    number += 10
    const book = { library_id: ids.north, author_id: ids.northAuthor, isbn: `r-${number}`, title: 'x' }
    await library.run(insert('books', number, book))
    const copy = { library_id: ids.north, book_id: uuid(number) }
    await library.run(insert('copies', number + 1, { ...copy, deleted_on: at }))
    return {
      add: insert('copies', number + 2, copy),
      restore: restored('copies', uuid(number + 1)),
      remove: softly('books', uuid(number)),
    }
  }

  /** Runs one statement in each of two transactions that overlap, commits the first one first, and counts orphans. */
  const race = async (one: string, other: string): Promise<{ readonly failures: number; readonly orphans: number }> => {
    const [first, second] = [await begin(), await begin()]
    await second.query('SELECT 1')
    const early = await outcomeOf(first, one)
    const late = await startedOn(second, other, library)
    const commits = [await outcomeOf(first, 'COMMIT')]
    const outcome = await late()
    commits.push(await outcomeOf(second, outcome.refused ? 'ROLLBACK' : 'COMMIT'))
    const failures = [early, outcome, ...commits].filter(({ refused }) => refused).length
    await Promise.all([first.end(), second.end()])
    return { failures, orphans: (await library.run(orphans)).length }
  }

  test('ends with one of them undone, or both in order', { tags: ['race'], timeout: 60_000 }, async () => {
    const added = await pair()
    const both = { failures: 0, orphans: 0 }
    const one = { failures: 1, orphans: 0 }
    const cascaded = isolation === 'SERIALIZABLE' ? one : both
    expect(await race(added.add, added.remove)).toEqual(cascaded)
    const removed = await pair()
    expect(await race(removed.remove, removed.add)).toEqual(one)
    const back = await pair()
    expect(await race(back.restore, back.remove)).toEqual(cascaded)
    const late = await pair()
    expect(await race(late.remove, late.restore)).toEqual(one)
  })

  if (isolation === 'READ COMMITTED')
    test('would leave orphans without the locks', async () => {
      const without = async (
        name: string,
        lock: string,
        run: () => Promise<{ readonly orphans: number }>,
      ): Promise<number> => {
        const [row] = await library.run(`SELECT pg_get_functiondef('stowage.${name}'::regproc) AS text`)
        const text = String(row?.text)
        expect(text).toContain(lock)
        await library.run(text.replaceAll(lock, ''))
        const { orphans } = await run()
        await library.run(text)
        await library.run(`UPDATE books SET deleted_on = NULL WHERE isbn LIKE 'r-%'`)
        return orphans
      }
      const added = await pair()
      expect(await without('books_soft_delete', ' FOR UPDATE', () => race(added.add, added.remove))).toBe(1)
      const late = await pair()
      const raced = without('copies_check_references', ' FOR KEY SHARE', () => race(late.remove, late.restore))
      expect(await raced).toBe(1)
    })
})
