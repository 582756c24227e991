import { describe, expect, test } from 'vitest'
import { type Analysis, analyze } from '../../generator/analyze.ts'
import { underCarets } from '../support/analyze-text.ts'

const fields: Readonly<Record<string, string>> = {
  action: 'string(120)',
  actor: 'json',
  entity: 'string(80)',
  entity_ref_id: 'ulid',
  before: 'json?',
  after: 'json?',
  occurred_on: 'timestamp',
  dedupe_key: '{ type: string(120), unique: true }',
}

interface Written {
  readonly audit?: string
  readonly fields?: Readonly<Record<string, string>>
  /** Of the ledger, and of what moves. */
  readonly tenancy?: string
  readonly orders?: string
  readonly store?: string
  readonly rest?: string
}

/** A bakery whose ledger keeps what was done. */
function bakery({
  audit = 'Ledger',
  fields: own = {},
  tenancy = '',
  orders = '',
  store = 'mongo',
  rest = '',
}: Written = {}): Analysis {
  const all = Object.entries({ ...fields, ...own }).filter(([, type]) => type !== '')
  const text = `stowage: 1
name: bakery
include: [orders.yaml]
stores:
  postgres: { version: 16, url: POSTGRES_URL }
  mongo: { version: 7, url: MONGO_URL }
tenancy: { entity: Bakery, field: bakery }
audit: ${audit}
rules: { extends: minimal }
`
  const domain = `domain: Orders
mixins:
  base_fields:
    role: base
    fields:
      id: { type: uuid, primary: true, default: uuid7 }
      ref_id: { type: ulid, public_id: true, default: ulid }
  mutable_fields:
    role: mutable
    fields: { revision: { type: int, default: 0, on_update: increment } }
  aloud: { fields: { volume: int } }
enums:
  State: [placed, ready]
  Kind: [user, agent, job, support]
  Few: [user, job]
types:
  Actor: { fields: { kind: Kind, id: string(64), note: "string(20)?" } }
  Named: { fields: { kind: string(20), id: string(64) } }
  Partial: { fields: { kind: Few, id: string(64) } }
  Greedy: { fields: { kind: Kind, id: string(64), shoe_size: int } }
entities:
  Bakery: { use: [base_fields], tenancy: self, postgres: { fields: { name: string(120) } } }
  Order:
    use: [base_fields, mutable_fields]
    ${orders}
    postgres:
      fields: { state: { type: State, default: placed } }
      lifecycle: { field: state, start: placed, allow: { placed: [ready] } }
  Ledger:
    use: [base_fields]
    ${tenancy}
    ${store}:
      fields:
${all.map(([name, type]) => `        ${name}: ${type}`).join('\n')}
    ${rest}
`
  return analyze([
    { path: 'stowage.yaml', text },
    { path: 'orders.yaml', text: domain },
  ])
}

function found({ diagnostics }: Analysis): readonly (readonly [string, string | undefined])[] {
  return diagnostics.map((one) => [one.code, underCarets(one)])
}

describe('what keeps what was done', () => {
  test('is known by the names of its fields', () => {
    const analysis = bakery()
    expect(analysis.diagnostics).toEqual([])
    expect(analysis.model?.project.audit).toMatchObject({
      entity: 'Ledger',
      fields: { action: 'action', actor: 'actor', entity_ref_id: 'entity_ref_id', dedupe_key: 'dedupe_key' },
    })
  })

  test('is known by those that are named', () => {
    const named = '{ entity: Ledger, fields: { actor: who, dedupe_key: event } }'
    const own = { actor: '', who: 'Actor', dedupe_key: '', event: fields.dedupe_key ?? '' }
    const { model, diagnostics } = bakery({ audit: named, fields: own })
    expect(diagnostics).toEqual([])
    expect(model?.project.audit?.fields).toMatchObject({ actor: 'who', dedupe_key: 'event', action: 'action' })
    expect(model?.uses.get('field:Ledger.mongo.who')?.length).toBe(2)
    expect(model?.uses.get('entity:Ledger')?.length).toBe(2)
  })

  test.each(['Actor', 'Named', 'json', 'json?'])('takes an actor as %s', (actor) => {
    expect(bakery({ fields: { actor } }).diagnostics).toEqual([])
  })

  test('may leave out, fill by itself or get from a mixin what nothing fills', () => {
    const more = { note: 'string(20)?', times: '{ type: int, default: 1 }', marks: '{ type: "int[]", default: [] }' }
    expect(bakery({ fields: more }).diagnostics).toEqual([])
  })

  test('may name a key that is unique within the tenant', () => {
    const analysis = bakery({ fields: { dedupe_key: 'string(120)' }, rest: '' })
    expect(found(analysis)).toEqual([['resolve/bad-audit', 'Ledger']])
  })

  test('may be shared, and has to be where what belongs to nobody moves', () => {
    expect(bakery({ tenancy: 'tenancy: { mode: shared, why: some }' }).diagnostics).toEqual([])
    const orders = 'tenancy: { mode: shared, why: some }'
    const analysis = bakery({ orders })
    expect(found(analysis)).toEqual([['resolve/bad-audit', 'Ledger']])
    expect(analysis.diagnostics[0]?.message).toContain('`Order`')
    expect(bakery({ orders, tenancy: orders }).diagnostics).toEqual([])
  })
})

describe('what cannot keep it is reported at its name', () => {
  const wrong: readonly (readonly [string, Written, string, string])[] = [
    ['an entity that is none', { audit: 'Ledgr' }, 'resolve/unknown-entity', 'Ledgr'],
    ['rows', { audit: 'Order' }, 'resolve/bad-audit', 'Order'],
    ['records of no tenant', { tenancy: 'tenancy: { mode: none, why: x }' }, 'resolve/bad-audit', 'Ledger'],
    ['a field that is missing', { fields: { occurred_on: '' } }, 'resolve/bad-audit', 'Ledger'],
    [
      'a field that is named and is none',
      { audit: '{ entity: Ledger, fields: { action: acton } }' },
      'resolve/unknown-field',
      'acton',
    ],
    ['an action that is no text', { fields: { action: 'int' } }, 'resolve/bad-audit', 'Ledger'],
    ['a list of actions', { fields: { action: '"string(20)[]"' } }, 'resolve/bad-audit', 'Ledger'],
    ['an actor that is a text', { fields: { actor: 'string(20)' } }, 'resolve/bad-audit', 'Ledger'],
    ['an actor of too few kinds', { fields: { actor: 'Partial' } }, 'resolve/bad-audit', 'Ledger'],
    ['an actor that needs more', { fields: { actor: 'Greedy' } }, 'resolve/bad-audit', 'Ledger'],
    ['a public id that is too short', { fields: { entity_ref_id: 'string(25)' } }, 'resolve/bad-audit', 'Ledger'],
    ['a state that is a text', { fields: { before: 'text' } }, 'resolve/bad-audit', 'Ledger'],
    ['a time that is a day', { fields: { occurred_on: 'date' } }, 'resolve/bad-audit', 'Ledger'],
    ['a kind of record that is too short', { fields: { entity: 'string(4)' } }, 'resolve/bad-audit', 'Ledger'],
    [
      'a key that is too short for a UUID',
      { fields: { dedupe_key: '{ type: string(35), unique: true }' } },
      'resolve/bad-audit',
      'Ledger',
    ],
    ['a key that is not unique', { fields: { dedupe_key: 'string(120)' } }, 'resolve/bad-audit', 'Ledger'],
    ['a field that nothing fills', { fields: { oven: 'int' } }, 'resolve/bad-audit', 'Ledger'],
    [
      'two things in one field',
      { audit: '{ entity: Ledger, fields: { after: before } }', fields: { after: '' } },
      'resolve/bad-audit',
      'Ledger',
    ],
  ]
  test.each(wrong)('%s', (_, written, code, token) => {
    const analysis = bakery(written)
    expect(found(analysis)).toEqual([[code, token]])
    expect(analysis.diagnostics[0]?.help ?? '').not.toBe('')
    expect(analysis.model?.project.audit).toBeUndefined()
  })

  test('a key is long enough for what moves, to the letter', () => {
    expect(bakery({ fields: { dedupe_key: '{ type: string(36), unique: true }' } }).diagnostics).toEqual([])
  })

  test('a slip of the pen is offered what is near', () => {
    const [report] = bakery({ audit: '{ entity: Ledger, fields: { action: acton } }' }).diagnostics
    expect(report?.help).toBe('write `action`')
  })

  test('and what depends on another mistake is not reported again', () => {
    expect(found(bakery({ fields: { actor: 'Actr' } }))).toEqual([['type/unknown', 'Actr']])
    expect(found(bakery({ store: 'mogno' })).map(([code]) => code)).not.toContain('resolve/bad-audit')
  })
})
