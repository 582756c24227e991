import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GuardedDatabase, insert, outcomeOf, uuid } from './guarded-database.ts'
import { asNorth, asSystem, backup, ids, makeLibrary, owner, system } from './library/library.ts'

let library: GuardedDatabase

beforeAll(async () => {
  library = await makeLibrary()
})
afterAll(() => library?.stop())

const ensure = (months: number): string => `SELECT stowage.ensure_partitions(${months})`
const names = `SELECT relid::regclass::text AS name FROM pg_partition_tree('visits') WHERE isleaf ORDER BY 1`

/** What there is to know of every partition of a table but its name and bounds. */
const guards = (table: string): string => `
  SELECT DISTINCT pg_get_userbyid(part.relowner) AS owner, part.relrowsecurity AS rows, part.relforcerowsecurity AS forced,
    (SELECT count(*)::int FROM pg_policy WHERE polrelid = part.oid) AS policies,
    (SELECT string_agg(tgname || ' ' || tgenabled::text, ', ' ORDER BY tgname) FROM pg_trigger WHERE tgrelid = part.oid AND NOT tgisinternal) AS triggers,
    (SELECT string_agg(grantee::regrole || ' ' || privilege_type, ', ') FROM aclexplode(part.relacl) WHERE grantee <> part.relowner) AS grants
  FROM pg_inherits JOIN pg_class AS part ON part.oid = inhrelid WHERE inhparent = '${table}'::regclass`

test('are there for this month and three more, with one for the rest', async () => {
  const now = new Date()
  const months = [0, 1, 2, 3].map((ahead) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead)))
  const endings = months.map((month) => month.toISOString().slice(0, 7).replace('-', '_'))
  expect((await library.run(names)).map(({ name }) => name)).toEqual(
    [...endings, 'default'].map((ending) => `stowage.visits_${ending}`),
  )
})

test('are guarded each by itself, those of coming months too', async () => {
  const call = [`SET LOCAL ROLE ${system}`, ensure(6), 'RESET ROLE']
  expect(await library.attempt(names, { after: call })).toMatchObject({ count: 8 })
  expect(await library.attempt(guards('visits'), { after: call })).toMatchObject({
    rows: [
      {
        owner,
        rows: true,
        forced: true,
        policies: 0,
        triggers: 'append_only A, append_only_truncate A',
        grants: `${backup} SELECT`,
      },
    ],
  })
  const parcels = await library.attempt(guards('parcels'), { after: call })
  expect(parcels).toMatchObject({
    rows: [{ triggers: 'immutable O, lifecycle_move O, lifecycle_start O, record_move O, zz_keep_changes O' }],
  })
})

test.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'])(
  'begin at midnight UTC for a session in %s',
  async (zone) => {
    const after = [
      `SET LOCAL TimeZone = '${zone}'`,
      `SET LOCAL DateStyle = 'SQL, DMY'`,
      'DROP TABLE stowage.parcels_default',
      `DO $$ DECLARE part regclass; BEGIN FOR part IN SELECT inhrelid FROM pg_inherits WHERE inhparent = 'parcels'::regclass
     LOOP EXECUTE 'DROP TABLE ' || part; END LOOP; END $$`,
      ensure(2),
      `SET LOCAL TimeZone = 'UTC'`,
      `SET LOCAL DateStyle = 'ISO'`,
    ]
    const bounds = `SELECT pg_get_expr(relpartbound, oid) AS bound FROM pg_class
    WHERE relname ~ '^parcels_[0-9]' AND relispartition AND relkind = 'r' ORDER BY relname`
    const outcome = await library.attempt(bounds, { after })
    const now = new Date()
    const start = (ahead: number): string =>
      `'${new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead)).toISOString().slice(0, 10)} 00:00:00+00'`
    const rows = [0, 1, 2].map((ahead) => ({ bound: `FOR VALUES FROM (${start(ahead)}) TO (${start(ahead + 1)})` }))
    expect(outcome).toMatchObject({ rows })
  },
)

test('are made by the system and by nobody who works for one tenant', async () => {
  expect(await library.attempt(ensure(5), asSystem)).toMatchObject({ refused: false })
  expect(await library.attempt(ensure(5), asNorth)).toMatchObject({ refused: true, code: '42501' })
})

test.each(['-601', '121', 'NULL'])('are not made for %s months', async (months) => {
  const outcome = await library.attempt(`SELECT stowage.ensure_partitions(${months})`)
  expect(outcome).toMatchObject({ refused: true, code: '22023' })
})

test('are made once, however often it is asked for, and by how many at a time', async () => {
  const clients = await Promise.all(Array.from({ length: 4 }, () => library.connect()))
  const outcomes = await Promise.all(clients.map((client) => outcomeOf(client, ensure(9))))
  expect(outcomes.filter(({ refused }) => refused)).toEqual([])
  expect(await library.run(names)).toHaveLength(11)
  await library.run(ensure(9))
  expect(await library.run(names)).toHaveLength(11)
})

/** The partitions of a table that are there of some coming months, as `yes` and `no`. */
const monthsOf = (table: string, months: readonly number[]): string =>
  `SELECT ${months
    .map(
      (ahead) =>
        `CASE WHEN to_regclass('stowage.${table}_' || ${monthAhead(ahead, 'YYYY_MM')}) IS NULL THEN 'no' ELSE 'yes' END AS "${ahead}"`,
    )
    .join(', ')}`

function monthAhead(ahead: number, form: string): string {
  return `to_char((now() AT TIME ZONE 'UTC') + interval '${ahead} months', '${form}')`
}

/** A statement that adds a row of a coming month. */
function added(ahead: number, statement: string): string {
  const late = `date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' + interval '${ahead} months 5 days'`
  return statement.replace(/\(id, (.*)\) VALUES \((.*)\)/, `(id, $1, created_on) VALUES ($2, ${late})`)
}

describe('a month whose rows came before its partition', () => {
  const visit = (ahead: number, number = 990 + ahead): string =>
    added(ahead, insert('visits', number, { library_id: ids.north, door: 'late' }))
  const parcel = (ahead: number): string => added(ahead, insert('parcels', 950 + ahead, { library_id: ids.north }))

  /** What the server warns of while a text is run in a transaction, and what a question is answered then. */
  async function warnings(
    text: string,
    question = 'SELECT',
  ): Promise<readonly [readonly object[], readonly unknown[]]> {
    const client = await library.connect()
    const notices: object[] = []
    client.on('notice', ({ severity, code, table, message, hint }) =>
      notices.push({ severity, code, table, message, hint }),
    )
    await client.query('BEGIN')
    try {
      await client.query(text)
      return [notices, (await client.query(question)).rows]
    } finally {
      await client.query('ROLLBACK')
    }
  }

  const warned = (table: string, month: unknown): object => ({
    severity: 'WARNING',
    code: '55000',
    table,
    message: `${table} has no partition for ${String(month)}: rows of that month lie in its default partition`,
    hint: expect.stringContaining('detach the default partition'),
  })

  test('is passed over with a warning that names it, and all others are made, of every table', async () => {
    const [month] = await library.run(
      `SELECT ${[20, 22].map((ahead) => `${monthAhead(ahead, 'YYYY-MM')} AS "${ahead}"`).join(', ')}`,
    )
    const text = [visit(20), visit(22), parcel(20), `SET LOCAL ROLE ${system}`, ensure(24), 'RESET ROLE'].join(';')
    const [ofVisits, visits] = await warnings(text, monthsOf('visits', [19, 20, 21, 22, 23, 24]))
    const [ofParcels, parcels] = await warnings(text, monthsOf('parcels', [19, 20, 21, 22, 23, 24]))
    const expected = [
      warned('visits', month?.['20']),
      warned('visits', month?.['22']),
      warned('parcels', month?.['20']),
    ]
    expect(ofVisits).toEqual(expect.arrayContaining(expected))
    expect(ofVisits).toHaveLength(expected.length)
    expect(ofParcels).toEqual(ofVisits)
    expect(visits).toEqual([{ 19: 'yes', 20: 'no', 21: 'yes', 22: 'no', 23: 'yes', 24: 'yes' }])
    expect(parcels).toEqual([{ 19: 'yes', 20: 'no', 21: 'yes', 22: 'yes', 23: 'yes', 24: 'yes' }])
  })

  test('is warned of each time, and of no other month', async () => {
    const [notices] = await warnings([visit(20), ensure(24), ensure(24), ensure(12)].join(';'))
    expect(notices).toEqual([
      expect.objectContaining({ severity: 'WARNING', table: 'visits' }),
      expect.objectContaining({ severity: 'WARNING', table: 'visits' }),
    ])
  })

  test('keeps its rows, and takes more', async () => {
    const after = [visit(20), ensure(24), visit(20, 1)]
    const where = `SELECT tableoid::regclass::text AS name, count(*)::int FROM visits WHERE door = 'late' GROUP BY 1`
    expect(await library.attempt(where, { after })).toMatchObject({
      rows: [{ name: 'stowage.visits_default', count: 2 }],
    })
  })

  /** The way out as it is documented, but for BEGIN and COMMIT. */
  const wayOut = (table: string): readonly string[] => [
    'SET LOCAL session_replication_role = replica',
    `ALTER TABLE ${table} DETACH PARTITION stowage.${table}_default`,
    `ALTER TABLE stowage.${table}_default RENAME TO ${table}_left`,
    ensure(24),
    `INSERT INTO ${table} SELECT * FROM stowage.${table}_left`,
    `DROP TABLE stowage.${table}_left`,
    'SET LOCAL session_replication_role = origin',
  ]

  test('is mended by the way out', async () => {
    const after = [visit(20), ...wayOut('visits')]
    const where = `SELECT tableoid::regclass::text AS name FROM visits WHERE id = '${uuid(1010)}'`
    const outcome = await library.attempt(where, { after })
    expect(outcome).toMatchObject({ rows: [{ name: expect.stringMatching(/^stowage\.visits_\d{4}_\d{2}$/) }] })
    expect(await library.attempt(guards('visits'), { after })).toMatchObject({ count: 1 })
  })

  test('comes out of it with its rows as they were, which are not judged as new ones', async () => {
    const moved = [parcel(20), `UPDATE parcels SET state = 'sent', weight = 7 WHERE id = '${uuid(970)}'`]
    const row = `SELECT to_jsonb(parcels) - 'updated_on' AS row, tableoid::regclass::text ~ '_default$' AS rest,
      updated_on = now() AS touched FROM parcels WHERE id = '${uuid(970)}'`
    const earlier = [
      'SET LOCAL session_replication_role = replica',
      `UPDATE parcels SET updated_on = now() - interval '1 day' WHERE id = '${uuid(970)}'`,
      'SET LOCAL session_replication_role = origin',
    ]
    const before = await library.attempt(row, { after: [...moved, ...earlier] })
    expect(before).toMatchObject({ rows: [{ row: { state: 'sent', revision: 1 }, rest: true, touched: false }] })
    const outcome = await library.attempt(row, { after: [...moved, ...earlier, ...wayOut('parcels')] })
    const [found] = before.refused ? [] : before.rows
    expect(outcome).toMatchObject({ rows: [{ ...found, rest: false }] })

    const [, detach = '', rename = '', make = '', add = ''] = wayOut('parcels')
    const judged = await library.attempt(add, { after: [...moved, detach, rename, make] })
    expect(judged).toMatchObject({ refused: true, constraint: 'lifecycle_start' })
  })
})

describe('the locks of making a partition', () => {
  const locks = `
    SELECT relation::regclass::text AS name, string_agg(DISTINCT mode, ' ') AS modes FROM pg_locks
    WHERE pid = pg_backend_pid() AND mode IN ('AccessExclusiveLock', 'ShareRowExclusiveLock')
      AND relation IN ('visits'::regclass, 'stowage.visits_default'::regclass, 'librarians'::regclass, 'libraries'::regclass)
    GROUP BY 1 ORDER BY 1`

  test('are held where one is missing, on the tables it refers to as well', async () => {
    expect(await library.attempt(locks, { after: [ensure(11)] })).toMatchObject({
      rows: [
        { name: 'librarians', modes: 'ShareRowExclusiveLock' },
        { name: 'libraries', modes: 'ShareRowExclusiveLock' },
        { name: 'stowage.visits_default', modes: expect.stringContaining('AccessExclusiveLock') },
        { name: 'visits', modes: expect.stringContaining('AccessExclusiveLock') },
      ],
    })
  })

  test('are not held where none is', async () => {
    expect(await library.attempt(locks, { after: [ensure(3)] })).toMatchObject({ rows: [] })
  })
})
