import { describe, expect, test } from 'vitest'
import { analyzeText, errorsOf, underCarets } from '../support/analyze-text.ts'

/** An entity `Order` with fields of its own, and what follows them in its block. */
function order(fields: string, rest = ''): string {
  return `entities:
  Order:
    use: [base_fields]
    postgres:
      fields: { ${fields} }
${rest}`
}

const status = 'enums:\n  Status: [placed, ready]\n'

/** Code, the text under the carets, and the spec. */
const mistakes: readonly (readonly [string, string, string])[] = [
  ['type/syntax', '[]', order('tags: "string?[]"')],
  ['type/syntax', 'string(20', order('note: "string(20"')],
  ['type/unknown', 'sting', order('note: sting(20)')],
  ['type/unknown', 'Baker', order('made_by: Baker')],
  ['type/bad-argument', '0', order('note: string(0)')],
  ['type/bad-argument', 'decimal', order('price: decimal')],
  ['type/bad-argument', '20', order('note: text(20)')],
  ['type/bad-argument', 'mongo', order('log: part(mongo)')],
  ['resolve/unknown-entity', 'Bakr', order('made_by: ref(Bakr)')],
  ['resolve/unknown-mixin', 'base_field', order('a: int').replace('[base_fields]', '[base_fields, base_field]')],
  ['resolve/unknown-field', 'due', order('due_on: timestamp', '      indexes: [[due desc]]\n')],
  ['resolve/unknown-field', 'bogus', order('a: int', '      unique: [[a, bogus]]\n')],
  ['resolve/unknown-object', 'photo', order('photo_s3_key: key(photo)')],
  [
    'resolve/unknown-value',
    'gone',
    `${status}${order('status: Status', '      lifecycle: { field: status, start: placed, allow: { placed: [gone] } }\n')}`,
  ],
  [
    'resolve/unknown-value',
    'gone',
    `${status}${order('status: Status', '      unique: [{ fields: [], where: { status: gone } }]\n')}`,
  ],
  ['resolve/bad-default', 'new', `${status}${order('status: { type: Status, default: new }')}`],
  ['resolve/bad-default', '1.5', order('count: { type: int, default: 1.5 }')],
  ['resolve/bad-option', 'on_delete', order('made_by: { type: ref(Baker), on_delete: set_null }')],
  ['resolve/bad-option', 'min', order('note: { type: text, min: 3 }')],
  ['resolve/bad-option', 'primary', order('number: { type: int, primary: true }')],
  [
    'resolve/bad-option',
    'note',
    order('note: text', '      lifecycle: { field: note, start: a, allow: { a: [b] } }\n'),
  ],
  ['resolve/bad-option', 'note', order('note: text', '      partition: { by: note, every: month }\n')],
  ['resolve/bad-option', 'due_on', order('due_on: timestamp', '      partition: { by: due_on, every: month }\n')],
  [
    'resolve/bad-option',
    'seen_on',
    order(
      'seen_on: { type: timestamp, default: now, on_update: now }',
      '      partition: { by: seen_on, every: month }\n',
    ),
  ],
  ['resolve/bad-pattern', "'^[a'", order("code: { type: string(3), pattern: '^[a' }")],
  ['resolve/bad-key', 'Order', order('a: int').replace('    use: [base_fields]\n', '')],
  ['resolve/mixin-clash', 'created_on', order('created_on: date')],
  ['resolve/name-collision', 'bakery', order('bakery: string(20)')],
  ['resolve/name-collision', 'maker_id', order('maker: ref(Bakery), maker_id: int')],
  ['resolve/duplicate-value', 'placed', 'enums:\n  Status: [placed, ready, placed]\n'],
  ['resolve/duplicate-name', 'Status', `${status}${order('a: int').replace('Order', 'Status')}`],
  ['resolve/empty-entity', 'Order', 'entities:\n  Order: { about: Nowhere. }\n'],
  ['resolve/tenancy', 'self', order('a: int').replace('    use:', '    tenancy: self\n    use:')],
  [
    'resolve/cyclic-mixin',
    'one',
    'mixins:\n  one: { use: [two], fields: { a: int } }\n  two: { use: [one], fields: { b: int } }\n',
  ],
  ['resolve/cyclic-type', 'One', 'types:\n  One: { fields: { two: Two } }\n  Two: { fields: { one: One } }\n'],
  ['store/unsupported-type', 'Baker', order('makers: "ref(Baker)[]"')],
  ['store/unsupported-option', 'payload', order('payload: json', '      indexes: [[payload]]\n')],
]

describe('a mistake is reported with its code, at its token, and alone', () => {
  test.each(mistakes)('%s at `%s`', (code, token, text) => {
    const errors = errorsOf(analyzeText(text))
    expect(errors.map((error) => [error.code, underCarets(error)])).toEqual([[code, token]])
    expect(errors[0]?.help ?? '').not.toBe('')
  })
})

describe('a table is partitioned by what never changes', () => {
  const partitioned = (options: string): string =>
    order(`seen_on: { type: timestamp, ${options} }`, '      partition: { by: seen_on, every: month }\n')

  test.each([
    ['default: now', 'is not `immutable`', '`immutable: true`'],
    ['on_update: now', '`on_update: now`', 'the time of creation'],
    ['immutable: true, on_update: now', '`on_update: now`', 'the time of creation'],
  ])('not %s', (options, words, help) => {
    const [error, ...more] = errorsOf(analyzeText(partitioned(options)))
    expect(more).toEqual([])
    expect(error?.message).toContain(words)
    expect(error?.help).toContain(help)
    const [declared] = error?.related ?? []
    expect(declared?.span.file.text.slice(declared.span.start, declared.span.end)).toBe('seen_on')
    expect(declared?.span.start).toBeLessThan(error?.span?.start ?? 0)
  })

  test('but immutable: true', () => {
    expect(errorsOf(analyzeText(partitioned('immutable: true')))).toEqual([])
  })
})

test('did-you-mean offers the near name, and a fix that replaces it alone', () => {
  const [error] = errorsOf(analyzeText(order('made_by: ref(Bakr)')))
  expect(error?.label).toContain('`Baker`')
})

test('all independent mistakes of several files are reported at once, in reading order', () => {
  const text = `${order('made_by: ref(Bakr), note: sting, price: decimal')}  Other: { about: Nowhere. }\n`
  expect(errorsOf(analyzeText(text)).map((error) => error.code)).toEqual([
    'resolve/unknown-entity',
    'type/unknown',
    'type/bad-argument',
    'resolve/empty-entity',
  ])
})

test('what depends on a mistake is not reported again', () => {
  const text = order('note: sting', '      indexes: [[note]]\n      unique: [[note]]\n')
  expect(errorsOf(analyzeText(text)).map((error) => error.code)).toEqual(['type/unknown'])
})

test('duplicates point at both places', () => {
  const [error] = errorsOf(analyzeText('enums:\n  Status: [placed, ready, placed]\n'))
  expect(error?.related).toHaveLength(1)
  expect(error?.related?.[0]?.span.start).toBeLessThan(error?.span?.start ?? 0)
})
