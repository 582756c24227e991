import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GuardedDatabase, insert, outcomeOf, startedOn, uuid } from './guarded-database.ts'
import { app, asNorth, ids, libraryModel, makeLibrary } from './library/library.ts'

let library: GuardedDatabase

beforeAll(async () => {
  library = await makeLibrary()
})
afterAll(() => library?.stop())

const lifecycles = libraryModel.entities.flatMap(({ name, postgres }) => {
  const lifecycle = postgres?.lifecycle
  return postgres === undefined || lifecycle === undefined ? [] : [{ name, table: postgres.table.text, lifecycle }]
})

/** A row in a state that it may not have got to: its trigger is off while it is put there. */
function rowIn(table: string, state: string): readonly string[] {
  const id = table === 'copies' ? ids.northCopy : ids.northParcel
  const trigger = (word: string): string => `ALTER TABLE ${table} ${word} TRIGGER lifecycle_move`
  return [trigger('DISABLE'), `UPDATE ${table} SET state = '${state}' WHERE id = '${id}'`, trigger('ENABLE')]
}

describe.each(lifecycles)('the life cycle of $name', ({ table, lifecycle }) => {
  const states = lifecycle.states.map(({ name }) => name)
  const moves = lifecycle.states.flatMap(({ name: from, to }) =>
    states
      .filter((state) => state !== from)
      .map((state) => [from, state, to.some((move) => move.state === state)] as const),
  )

  test.each(moves)('from %s to %s: %s', async (from, to, legal) => {
    const sql = `UPDATE ${table} SET state = '${to}'`
    const after = rowIn(table, from)
    const outcome = await library.attempt(sql, { ...asNorth, after })
    if (legal) expect(outcome).toMatchObject({ refused: false, count: 1 })
    else {
      expect(outcome).toMatchObject({ code: '23514', table, column: 'state', constraint: 'lifecycle_move' })
      const without = [...after, `ALTER TABLE ${table} DISABLE TRIGGER lifecycle_move`]
      expect(await library.attempt(sql, { ...asNorth, after: without })).toMatchObject({ refused: false, count: 1 })
    }
  })

  test.each(states)('a new row in state %s', async (state) => {
    const link = table === 'copies' ? { book_id: ids.northBook } : {}
    const sql = insert(table, 960, { library_id: ids.north, ...link, state })
    const outcome = await library.attempt(sql, asNorth)
    if (state === lifecycle.start) expect(outcome).toMatchObject({ refused: false, count: 1 })
    else {
      expect(outcome).toMatchObject({ code: '23514', table, column: 'state', constraint: 'lifecycle_start' })
      const after = [`ALTER TABLE ${table} DISABLE TRIGGER lifecycle_start`]
      expect(await library.attempt(sql, { ...asNorth, after })).toMatchObject({ refused: false, count: 1 })
    }
  })
})

const copy = { library_id: ids.north, book_id: ids.northBook }

test('says where a row may go, and where it may go nowhere', async () => {
  const lent = `UPDATE copies SET state = 'lent'`
  expect(await library.attempt(lent, asNorth)).toMatchObject({
    message: `copies cannot go from 'ordered' to 'lent'`,
    detail: 'From there it may go to shelved.',
  })
  expect(await library.attempt(lent, { ...asNorth, after: rowIn('copies', 'lost') })).toMatchObject({
    detail: 'That state is final.',
  })
})

test('stays as it is through updates of other columns and of nothing', async () => {
  const sql = `UPDATE copies SET state = state, created_by = '${ids.northLibrarian}'`
  const after = rowIn('copies', 'lost')
  expect(await library.attempt(sql, { ...asNorth, after })).toMatchObject({ refused: false, count: 1 })
})

test('judges an upsert by what it becomes', async () => {
  const upsert = (set: string): string =>
    insert('copies', 61, { ...copy, state: 'lent' }, ` ON CONFLICT (id) DO UPDATE SET state = '${set}'`)
  expect(await library.attempt(upsert('shelved'), asNorth)).toMatchObject({ refused: false, count: 1 })
  expect(await library.attempt(upsert('lent'), asNorth)).toMatchObject({ constraint: 'lifecycle_move' })
  const unmet = insert('copies', 961, { ...copy, state: 'lent' }, ` ON CONFLICT (id) DO UPDATE SET state = 'shelved'`)
  expect(await library.attempt(unmet, asNorth)).toMatchObject({ constraint: 'lifecycle_start' })
})

test('judges MERGE', async () => {
  const merge = (then: string): string =>
    `MERGE INTO copies USING (SELECT '${ids.northCopy}'::uuid AS id) AS given ON copies.id = given.id
     WHEN MATCHED THEN UPDATE SET state = '${then}'`
  expect(await library.attempt(merge('shelved'), asNorth)).toMatchObject({ refused: false, count: 1 })
  expect(await library.attempt(merge('lost'), asNorth)).toMatchObject({ constraint: 'lifecycle_move' })
})

test('judges what another trigger makes of a row, whatever that one is called', async () => {
  const meddling = (name: string): readonly string[] => [
    `CREATE FUNCTION public.meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.state := 'lost'; RETURN NEW; END $$`,
    `CREATE TRIGGER ${name} BEFORE INSERT OR UPDATE ON copies FOR EACH ROW EXECUTE FUNCTION public.meddle()`,
  ]
  const update = `UPDATE copies SET created_by = '${ids.northLibrarian}'`
  for (const name of ['aaa', 'zzzz']) {
    const after = meddling(name)
    expect(await library.attempt(update, { ...asNorth, after })).toMatchObject({ constraint: 'lifecycle_move' })
    const outcome = await library.attempt(insert('copies', 962, copy), { ...asNorth, after })
    expect(outcome).toMatchObject({ constraint: 'lifecycle_start' })
  }
})

test('is not started anew by moving a row to another partition', async () => {
  const sql = `UPDATE parcels SET state = 'packed', created_on = created_on - interval '2 months'`
  const after = rowIn('parcels', 'arrived')
  expect(await library.attempt(sql, { ...asNorth, after })).toMatchObject({ code: '23001', constraint: 'immutable' })
  const without = [...after, 'ALTER TABLE parcels DISABLE TRIGGER immutable']
  expect(await library.attempt(sql, { ...asNorth, after: without })).toMatchObject({ refused: false, count: 1 })
})

/** A row of its own for each round: `npm run soak` repeats the test in one database. */
let raced = 96_300

test('lets one of two sessions win that move a row two ways', { tags: ['race'] }, async () => {
  raced += 1
  const id = uuid(raced)
  await library.run(insert('copies', raced, copy))
  await library.run(`UPDATE copies SET state = 'shelved' WHERE id = '${id}'`)
  const [first, second] = [await library.connect(), await library.connect()]
  for (const client of [first, second]) {
    await client.query(`BEGIN; SET LOCAL ROLE ${app}; SET LOCAL app.tenant_id = '${ids.north}'`)
  }
  const move = (state: string): string => `UPDATE copies SET state = '${state}' WHERE id = '${id}'`
  expect(await outcomeOf(first, move('lost'))).toMatchObject({ refused: false, count: 1 })
  const later = await startedOn(second, move('lent'), library)
  await first.query('COMMIT')
  expect(await later()).toMatchObject({ message: `copies cannot go from 'lost' to 'lent'` })
  await second.query('ROLLBACK')
  expect(await library.run(`SELECT state FROM copies WHERE id = '${id}'`)).toEqual([{ state: 'lost' }])
})
