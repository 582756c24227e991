import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GuardedDatabase, Outcome } from '../../emit/sql/guards/guarded-database.ts'
import { asGlobe, asLoader, asRose, asSystem, become, ids, insertInto, makePlayhouse } from './playhouse.ts'

let playhouse: GuardedDatabase

beforeAll(async () => {
  playhouse = await makePlayhouse()
})
afterAll(() => playhouse?.stop())

const rehearse = `UPDATE productions SET state = 'rehearsing' WHERE id = '${ids.globePlay}'`
const actor = `SET LOCAL app.actor = '{"kind": "agent", "id": "run-7"}'`

/** What the outbox holds after statements of the application, as jobs see it. */
async function told(...statements: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const outcome = await playhouse.attempt(
    'SELECT tenant_id, topic, id::text, dedupe_key, payload, delivered_on, attempts FROM stowage.outbox ORDER BY position',
    { ...asSystem, after: [become(asGlobe), ...statements] },
  )
  if (outcome.refused) throw new Error(outcome.message)
  return outcome.rows
}

describe('a move', () => {
  test('is told once, with who made it, in the transaction that made it', async () => {
    expect(await told(actor, rehearse)).toEqual([
      {
        tenant_id: ids.globe,
        topic: 'lifecycle.move',
        id: expect.any(String),
        dedupe_key: expect.any(String),
        payload: {
          entity: 'Production',
          table: 'productions',
          ref_id: ids.globePlayRef,
          field: 'state',
          from: 'planned',
          to: 'rehearsing',
          actor: { kind: 'agent', id: 'run-7' },
          user_id: null,
        },
        delivered_on: null,
        attempts: 0,
      },
    ])
  })

  test('names the user that the row names, and no actor where none is known', async () => {
    const by = rehearse.replace('SET', `SET updated_by = '${ids.globePerson}',`)
    expect(await told(by)).toMatchObject([{ payload: { actor: null, user_id: ids.globePerson } }])
    expect(await told(`SET LOCAL app.actor = ''`, rehearse)).toMatchObject([{ payload: { actor: null } }])
  })

  test('and the next one have keys of their own: those of their events', async () => {
    const run = `UPDATE productions SET state = 'running' WHERE id = '${ids.globePlay}'`
    const [one, other] = await told(rehearse, run)
    expect([one?.dedupe_key, other?.dedupe_key]).toEqual([one?.id, other?.id])
    expect(other?.id).not.toBe(one?.id)
  })

  test('of a row without a revision is told too', async () => {
    const play = `UPDATE performances SET state = 'played' WHERE id = '${ids.evening}'`
    expect(await told(play)).toMatchObject([{ payload: { entity: 'Performance', to: 'played', user_id: null } }])
  })

  test('of the tenant itself is its own; of what all share, nobody’s', async () => {
    const close = `UPDATE theatres SET state = 'closed' WHERE id = '${ids.globe}'`
    expect(await told(close)).toMatchObject([{ tenant_id: ids.globe, payload: { ref_id: ids.globeRef } }])
    const use = `UPDATE genres SET state = 'used' WHERE id = '${ids.commonGenre}'`
    expect(await told(become(asSystem), use)).toMatchObject([{ tenant_id: null, payload: { entity: 'Genre' } }])
  })

  const others: readonly (readonly [string, string])[] = [
    [
      'MERGE',
      `MERGE INTO productions USING (VALUES (1)) AS v (x) ON id = '${ids.globePlay}'
       WHEN MATCHED THEN UPDATE SET state = 'rehearsing'`,
    ],
    [
      'an upsert',
      `INSERT INTO productions (id, ref_id, theatre_id, title, genre_id)
       SELECT id, ref_id, theatre_id, title, genre_id FROM productions WHERE id = '${ids.globePlay}'
       ON CONFLICT (id) DO UPDATE SET state = 'rehearsing'`,
    ],
    ['an update of many', `UPDATE productions SET state = 'rehearsing'`],
  ]
  test.each(others)('by %s is told as well', async (_, sql) => {
    expect(await told(sql)).toMatchObject([{ payload: { from: 'planned', to: 'rehearsing' } }])
  })

  test('made by a trigger of somebody’s own is told as well', async () => {
    const fires = `CREATE FUNCTION public.along() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.state := 'rehearsing'; RETURN NEW; END $$;
      CREATE TRIGGER along BEFORE UPDATE ON productions FOR EACH ROW EXECUTE FUNCTION public.along()`
    const change = `UPDATE productions SET title = 'King Lear' WHERE id = '${ids.globePlay}'`
    expect(await told('RESET ROLE', fires, become(asGlobe), change)).toMatchObject([{ payload: { to: 'rehearsing' } }])
  })

  test('that is none is not told', async () => {
    const change = `UPDATE productions SET title = 'King Lear', state = 'planned' WHERE id = '${ids.globePlay}'`
    expect(await told(change)).toEqual([])
  })

  test('that is undone is not told', async () => {
    expect(await told('SAVEPOINT before', rehearse, 'ROLLBACK TO SAVEPOINT before', become(asGlobe))).toEqual([])
  })

  test('that is illegal leaves nothing behind', async () => {
    const jump = rehearse.replace('rehearsing', 'running')
    expect(await playhouse.attempt(jump, asGlobe)).toMatchObject({ constraint: 'lifecycle_move' })
  })

  test('by whoever gives no actor that can be read is refused', async () => {
    const outcome = await playhouse.attempt(rehearse, { ...asGlobe, after: [`SET LOCAL app.actor = 'somebody'`] })
    expect(outcome).toMatchObject({ refused: true, code: '22P02' })
  })

  test('is not told without its trigger', async () => {
    const off = 'ALTER TABLE productions DISABLE TRIGGER record_move'
    expect(await told('RESET ROLE', off, become(asGlobe), rehearse)).toEqual([])
  })

  test('fails where the owner may not write, since row level security binds it too', async () => {
    const after = ['DROP POLICY record_move ON stowage.outbox']
    expect(await playhouse.attempt(rehearse, { ...asGlobe, after, fresh: true })).toMatchObject({ code: '42501' })
  })

  test('fails where its function runs with the rights of the application', async () => {
    const after = ['ALTER FUNCTION stowage.record_move() SECURITY INVOKER']
    expect(await playhouse.attempt(rehearse, { ...asGlobe, after, fresh: true })).toMatchObject({ code: '42501' })
  })
})

describe('the outbox', () => {
  const event = insertInto('outbox', {
    tenant_id: `'${ids.globe}'`,
    topic: `'lifecycle.move'`,
    dedupe_key: `'made up'`,
    payload: `'{}'`,
  })
  const touches: readonly (readonly [string, string])[] = [
    ['read', 'SELECT FROM stowage.outbox'],
    ['written', event],
    ['changed', 'UPDATE stowage.outbox SET attempts = 1'],
    ['emptied', 'DELETE FROM stowage.outbox'],
    ['truncated', 'TRUNCATE stowage.outbox'],
    ['counted by its sequence', `SELECT nextval('stowage.outbox_position_seq')`],
    ['read by a copy', 'COPY stowage.outbox TO STDOUT'],
  ]
  test.each(touches)('is not %s by the application, nor by the loader', async (_, sql) => {
    for (const role of [asGlobe, asLoader])
      expect(await playhouse.attempt(sql, role)).toMatchObject({ refused: true, code: '42501' })
  })

  test('is kept from a tenant by policies too, where somebody grants too much', async () => {
    const after = ['GRANT SELECT, INSERT ON stowage.outbox TO playhouse_app', become(asGlobe), rehearse, 'RESET ROLE']
    expect(await playhouse.attempt('SELECT FROM stowage.outbox', { ...asRose, after })).toMatchObject({ count: 0 })
    expect(await playhouse.attempt('SELECT FROM stowage.outbox', { ...asGlobe, after })).toMatchObject({ count: 0 })
    expect(await playhouse.attempt(event, { ...asGlobe, after })).toMatchObject({ code: '42501' })
    const open = [...after, 'ALTER TABLE stowage.outbox DISABLE ROW LEVEL SECURITY']
    expect(await playhouse.attempt('SELECT FROM stowage.outbox', { ...asRose, after: open })).toMatchObject({
      count: 1,
    })
  })

  test('takes events from the owner’s function alone, which the application cannot call or attach', async () => {
    const call = 'SELECT stowage.record_move()'
    expect(await playhouse.attempt(call, asGlobe)).toMatchObject({ refused: true, code: '42501' })
    const attach = `CREATE TABLE mine (id integer);
      CREATE TRIGGER mine AFTER UPDATE ON mine FOR EACH ROW EXECUTE FUNCTION stowage.record_move('a', 'b', 'c', '', '', '')`
    const after = ['GRANT CREATE ON SCHEMA public TO playhouse_app']
    expect(await playhouse.attempt(attach, { ...asGlobe, after })).toMatchObject({ refused: true, code: '42501' })
  })

  test('is not read by its owner either', async () => {
    const after = [become(asGlobe), rehearse]
    const owner = { as: 'playhouse_owner', after }
    expect(await playhouse.attempt('SELECT FROM stowage.outbox', owner)).toMatchObject({ count: 0 })
  })

  test('is delivered and cleared by jobs, which add nothing', async () => {
    const after = [become(asGlobe), rehearse]
    const jobs = { ...asSystem, after }
    const deliver = 'UPDATE stowage.outbox SET delivered_on = now(), attempts = attempts + 1'
    expect(await playhouse.attempt(deliver, jobs)).toMatchObject({ count: 1 })
    expect(await playhouse.attempt('DELETE FROM stowage.outbox', jobs)).toMatchObject({ count: 1 })
    expect(await playhouse.attempt(event, jobs)).toMatchObject({ refused: true, code: '42501' })
  })

  test('holds an event once', async () => {
    const after = [event]
    expect(await playhouse.attempt(event, { after })).toMatchObject({ constraint: 'outbox_dedupe_key_key' })
    const open = ['ALTER TABLE stowage.outbox DROP CONSTRAINT outbox_dedupe_key_key', ...after]
    expect(await playhouse.attempt(event, { after: open })).toMatchObject({ count: 1 })
  })

  test('is copied with its sequence by backups', async () => {
    const backup = { as: 'playhouse_backup', after: [become(asGlobe), rehearse] }
    const sql = 'SELECT last_value FROM stowage.outbox_position_seq WHERE EXISTS (SELECT FROM stowage.outbox)'
    const outcome: Outcome = await playhouse.attempt(sql, backup)
    expect(outcome).toMatchObject({ refused: false, count: 1 })
  })

  test('is looked through by an index, as jobs', async () => {
    const sql = 'EXPLAIN SELECT id FROM stowage.outbox WHERE delivered_on IS NULL ORDER BY position LIMIT 100'
    const outcome = await playhouse.attempt(sql, {
      ...asSystem,
      after: ['SET LOCAL enable_seqscan = off', 'SET LOCAL enable_bitmapscan = off'],
    })
    expect(JSON.stringify(outcome)).toContain('Index Scan using outbox_position_idx')
  })
})
