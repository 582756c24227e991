import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { basis, modelOf } from '../prisma/spec-of.ts'
import { type GuardedDatabase, guardedDatabase, insert, ulid, uuid } from './guards/guarded-database.ts'

/** A sawmill: what its columns let in, and what they refuse. */
const spec = `${basis.replace('name: string(100)', 'name: string(100), first_board: ref(Board)?')}
  Board:
    use: [base_fields]
    postgres:
      why: counted
      fields:
        label: { type: string(5), default: "it's" }
        grade: { type: OrderStatus, default: draft }
        grades: { type: "OrderStatus[]", default: [] }
        width: { type: int, min: 1, max: 600, default: 20 }
        widths: { type: "int[]", min: 1, max: 600, default: [] }
        price: { type: "decimal(6,2)", min: 0.5, optional: true }
        code: { type: 'string(20)?', pattern: '^[a-z]\\w*$' }
        codes: { type: "string(20)[]", pattern: '^[a-z]\\w*$', default: [] }
        tree: ulid?
        trees: { type: "ulid[]", default: [] }
        photo: object_id?
        line: Line?
        lines: "Line[]?"
        free: json?
        dried_on: { type: timestamp, default: now }
        sawn_on: date?
        wet: { type: boolean, default: false }
        weight: { type: float, default: 1.5 }
  Rack:
    use: [base_fields, soft_delete_fields]
    postgres: { why: counted, fields: { name: string(20), place: { type: "string(20)?", unique: true } } }
  Pattern:
    use: [base_fields]
    tenancy: { mode: shared, why: some are for all }
    postgres:
      why: counted
      fields:
        slug: { type: string(20), unique: true }
        alias: { type: "string(20)?", unique: true }
        made_on: { type: ref(Rack)?, inverse: patterns, on_delete: set_null }
      indexes: [[made_on]]
  Stamp:
    use: [base_fields, soft_delete_fields]
    tenancy: { mode: shared, why: some are for all }
    postgres: { why: counted, fields: { code: { type: "string(20)?", unique: true } } }
`

let database: GuardedDatabase
const tenant = uuid(1)

beforeAll(async () => {
  database = await guardedDatabase(modelOf(spec))
  await database.run(`INSERT INTO tenants (id, ref_id, name) VALUES ('${tenant}', '${ulid(1)}', 'north')`)
  await database.run(`INSERT INTO tenants (id, ref_id, name) VALUES ('${uuid(2)}', '${ulid(2)}', 'south')`)
}, 60_000)

afterAll(() => database?.stop())

function board(values: Readonly<Record<string, string | number | null>>, returning = ''): string {
  return insert('boards', 10, { tenant_id: tenant, ...values }, returning)
}

const id24 = 'a'.repeat(24)
const word = 'sp_\u00e4ne'

describe('a column lets in what the field says', () => {
  test.each([
    ['label', 'oak'],
    ['grade', 'sent'],
    ['grades', '{sent,draft}'],
    ['grades', '{}'],
    ['width', 600],
    ['widths', '{1,600}'],
    ['price', 0.5],
    ['code', 'a_1'],
    ['codes', '{abc,d}'],
    ['tree', `7${'Z'.repeat(25)}`],
    ['trees', `{${ulid(5)},${ulid(6)}}`],
    ['photo', id24],
    ['line', '{"title": "x"}'],
    ['lines', '[]'],
    ['free', '"anything"'],
  ])('%s: %s', async (column, value) => {
    expect(await database.attempt(board({ [column]: value }))).toMatchObject({ refused: false, count: 1 })
  })

  test.each([
    ['grade', 'lost'],
    ['grade', 'Draft'],
    ['grades', '{sent,lost}'],
    ['grades', '{sent,NULL}'],
    ['width', 0],
    ['width', 601],
    ['widths', '{5,601}'],
    ['widths', '{0}'],
    ['widths', '{5,NULL}'],
    ['price', 0.49],
    ['code', 'A'],
    ['code', word],
    ['codes', '{abc,A}'],
    ['codes', '{abc,NULL}'],
    ['tree', `8${'Z'.repeat(25)}`],
    ['tree', ulid(5).toLowerCase().replace('01', '0i')],
    ['tree', '01'],
    ['trees', `{${ulid(5)},${'U'.repeat(26)}}`],
    ['photo', 'A'.repeat(24)],
    ['line', '[]'],
    ['line', '"x"'],
    ['lines', '{}'],
  ])('and refuses %s: %s, by its check', async (column, value) => {
    expect(await database.attempt(board({ [column]: value }))).toMatchObject({
      refused: true,
      code: '23514',
      table: 'boards',
      constraint: `boards_${column}_check`,
    })
  })

  test.each([
    ['label', 'longer', '22001'],
    ['label', null, '23502'],
    ['widths', '{{1,2},{3,4}}', '0A000'],
    ['id', null, '23502'],
  ])('and %s: %s, by its type', async (column, value, code) => {
    expect(await database.attempt(board({ [column]: value }))).toMatchObject({ refused: true, code })
  })
})

test('what is left out starts as the spec says; ids start as nothing', async () => {
  const dried = "dried_on BETWEEN now() - interval '1 ms' AND now() + interval '1 ms' AS dried"
  const columns = `label, grade, grades, width, widths, codes, trees, lines, wet, weight, ${dried}`
  const outcome = await database.attempt(board({}, ` RETURNING ${columns}`))
  expect(outcome).toMatchObject({
    rows: [
      {
        label: "it's",
        grade: 'draft',
        grades: [],
        width: 20,
        widths: [],
        codes: [],
        trees: [],
        lines: null,
        wet: false,
        weight: 1.5,
        dried: true,
      },
    ],
  })
  const starts = await database.run(
    `SELECT column_name FROM information_schema.columns
     WHERE table_name = 'boards' AND column_name IN ('id', 'ref_id') AND column_default IS NOT NULL`,
  )
  expect(starts).toEqual([])
})

describe('a unique', () => {
  const pattern = (number: number, values: Readonly<Record<string, string | null>>): string =>
    insert('patterns', number, { tenant_id: null, slug: `s${number}`, ...values })

  test('holds among the records that all tenants share, as within a tenant, and not between them', async () => {
    const taken = [pattern(20, { slug: 'star' }), pattern(21, { slug: 'star', tenant_id: tenant })]
    for (const owner of [null, tenant])
      expect(await database.attempt(pattern(22, { slug: 'star', tenant_id: owner }), { after: taken })).toMatchObject({
        code: '23505',
        constraint: 'patterns_tenant_id_slug_key',
      })
    expect(await database.attempt(pattern(22, { slug: 'star', tenant_id: uuid(2) }), { after: taken })).toMatchObject({
      refused: false,
    })
  })

  test('never holds between records that leave its field empty, shared or not', async () => {
    for (const owner of [null, tenant]) {
      const first = pattern(20, { tenant_id: owner, alias: null })
      expect(await database.attempt(pattern(21, { tenant_id: owner, alias: null }), { after: [first] })).toMatchObject({
        refused: false,
      })
      const named = pattern(20, { tenant_id: owner, alias: 'sun' })
      expect(await database.attempt(pattern(21, { tenant_id: owner, alias: 'sun' }), { after: [named] })).toMatchObject(
        {
          code: '23505',
          constraint: owner === null ? 'patterns_tenant_id_alias_key_shared' : 'patterns_tenant_id_alias_key',
        },
      )
    }
  })

  test('of records that tenants share and that are marked as deleted holds among the live ones, empty or not', async () => {
    for (const owner of [null, tenant]) {
      const stamp = (number: number, code: string | null, deleted: string | null = null): string =>
        insert('stamps', number, { tenant_id: owner, code, deleted_on: deleted })
      const outcomes = [
        await database.attempt(stamp(71, 'a'), { after: [stamp(70, 'a')] }),
        await database.attempt(stamp(71, 'a'), { after: [stamp(70, 'a', '2026-01-01')] }),
        await database.attempt(stamp(71, null), { after: [stamp(70, null)] }),
      ]
      expect(outcomes).toMatchObject([
        { refused: true, constraint: 'stamps_tenant_id_code_key' },
        { refused: false },
        { refused: false },
      ])
    }
  })

  test('of records that are marked as deleted holds among the live ones', async () => {
    const rack = (number: number, deleted: string | null): string =>
      insert('racks', number, { tenant_id: tenant, name: 'rack', place: 'left', deleted_on: deleted })
    expect(await database.attempt(rack(31, null), { after: [rack(30, null)] })).toMatchObject({
      code: '23505',
      constraint: 'racks_tenant_id_place_key',
    })
    expect(await database.attempt(rack(31, null), { after: [rack(30, '2026-01-01')] })).toMatchObject({
      refused: false,
    })
    const live = await database.attempt('SELECT id FROM live_racks', {
      after: [rack(30, '2026-01-01'), rack(31, null)],
    })
    expect(live).toMatchObject({ rows: [{ id: uuid(31) }] })
  })
})

describe('a reference', () => {
  const rack = (owner: string): string => insert('racks', 40, { tenant_id: owner, name: 'rack' })
  const pattern = (owner: string | null): string =>
    insert('patterns', 41, { tenant_id: owner, slug: 's', made_on_id: uuid(40) })

  test('stays within the tenant', async () => {
    expect(await database.attempt(pattern(tenant), { after: [rack(tenant)] })).toMatchObject({ refused: false })
    expect(await database.attempt(pattern(tenant), { after: [rack(uuid(2))] })).toMatchObject({
      code: '23503',
      constraint: 'patterns_tenant_id_made_on_id_fkey',
    })
  })

  test('of a record that all tenants share never leads to one of a tenant', async () => {
    expect(await database.attempt(pattern(null), { after: [rack(tenant)] })).toMatchObject({
      code: '23514',
      constraint: 'patterns_made_on_id_check',
    })
  })

  test('is emptied with its target, and leaves the tenant as it is', async () => {
    const gone = [rack(tenant), pattern(tenant), `DELETE FROM racks WHERE id = '${uuid(40)}'`]
    const left = await database.attempt('SELECT tenant_id, made_on_id FROM patterns', { after: gone })
    expect(left).toMatchObject({ rows: [{ tenant_id: tenant, made_on_id: null }] })
  })

  test('of the tenant itself leads to records of that tenant', async () => {
    const boardOf = (owner: string): string => insert('boards', 60, { tenant_id: owner })
    const bound = `UPDATE tenants SET first_board_id = '${uuid(60)}' WHERE id = '${tenant}'`
    expect(await database.attempt(bound, { after: [boardOf(tenant)] })).toMatchObject({ refused: false, count: 1 })
    expect(await database.attempt(bound, { after: [boardOf(uuid(2))] })).toMatchObject({
      code: '23503',
      constraint: 'tenants_first_board_id_fkey',
    })
  })

  test('to the tenant and for the books is checked too', async () => {
    expect(await database.attempt(insert('racks', 50, { tenant_id: uuid(9), name: 'rack' }))).toMatchObject({
      code: '23503',
      constraint: 'racks_tenant_id_fkey',
    })
    const made = insert('racks', 50, { tenant_id: tenant, name: 'rack', created_by: uuid(9) })
    expect(await database.attempt(made)).toMatchObject({ code: '23503', constraint: 'racks_tenant_id_created_by_fkey' })
  })
})
