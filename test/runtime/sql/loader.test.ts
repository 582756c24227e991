import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeDatabase } from '../../../generator/catalog/postgres/describe/index.ts'
import { databaseOf } from '../../../generator/catalog/postgres/index.ts'
import type { GuardedDatabase } from '../../emit/sql/guards/guarded-database.ts'
import { insert, uuid } from '../../emit/sql/guards/guarded-database.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { asGlobe, asLoader, asSystem, become, ids, makePlayhouse, playhouseModel } from './playhouse.ts'

let playhouse: GuardedDatabase

beforeAll(async () => {
  playhouse = await makePlayhouse()
})
afterAll(() => playhouse?.stop())

const then = { created_on: '2018-03-01T20:00:00.000Z', updated_on: '2019-04-02T21:00:00.000Z', revision: 9 }
const play = { theatre_id: ids.globe, title: 'Hamlet', genre_id: ids.genre }
const past = insert('productions', 900, { ...play, ...then, state: 'running' }, ' RETURNING *')

/** A trigger of the playhouse as it was without the exception. */
function replaced(trigger: string, head: string): string {
  return `DROP TRIGGER ${trigger} ON productions; CREATE TRIGGER ${trigger} ${head}`
}
const keepsAll = replaced(
  'zz_keep_changes',
  'BEFORE INSERT OR UPDATE ON productions FOR EACH ROW EXECUTE FUNCTION stowage.keep_updated_on_revision()',
)
const startsAll = replaced(
  'lifecycle_start',
  `AFTER INSERT ON productions FOR EACH ROW WHEN (NEW.state <> 'planned')
   EXECUTE FUNCTION stowage.refuse_start('productions', 'state', 'planned')`,
)

describe('what was before', () => {
  test('is loaded in the state and with the times and the revision it had', async () => {
    const outcome = await playhouse.attempt(past, asLoader)
    expect(outcome).toMatchObject({
      rows: [
        {
          state: 'running',
          revision: 9,
          created_on: new Date(then.created_on),
          updated_on: new Date(then.updated_on),
        },
      ],
    })
  })

  test('is refused or written anew for the application and for jobs', async () => {
    for (const role of [asGlobe, asSystem]) {
      expect(await playhouse.attempt(past, role)).toMatchObject({ code: '23514', constraint: 'lifecycle_start' })
      const planned = insert('productions', 900, { ...play, ...then }, ' RETURNING revision, updated_on')
      const outcome = await playhouse.attempt(planned, role)
      expect(outcome).toMatchObject({ rows: [{ revision: 0 }] })
      expect(outcome).not.toMatchObject({ rows: [{ updated_on: new Date(then.updated_on) }] })
    }
  })

  test('is refused where the trigger of life cycles makes no exception', async () => {
    const outcome = await playhouse.attempt(past, { ...asLoader, after: [startsAll] })
    expect(outcome).toMatchObject({ constraint: 'lifecycle_start' })
  })

  test('loses its revision where the trigger that keeps it makes no exception', async () => {
    const outcome = await playhouse.attempt(past, { ...asLoader, after: [keepsAll] })
    expect(outcome).toMatchObject({ rows: [{ revision: 0 }] })
  })

  test('is told to nobody', async () => {
    const after = [become(asLoader), past]
    expect(await playhouse.attempt('SELECT FROM stowage.outbox', { ...asSystem, after })).toMatchObject({ count: 0 })
  })

  test('moves on from there as its life cycle says, by the application', async () => {
    const after = [become(asLoader), past]
    const move = (state: string): string =>
      `UPDATE productions SET state = '${state}' WHERE id = '${uuid(900)}' RETURNING revision`
    expect(await playhouse.attempt(move('closed'), { ...asGlobe, after })).toMatchObject({ rows: [{ revision: 10 }] })
    expect(await playhouse.attempt(move('planned'), { ...asGlobe, after })).toMatchObject({
      constraint: 'lifecycle_move',
    })
  })

  test('may be deleted already, and by whom', async () => {
    const gone = { deleted_on: '2020-01-01T00:00:00Z', updated_by: ids.globePerson }
    const sql = insert('productions', 900, { ...play, ...then, ...gone, state: 'closed' })
    expect(await playhouse.attempt(sql, asLoader)).toMatchObject({ count: 1 })
  })
})

describe('what is only ever added', () => {
  const sold = insert('ticket_sales', 910, { theatre_id: ids.globe, seats: 2, created_on: then.created_on })
  const place = `${sold} RETURNING tableoid::regclass::text AS place`

  test('is loaded too, and changed by nobody', async () => {
    expect(await playhouse.attempt(sold, asLoader)).toMatchObject({ count: 1 })
    const after = [become(asLoader), sold]
    for (const sql of ['UPDATE ticket_sales SET seats = 3', 'DELETE FROM ticket_sales'])
      expect(await playhouse.attempt(sql, { ...asLoader, after })).toMatchObject({ refused: true, code: '42501' })
  })

  test('lies in the partition of its month, once jobs have made those of the years before', async () => {
    expect(await playhouse.attempt(place, asLoader)).toMatchObject({
      rows: [{ place: 'stowage.ticket_sales_default' }],
    })
    const months = `SELECT stowage.ensure_partitions(-12 * (extract(year FROM now())::integer - 2017))`
    const after = [become(asSystem), months]
    expect(await playhouse.attempt(place, { ...asLoader, after })).toMatchObject({
      rows: [{ place: 'stowage.ticket_sales_2018_03' }],
    })
  })

  test('has its months made by jobs alone', async () => {
    const sql = 'SELECT stowage.ensure_partitions(-3)'
    expect(await playhouse.attempt(sql, asLoader)).toMatchObject({ refused: true, code: '42501' })
  })
})

describe('everything else binds the loader', () => {
  const other = { ...play, theatre_id: ids.rose, genre_id: ids.commonGenre }
  const refused: readonly (readonly [string, string, object])[] = [
    ['the tenant', insert('productions', 901, { ...other, ...then }), { code: '42501' }],
    ['a record of nobody', insert('genres', 901, { theatre_id: null, name: 'opera' }), { code: '42501' }],
    ['what belongs to no tenant', insert('seat_plans', 901, { name: 'round' }), { code: '42501' }],
    ['another theatre', insert('theatres', 901, { name: 'Swan' }), { code: '42501' }],
    [
      'a foreign key',
      insert('productions', 901, { ...play, genre_id: uuid(999) }),
      { code: '23503', constraint: 'productions_genre_id_fkey' },
    ],
    [
      'a foreign key within the tenant',
      insert('performances', 901, { theatre_id: ids.globe, production_id: ids.rosePlay }),
      { code: '23503' },
    ],
    [
      'a state that is none',
      insert('productions', 901, { ...play, state: 'dreamt' }),
      { code: '23514', constraint: 'productions_state_check' },
    ],
    ['a public id', insert('productions', 901, { ...play, ref_id: ids.globePlayRef }), { code: '23505' }],
    ['a unique', insert('genres', 901, { theatre_id: ids.globe, name: 'farce' }), { code: '23505' }],
    ['a required column', insert('productions', 901, { ...play, updated_on: null }), { code: '23502' }],
  ]
  test.each(refused)('%s', async (_, sql, error) => {
    expect(await playhouse.attempt(sql, asLoader)).toMatchObject({ refused: true, ...error })
  })

  const commands: readonly (readonly [string, string])[] = [
    ['changes nothing', `UPDATE productions SET title = 'x'`],
    ['moves nothing', `UPDATE productions SET state = 'rehearsing'`],
    ['removes nothing', 'DELETE FROM productions'],
    ['empties nothing', 'TRUNCATE productions'],
    [
      'changes nothing that is there by adding it again',
      insert('productions', 30, play, ` ON CONFLICT (id) DO UPDATE SET title = 'x'`),
    ],
    ['turns no trigger off', 'SET LOCAL session_replication_role = replica'],
    ['adds no legal move', `INSERT INTO stowage.lifecycle_moves VALUES ('productions', 'closed', 'planned')`],
    ['begins no work', 'SELECT FROM stowage.storage_intents'],
  ]
  test.each(commands)('it %s', async (_, sql) => {
    expect(await playhouse.attempt(sql, asLoader)).toMatchObject({ refused: true, code: '42501' })
  })

  test('it sees the rows of the tenant it speaks for', async () => {
    expect(await playhouse.attempt('SELECT id FROM productions', asLoader)).toMatchObject({
      rows: [{ id: ids.globePlay }],
    })
    const blind = { ...asLoader, tenant: '' }
    expect(await playhouse.attempt('SELECT id FROM productions', blind)).toMatchObject({ count: 0 })
    const open = ['ALTER TABLE productions DISABLE ROW LEVEL SECURITY']
    expect(await playhouse.attempt('SELECT id FROM productions', { ...blind, after: open })).toMatchObject({ count: 2 })
  })

  test('it loads the tenant itself before anything else', async () => {
    const swan = { as: 'playhouse_loader', tenant: uuid(3) }
    const sql = insert('theatres', 3, { name: 'Swan', ...then, state: 'closed' }, ' RETURNING state, revision')
    expect(await playhouse.attempt(sql, swan)).toMatchObject({ rows: [{ state: 'closed', revision: 9 }] })
    const after = ['DROP POLICY own_tenant_insert ON theatres']
    expect(await playhouse.attempt(sql, { ...swan, after })).toMatchObject({ code: '42501' })
  })

  test('it names who has left since, as the books do', async () => {
    const gone = `UPDATE people SET deleted_on = now() WHERE id = '${ids.globePerson}'`
    const sql = insert('productions', 901, { ...play, updated_by: ids.globePerson })
    expect(await playhouse.attempt(sql, { ...asLoader, after: [gone] })).toMatchObject({ count: 1 })
  })
})

describe('the role', () => {
  test('is there where the project names one, and can no more than others', () => {
    const database = databaseOf(playhouseModel)
    const role = database && describeDatabase(database).roles.find(({ name }) => name === 'playhouse_loader')
    expect(role).toEqual({
      name: 'playhouse_loader',
      superuser: false,
      bypassRowSecurity: false,
      createRole: false,
      createDatabase: false,
      replication: false,
      memberOf: [],
    })
  })

  test('may read and add, and nothing else, in every table', () => {
    const database = databaseOf(playhouseModel)
    const tables = database?.sections.flatMap((section) => section.tables) ?? []
    const rights = tables.map(({ name, grants }) => [
      name,
      grants.find(({ role }) => role === 'playhouse_loader')?.privileges.join(),
    ])
    expect(Object.fromEntries(rights)).toEqual({
      genres: 'select,insert',
      people: 'select,insert',
      performances: 'select,insert',
      productions: 'select,insert',
      seat_plans: 'select',
      theatres: 'select,insert',
      ticket_sales: 'select,insert',
    })
  })

  test('is not there where the project names none', () => {
    const database = databaseOf(soundModel('test/cases/lifecycle/spec'))
    expect(JSON.stringify(database)).not.toMatch(/loader/)
  })
})
