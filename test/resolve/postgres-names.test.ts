import { describe, expect, test } from 'vitest'
import { fieldNamed } from '../../generator/model/lookup.ts'
import type { PostgresPart } from '../../generator/model/postgres.ts'
import { analyzeText, errorsOf, underCarets } from '../support/analyze-text.ts'

/** The rows of `Order`, which has these fields; what else its block and its entity hold. */
function orders(fields: string, rest = '', use = '[base_fields, soft_delete_fields]', entity = 'Order'): string {
  return `enums: { Status: [placed, ready] }
types: { Line: { fields: { title: string } } }
entities:
  ${entity}:
    use: ${use}
    postgres:
      fields: { ${fields} }
${rest}`
}

function partOf(text: string, entity = 'Order'): PostgresPart {
  const { model, diagnostics } = analyzeText(text)
  expect(errorsOf({ diagnostics, suppressed: [] })).toEqual([])
  const part = model?.byName.entities.get(entity)?.postgres
  if (part === undefined) throw new Error('no rows')
  return part
}

describe('what PostgreSQL keeps beside a table has a name', () => {
  test('its primary key, the view of its live rows, and functions', () => {
    const part = partOf(orders('a: int'))
    expect(part.primaryKeyName.text).toBe('orders_pkey')
    expect(part.view?.text).toBe('live_orders')
    expect(Object.values(part.functions).map(({ text }) => text)).toEqual([
      'orders_check_references',
      'orders_soft_delete',
    ])
  })

  test('there is no view where no row is marked as deleted', () => {
    expect(partOf(orders('a: int', '', '[base_fields]')).view).toBeUndefined()
  })

  test.each([
    ['string(20)', false],
    ['int', false],
    ['json?', false],
    ['ref(Baker)?', false],
    ['Status', true],
    ['Line', true],
    ['ulid?', true],
    ['object_id', true],
    ['int[]', true],
    ['{ type: int, min: 0 }', true],
    ["{ type: string(9), pattern: '^a' }", true],
  ])('a column of %s has a check: %s', (type, checked) => {
    const field = fieldNamed(partOf(orders(`value: ${type.startsWith('{') ? type : `"${type}"`}`)), 'value')
    expect(field.check?.text).toBe(checked ? `orders_${field.physical.text}_check` : undefined)
  })

  test('a field that is looked up has a function', () => {
    expect(fieldNamed(partOf(orders('code: { type: string(9), lookup: global }')), 'code').finder?.text).toBe(
      'find_orders_by_code',
    )
  })

  test('a unique of records that tenants share has two names where a field of it may be empty', () => {
    const text = orders('slug: { type: string(9), unique: true }, alias: { type: "string(9)?", unique: true }')
    const named = partOf(text.replace('    use', '    tenancy: { mode: shared, why: some are for all }\n    use'))
    // Deleted records are out of both, so that each is one partial index.
    expect(named.uniques.map(({ sharedName }) => sharedName)).toEqual([undefined, undefined, undefined, undefined])
    const full = partOf(
      text
        .replace('    use', '    tenancy: { mode: shared, why: some are for all }\n    use')
        .replace(', soft_delete_fields', ''),
    )
    expect(full.uniques.map(({ name, sharedName }) => [name.text, sharedName?.text])).toEqual([
      ['orders_ref_id_key', undefined],
      ['orders_bakery_id_id_key', undefined],
      ['orders_bakery_id_slug_key', undefined],
      ['orders_bakery_id_alias_key', 'orders_bakery_id_alias_key_shared'],
    ])
  })

  test('names that are too long stay apart and keep their ending', () => {
    const long = `A${'bc'.repeat(30)}`
    const part = partOf(orders('code: { type: "ulid[]", lookup: global }', '', undefined, long), long)
    const code = fieldNamed(part, 'code')
    const names = [part.primaryKeyName, part.view, code.check, code.finder, ...Object.values(part.functions)]
    for (const name of names) expect(name?.text.length).toBeLessThanOrEqual(63)
    expect(new Set(names.map((name) => name?.text)).size).toBe(names.length)
    expect(part.primaryKeyName.text).toMatch(/_pkey$/)
    expect(code.check?.text).toMatch(/_check$/)
  })
})

describe('two of them never share a name', () => {
  test.each([
    [
      'a view and a table',
      orders('a: int', '  Live:\n    use: [base_fields]\n    postgres: { table: live_orders, fields: { a: int } }\n'),
      'live_orders',
    ],
    [
      'a primary key and an index',
      orders('a: int', '      indexes: [{ fields: [a], name: orders_pkey }]\n'),
      'orders_pkey',
    ],
    [
      'a unique and a check',
      orders('a: Status', '      unique: [{ fields: [a], deleted: counted, name: orders_a_check }]\n'),
      'orders_a_check',
    ],
    [
      'a unique and a reference',
      orders('a: ref(Baker)', '      unique: [{ fields: [a], deleted: counted, name: orders_bakery_id_a_fkey }]\n'),
      'orders_bakery_id_a_fkey',
    ],
    [
      'two functions that look up',
      orders(
        'b_by_c: { type: string(9), lookup: global }',
        '  Part:\n    use: [base_fields]\n    postgres: { table: orders_by_b, fields: { c: { type: string(9), lookup: global } } }\n',
      ),
      'find_orders_by_b_by_c',
    ],
  ])('%s', (_, text, name) => {
    const { diagnostics } = analyzeText(text)
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, message }) => [code, message])).toEqual([
      ['resolve/name-collision', expect.stringContaining(`\`${name}\``)],
    ])
    expect(errors[0]?.related).toHaveLength(1)
    expect(underCarets(errors[0])).not.toBe('')
  })
})
