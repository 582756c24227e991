import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soundModel } from '../../../support/analyze-folder.ts'
import { type GuardedDatabase, guardedDatabase, insert, outcomeOf, ulid, uuid } from './guarded-database.ts'

const folder = (name: string): string => join(import.meta.dirname, name)

describe('a project whose application keeps its tenants apart, with names of its own', () => {
  let clinic: GuardedDatabase
  const web = { as: 'guarded_clinic_web' }
  const row = (table: string, number: number, values: Readonly<Record<string, string | number | null>>): string =>
    insert(
      `"${table}"`,
      number,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [`"${name}"`, value])),
    ).replace('(id, ref_id', '("uid", "code"')

  beforeAll(async () => {
    clinic = await guardedDatabase(soundModel(folder('clinic')))
    await clinic.run(row('Practice', 1, { name: 'First' }))
    await clinic.run(row('Practice', 2, { name: 'Second' }))
    for (const [number, practice] of [
      [11, 1],
      [12, 2],
    ] as const)
      await clinic.run(row('Ward', number, { practiceUid: uuid(practice), group: 'A' }))
    await clinic.run(row('Bed', 21, { practiceUid: uuid(1), wardUid: uuid(11) }))
  })
  afterAll(() => clinic?.stop())

  test('has roles and grants, and no row level security', async () => {
    expect(await clinic.run('SELECT FROM pg_policy')).toEqual([])
    expect(await clinic.run('SELECT FROM pg_class WHERE relrowsecurity')).toEqual([])
    expect(await clinic.attempt('SELECT FROM "Ward"', web)).toMatchObject({ count: 2 })
    expect(await clinic.attempt('TRUNCATE "Bed"', web)).toMatchObject({ refused: true, code: '42501' })
    expect(await clinic.attempt('DELETE FROM "Practice"', web)).toMatchObject({ refused: true, code: '42501' })
  })

  test('keeps what changes from where the spec begins, each table by its own', async () => {
    const kept = ' RETURNING version, "changedAt"'
    const nurse = row('Nurse', 31, { practiceUid: uuid(1), name: 'Ann', version: 50 })
    expect(await clinic.attempt(nurse + kept, web)).toMatchObject({ rows: [{ version: '7', changedAt: null }] })
    const bed = row('Bed', 32, { practiceUid: uuid(1), wardUid: uuid(11), version: 50 })
    expect(await clinic.attempt(bed + kept, web)).toMatchObject({ rows: [{ version: '1', changedAt: null }] })
    const update = `UPDATE "Bed" SET version = 90${kept}`
    expect(await clinic.attempt(update, web)).toMatchObject({ rows: [{ version: '2', changedAt: expect.any(Date) }] })
  })

  test('keeps to its life cycles, whose column has a name that SQL has taken', async () => {
    expect(await clinic.attempt(`UPDATE "Bed" SET "order" = 'table'`, web)).toMatchObject({
      code: '23514',
      table: 'Bed',
      column: 'order',
      constraint: 'lifecycle_move',
    })
    expect(await clinic.attempt(`UPDATE "Bed" SET "order" = 'taken'`, web)).toMatchObject({ refused: false, count: 1 })
  })

  test('keeps live rows from deleted ones, and references within a tenant', async () => {
    const gone = `UPDATE "Ward" SET "goneAt" = now() WHERE uid = '${uuid(11)}'`
    expect(await clinic.attempt(gone, web)).toMatchObject({ code: '23001', table: 'Bed', column: 'wardUid' })
    const foreign = row('Bed', 33, { practiceUid: uuid(1), wardUid: uuid(12) })
    expect(await clinic.attempt(foreign, web)).toMatchObject({ code: '23503', table: 'Bed' })
    const fixed = `UPDATE "Bed" SET "practiceUid" = '${uuid(2)}', "wardUid" = '${uuid(12)}'`
    expect(await clinic.attempt(fixed, web)).toMatchObject({ constraint: 'immutable', column: 'practiceUid' })
  })
})

describe('a project without tenants', () => {
  let depot: GuardedDatabase

  beforeAll(async () => {
    depot = await guardedDatabase(soundModel(folder('depot')))
    await depot.run(insert('shelves', 1, { label: 'A' }))
    await depot.run(insert('crates', 2, { shelf_id: uuid(1) }))
    await depot.run(insert('weighings', 3, { crate_id: uuid(2), grams: 5 }))
  })
  afterAll(() => depot?.stop())

  test('has neither policies nor functions for a tenant that is not known', async () => {
    expect(await depot.run('SELECT FROM pg_policy')).toEqual([])
    expect(
      await depot.run(`SELECT FROM pg_proc WHERE proname LIKE 'find%' AND pronamespace = 'stowage'::regnamespace`),
    ).toEqual([])
    expect(await depot.run(`SELECT FROM pg_roles WHERE rolname LIKE 'guarded_depot%'`)).toEqual([])
  })

  test.each([
    ['a life cycle', insert('crates', 4, { shelf_id: uuid(1), state: 'sealed' }), '23514'],
    ['a key', `UPDATE crates SET ref_id = '${ulid(9)}'`, '23001'],
    ['a live row', `UPDATE shelves SET deleted_on = now()`, '23001'],
    ['what is only added', `UPDATE weighings SET grams = 6`, '23001'],
    ['a partition', `TRUNCATE stowage.weighings_default`, '23001'],
  ])('guards %s all the same', async (_, sql, code) => {
    expect(await depot.attempt(sql)).toMatchObject({ refused: true, code })
  })

  test('works for a user who is granted the tables and nothing else', async () => {
    const client = await depot.connect()
    await client.query(`BEGIN; CREATE ROLE guarded_depot_worker; GRANT USAGE ON SCHEMA public, stowage TO guarded_depot_worker;
      GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO guarded_depot_worker;
      GRANT SELECT ON stowage.lifecycle_moves TO guarded_depot_worker; SET LOCAL ROLE guarded_depot_worker`)
    for (const sql of [
      insert('crates', 5, { shelf_id: uuid(1) }),
      `UPDATE crates SET state = 'sealed' WHERE id = '${uuid(5)}'`,
      insert('weighings', 6, { crate_id: uuid(5), grams: 1 }),
    ])
      expect(await outcomeOf(client, sql)).toMatchObject({ refused: false, count: 1 })
    await client.query('ROLLBACK')
  })
})

describe('a project whose tenants are documents', () => {
  let fleet: GuardedDatabase
  const [red, blue] = [ulid(1), ulid(2)]
  const app = 'guarded_fleet_app'

  beforeAll(async () => {
    fleet = await guardedDatabase(soundModel(folder('fleet')))
    await fleet.run(insert('routes', 11, { fleet_id: null, name: 'Ring' }))
    await fleet.run(insert('routes', 12, { fleet_id: red, name: 'Mill' }))
    await fleet.run(insert('vans', 21, { fleet_id: red, plate: 'R 1', route_id: uuid(12) }))
    await fleet.run(insert('vans', 22, { fleet_id: blue, plate: 'B 1', route_id: uuid(11) }))
  })
  afterAll(() => fleet?.stop())

  test('keeps them apart by their public ids', async () => {
    expect(await fleet.attempt('SELECT plate FROM vans', { as: app, tenant: red })).toMatchObject({
      rows: [{ plate: 'R 1' }],
    })
    expect(await fleet.attempt('SELECT name FROM routes', { as: app, tenant: blue })).toMatchObject({
      rows: [{ name: 'Ring' }],
    })
    const theirs = insert('vans', 23, { fleet_id: red, plate: 'R 2' })
    expect(await fleet.attempt(theirs, { as: app, tenant: blue })).toMatchObject({ refused: true, code: '42501' })
    const across = `UPDATE vans SET route_id = '${uuid(12)}'`
    expect(await fleet.attempt(across, { as: app, tenant: blue })).toMatchObject({ code: '23503', column: 'route_id' })
  })

  test('finds them by an index of the tenant', async () => {
    const after = ['SET LOCAL enable_seqscan = off']
    const outcome = await fleet.attempt('EXPLAIN (COSTS OFF) SELECT FROM vans', { as: app, tenant: red, after })
    const plan = outcome.refused ? '' : outcome.rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/Index Cond: \(fleet_id = /)
  })

  test('looks them up before they are known', async () => {
    const outcome = await fleet.attempt(`SELECT * FROM stowage.find_vans_by_plate('B 1')`, { as: app })
    expect(outcome).toMatchObject({ rows: [{ tenant_id: blue, ref_id: ulid(22) }] })
  })
})
