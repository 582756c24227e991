import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GuardedDatabase, insert } from './guarded-database.ts'
import { app, asNorth, asSystem, ids, makeLibrary, system } from './library/library.ts'

let library: GuardedDatabase
/** The partition that the fixture's visit lies in. */
let month: string

beforeAll(async () => {
  library = await makeLibrary()
  const [row] = await library.run(`SELECT tableoid::regclass::text AS name FROM visits`)
  month = String(row?.name)
})
afterAll(() => library?.stop())

const changes = (table: string, id: string): readonly (readonly [string, string])[] => [
  ['UPDATE', `UPDATE ${table} SET created_by = '${ids.northLibrarian}' WHERE id = '${id}'`],
  ['an UPDATE that changes nothing', `UPDATE ${table} SET created_by = created_by WHERE id = '${id}'`],
  ['DELETE', `DELETE FROM ${table} WHERE id = '${id}'`],
  [
    'MERGE',
    `MERGE INTO ${table} AS old USING (SELECT '${id}'::uuid AS id) AS new ON old.id = new.id
     WHEN MATCHED THEN UPDATE SET created_by = '${ids.northLibrarian}'`,
  ],
  [
    'MERGE that deletes',
    `MERGE INTO ${table} AS old USING (SELECT '${id}'::uuid AS id) AS new ON old.id = new.id WHEN MATCHED THEN DELETE`,
  ],
]

describe.each([
  ['stamps', ids.northStamp],
  ['visits', ids.northVisit],
])('rows of %s, which is only added to', (table, id) => {
  test.each(changes(table, id))('are kept from %s by grants and by a trigger', async (_, sql) => {
    for (const who of [asNorth, asSystem])
      expect(await library.attempt(sql, who)).toMatchObject({ refused: true, code: '42501' })
    const byTrigger = { refused: true, code: '23001', table, constraint: 'append_only' }
    const grant = [`GRANT UPDATE, DELETE ON ${table} TO ${app}, ${system}`]
    for (const who of [asNorth, asSystem])
      expect(await library.attempt(sql, { ...who, after: grant })).toMatchObject(byTrigger)
    expect(await library.attempt(sql)).toMatchObject(byTrigger)
    const off = [...grant, `ALTER TABLE ${table} DISABLE TRIGGER append_only`]
    expect(await library.attempt(sql, { ...asNorth, after: off })).toMatchObject({ refused: false, count: 1 })
  })

  test('are not removed all at once', async () => {
    const sql = `TRUNCATE ${table}`
    expect(await library.attempt(sql, asSystem)).toMatchObject({ refused: true, code: '42501' })
    expect(await library.attempt(sql)).toMatchObject({ refused: true, code: '23001', table, constraint: 'append_only' })
    const partitions =
      table === 'visits'
        ? await library.run(`SELECT relid::regclass::text AS name FROM pg_partition_tree('visits')`)
        : [{ name: table }]
    const after = partitions.map(({ name }) => `ALTER TABLE ${name} DISABLE TRIGGER append_only_truncate`)
    expect(await library.attempt(sql, { after })).toMatchObject({ refused: false })
  })

  test('are kept in a session that plays a replica, where other triggers rest', async () => {
    const after = [`SET LOCAL session_replication_role = replica`]
    const sql = `DELETE FROM ${table} WHERE id = '${id}'`
    expect(await library.attempt(sql, { after })).toMatchObject({ constraint: 'append_only' })
    expect(await library.attempt(`TRUNCATE ${table}`, { after })).toMatchObject({ constraint: 'append_only' })
    const origin = [...after, `ALTER TABLE ${table} ENABLE TRIGGER append_only`]
    expect(await library.attempt(sql, { after: origin })).toMatchObject({ refused: false })
  })

  test('are added', async () => {
    const values = table === 'stamps' ? { book_id: ids.northBook } : { door: 'west' }
    const sql = insert(table, 950, { library_id: ids.north, ...values })
    expect(await library.attempt(sql, asNorth)).toMatchObject({ refused: false, count: 1 })
    const again = table === 'stamps' ? `${sql} ON CONFLICT (id) DO NOTHING` : `${sql} ON CONFLICT DO NOTHING`
    expect(await library.attempt(again, asNorth)).toMatchObject({ refused: false })
  })
})

test('an upsert that meets a row is refused', async () => {
  const stamp = { library_id: ids.north, book_id: ids.northBook }
  const sql = insert('stamps', 81, stamp, ` ON CONFLICT (id) DO UPDATE SET created_by = '${ids.northLibrarian}'`)
  expect(await library.attempt(sql, asNorth)).toMatchObject({ refused: true, code: '42501' })
  const after = [`GRANT UPDATE ON stamps TO ${app}`]
  expect(await library.attempt(sql, { ...asNorth, after })).toMatchObject({ code: '23001', constraint: 'append_only' })
})

test('what rows that are only added refer to is not removed under them', async () => {
  const sql = `DELETE FROM books WHERE id = '${ids.northBook}'`
  expect(await library.attempt(sql)).toMatchObject({ refused: true, table: 'stamps' })
})

describe('a partition, addressed by itself', () => {
  const forms: readonly (readonly [string, (partition: string) => string])[] = [
    ['UPDATE', (partition) => `UPDATE ${partition} SET door = 'x'`],
    ['DELETE', (partition) => `DELETE FROM ${partition}`],
    ['TRUNCATE', (partition) => `TRUNCATE ${partition}`],
  ]

  test.each(forms)('withstands %s', async (_, sql) => {
    for (const who of [asNorth, asSystem])
      expect(await library.attempt(sql(month), who)).toMatchObject({ refused: true, code: '42501' })
    const refusal = { code: '23001', table: 'visits', constraint: 'append_only' }
    expect(await library.attempt(sql(month))).toMatchObject(refusal)
    const after = [`SET LOCAL session_replication_role = replica`]
    expect(await library.attempt(sql(month), { after })).toMatchObject(refusal)
  })

  test('withstands TRUNCATE by a trigger of its own', async () => {
    const sql = `TRUNCATE ${month}`
    const after = [`ALTER TABLE ${month} DISABLE TRIGGER append_only_truncate`]
    expect(await library.attempt(sql, { after })).toMatchObject({ refused: false })
    const fallback = 'TRUNCATE stowage.visits_default'
    expect(await library.attempt(fallback)).toMatchObject({ constraint: 'append_only' })
  })

  test('shows nothing, whoever is granted it by mistake', async () => {
    const after = [`GRANT SELECT ON ${month} TO ${app}`]
    expect(await library.attempt(`SELECT FROM ${month}`, { ...asNorth, after })).toMatchObject({ count: 0 })
    const open = [...after, `ALTER TABLE ${month} DISABLE ROW LEVEL SECURITY`]
    expect(await library.attempt(`SELECT FROM ${month}`, { ...asNorth, after: open })).toMatchObject({ count: 1 })
  })
})
