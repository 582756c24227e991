import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseOf } from '../../../generator/catalog/postgres/index.ts'
import type { GuardedDatabase } from '../../emit/sql/guards/guarded-database.ts'
import { ulid, uuid } from '../../emit/sql/guards/guarded-database.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { asGlobe, asLoader, asRose, asSystem, become, ids, insertInto, makePlayhouse } from './playhouse.ts'

let playhouse: GuardedDatabase

beforeAll(async () => {
  playhouse = await makePlayhouse()
})
afterAll(() => playhouse?.stop())

const digest = `'${'ab'.repeat(32)}'`

const begun = {
  id: `'${uuid(700)}'`,
  tenant_id: `'${ids.globe}'`,
  operation: `'create'`,
  entity: `'Recording'`,
  ref_id: `'${ulid(700)}'`,
  idempotency_key: `'key'`,
  request_hash: digest,
  parts: `'{}'`,
  expires_on: `now() + interval '1 hour'`,
}

const kept = {
  bucket: `'archive'`,
  key: `'theatres/x/recordings/y/z.mp4'`,
  tenant_id: `'${ids.globe}'`,
  entity: `'Recording'`,
  object: `'film'`,
  ref_id: `'${ulid(700)}'`,
  sha256: digest,
  size: '17',
  content_type: `'video/mp4'`,
}

const rows = { storage_intents: begun, stored_objects: kept } as const
const tables = ['storage_intents', 'stored_objects'] as const

describe.each(tables)('%s', (table) => {
  const add = insertInto(table, rows[table])
  const read = `SELECT FROM stowage.${table}`
  const change = table === 'storage_intents' ? `state = 'committed'` : `content_type = 'video/webm'`
  const there = [become(asGlobe), add]

  test('is written and read by its tenant', async () => {
    expect(await playhouse.attempt(add, asGlobe)).toMatchObject({ count: 1 })
    expect(await playhouse.attempt(read, { ...asGlobe, after: there })).toMatchObject({ count: 1 })
    const update = `UPDATE stowage.${table} SET ${change}`
    expect(await playhouse.attempt(update, { ...asGlobe, after: there })).toMatchObject({ count: 1 })
  })

  test('is neither seen nor changed nor given away by another', async () => {
    const rose = { ...asRose, after: there }
    expect(await playhouse.attempt(read, rose)).toMatchObject({ count: 0 })
    expect(await playhouse.attempt(`UPDATE stowage.${table} SET ${change}`, rose)).toMatchObject({ count: 0 })
    expect(await playhouse.attempt(add, asRose)).toMatchObject({ refused: true, code: '42501' })
    const give = `UPDATE stowage.${table} SET tenant_id = '${ids.rose}'`
    expect(await playhouse.attempt(give, { ...asGlobe, after: there })).toMatchObject({ code: '42501' })
    const nobodys = insertInto(table, { ...rows[table], tenant_id: 'NULL' })
    expect(await playhouse.attempt(nobodys, asGlobe)).toMatchObject({ refused: true, code: '42501' })
  })

  test('is seen by another where its policy is gone', async () => {
    const open = [...there, 'RESET ROLE', `ALTER TABLE stowage.${table} DISABLE ROW LEVEL SECURITY`]
    expect(await playhouse.attempt(read, { ...asRose, after: open })).toMatchObject({ count: 1 })
  })

  test('shows nothing to whoever speaks for no tenant, nor to its owner', async () => {
    expect(await playhouse.attempt(read, { as: 'playhouse_app', tenant: '', after: there })).toMatchObject({ count: 0 })
    expect(await playhouse.attempt(read, { as: 'playhouse_owner', after: there })).toMatchObject({ count: 0 })
  })

  test('is seen and cleared by jobs, whoever’s it is', async () => {
    const jobs = { ...asSystem, after: there }
    expect(await playhouse.attempt(read, jobs)).toMatchObject({ count: 1 })
    expect(await playhouse.attempt(`DELETE FROM stowage.${table}`, jobs)).toMatchObject({ count: 1 })
    const nobodys = insertInto(table, { ...rows[table], tenant_id: 'NULL' })
    expect(await playhouse.attempt(nobodys, asSystem)).toMatchObject({ count: 1 })
  })

  test('is copied by backups, which write nothing', async () => {
    const backup = { as: 'playhouse_backup', after: there }
    expect(await playhouse.attempt(read, backup)).toMatchObject({ count: 1 })
    expect(await playhouse.attempt(`DELETE FROM stowage.${table}`, backup)).toMatchObject({ code: '42501' })
  })

  test('is not emptied, nor referred to, nor guarded otherwise by the application', async () => {
    for (const sql of [`TRUNCATE stowage.${table}`, `ALTER TABLE stowage.${table} DISABLE TRIGGER ALL`])
      expect(await playhouse.attempt(sql, asGlobe)).toMatchObject({ refused: true, code: '42501' })
  })

  const wrong: Readonly<Record<(typeof tables)[number], readonly (readonly [string, string])[]>> = {
    storage_intents: [
      ['operation', `'destroy'`],
      ['state', `'done'`],
      ['ref_id', `'8ZZZZZZZZZZZZZZZZZZZZZZZZZ'`],
      ['request_hash', `'${'AB'.repeat(32)}'`],
      ['parts', `'[]'`],
    ],
    stored_objects: [
      ['ref_id', `'${'0'.repeat(25)}'`],
      ['sha256', `'${'xy'.repeat(32)}'`],
      ['size', '-1'],
    ],
  }
  test.each(wrong[table])('refuses %s as %s, by a check of that column', async (column, value) => {
    const sql = insertInto(table, { ...rows[table], [column]: value })
    const constraint = `${table}_${column}_check`
    expect(await playhouse.attempt(sql, asGlobe)).toMatchObject({ code: '23514', constraint })
    const after = [`ALTER TABLE stowage.${table} DROP CONSTRAINT ${constraint}`]
    expect(await playhouse.attempt(sql, { ...asGlobe, after })).toMatchObject({ count: 1 })
  })
})

describe('work that is tried again', () => {
  const add = insertInto('storage_intents', begun)
  const again = insertInto('storage_intents', { ...begun, id: `'${uuid(701)}'` })
  const constraint = 'storage_intents_tenant_id_idempotency_key_key'

  test('meets what it began by its key', async () => {
    expect(await playhouse.attempt(again, { ...asGlobe, after: [become(asGlobe), add] })).toMatchObject({ constraint })
  })

  test('is another tenant’s own under the same key', async () => {
    const other = insertInto('storage_intents', { ...begun, id: `'${uuid(701)}'`, tenant_id: `'${ids.rose}'` })
    expect(await playhouse.attempt(other, { ...asRose, after: [become(asGlobe), add] })).toMatchObject({ count: 1 })
  })

  test('meets what belongs to no tenant too', async () => {
    const [first, second] = [700, 701].map((number) =>
      insertInto('storage_intents', { ...begun, id: `'${uuid(number)}'`, tenant_id: 'NULL' }),
    )
    const after = [become(asSystem), first ?? '']
    expect(await playhouse.attempt(second ?? '', { ...asSystem, after })).toMatchObject({ constraint })
  })

  test('is never removed by the application', async () => {
    const remove = 'DELETE FROM stowage.storage_intents'
    expect(await playhouse.attempt(remove, asGlobe)).toMatchObject({ refused: true, code: '42501' })
  })

  const searches: readonly (readonly [string, string])[] = [
    [`state IN ('pending', 'locked') AND expires_on < now()`, 'storage_intents_expires_on_idx'],
    [`state = 'aborted' AND swept_on < now()`, 'storage_intents_swept_on_idx'],
    [`state IN ('committed', 'collected') AND settled_on < now()`, 'storage_intents_done_idx'],
    [`swept_on IS NULL AND state IN ('committed', 'aborted') AND settled_on < now()`, 'storage_intents_settled_on_idx'],
  ]
  test.each(searches)('is found by jobs where %s, by an index', async (where, index) => {
    const sql = `EXPLAIN SELECT id FROM stowage.storage_intents WHERE ${where}`
    const outcome = await playhouse.attempt(sql, { ...asSystem, after: ['SET LOCAL enable_seqscan = off'] })
    expect(JSON.stringify(outcome)).toContain(index)
  })
})

test('an object that is loaded is known to be there, and no other of its facts is touched', async () => {
  expect(await playhouse.attempt(insertInto('stored_objects', kept), asLoader)).toMatchObject({ count: 1 })
  const foreign = insertInto('stored_objects', { ...kept, tenant_id: `'${ids.rose}'` })
  expect(await playhouse.attempt(foreign, asLoader)).toMatchObject({ refused: true, code: '42501' })
  for (const sql of ['DELETE FROM stowage.stored_objects', `UPDATE stowage.stored_objects SET size = 1`])
    expect(await playhouse.attempt(sql, asLoader)).toMatchObject({ refused: true, code: '42501' })
})

describe('there are', () => {
  const internal = (folder: string): readonly string[] =>
    databaseOf(soundModel(folder))?.internalTables.map(({ name }) => name) ?? []

  test('tables for split work where something is split, and an outbox where something moves', () => {
    expect(internal('test/cases/audit-and-loading/spec')).toEqual(['lifecycle_moves', 'outbox', ...tables])
    expect(internal('test/cases/split-entity/spec')).toEqual(tables)
    expect(internal('test/cases/lifecycle/spec')).toEqual(['lifecycle_moves', 'outbox'])
    expect(internal('test/cases/postgres-only/spec')).toEqual([])
  })

  test('no policies where the application keeps tenants apart, or where there are none', () => {
    const guarded = (folder: string): readonly boolean[] =>
      (databaseOf(soundModel(folder))?.internalTables ?? []).map(({ rowSecurity }) => rowSecurity !== undefined)
    expect(guarded('test/emit/sql/guards/clinic')).toEqual([false, false])
    expect(guarded('test/cases/no-tenancy/spec').includes(true)).toBe(false)
  })
})
