import { describe, expect, test } from 'vitest'
import { isSlipOf } from '../../generator/base/did-you-mean.ts'
import { meantType } from '../../generator/front/meant-type.ts'
import { meantDefault } from '../../generator/front/resolve/meant-default.ts'
import { analyzeText } from '../support/analyze-text.ts'

describe('a type that was meant', () => {
  test.each([
    ['?string', 'string?'],
    ['ref(Baker?)', 'ref(Baker)?'],
    ['ref(Baker?)?', 'ref(Baker)?'],
    ['timestamp | null', 'timestamp?'],
    ['timestamp? | undefined', 'timestamp?'],
    ['null | string(20)', 'string(20)?'],
    ['decimal(12,2) NOT NULL', 'decimal(12,2)'],
    ['int null', 'int?'],
    ['string!', 'string'],
    // What cannot be told: a list of optional values, a union, an attribute.
    ['string?[]', undefined],
    ['string | int', undefined],
    ['String @unique', undefined],
    ['string(20', undefined],
    ['', undefined],
  ])('by %j is %j', (written, meant) => {
    expect(meantType(written)?.text).toBe(meant)
  })
})

describe('a default that was meant', () => {
  test.each([
    ['boolean', 'Yes', 'true'],
    ['boolean', 'off', 'false'],
    ['boolean', '1', undefined],
    ['timestamp', 'now()', 'now'],
    ['timestamp', 'CURRENT_TIMESTAMP(3)', 'now'],
    ['timestamp', 'tomorrow', undefined],
    ['uuid', 'gen_random_uuid()', 'uuid7'],
    ['int', '42', '42'],
    ['int', '042', undefined],
    ['string', 'now()', undefined],
  ] as const)('for %s by %j is %j', (scalar, written, meant) => {
    expect(meantDefault(scalar, written)).toBe(meant)
  })
})

describe('a slip', () => {
  test.each([
    ['Bakr', 'Baker', true],
    ['order_status', 'OrderStatus', true],
    ['base_field', 'base_fields', true],
    ['due', 'due_on', true],
    // The nearest of all, and yet another word.
    ['placed_on', 'paid_on', false],
    ['baked_by', 'bakery', false],
    ['note', 'name', false],
  ])('%s for %s: %j', (name, known, expected) => {
    expect(isSlipOf(name, known)).toBe(expected)
  })
})

describe('a space behind a colon', () => {
  const fields = (text: string): string =>
    `entities:\n  Cake:\n    use: [base_fields]\n    postgres:\n      fields:\n${text}`
  const missing = (text: string): readonly string[] =>
    analyzeText(text).diagnostics.map(({ message, span }) => `${message} at ${span?.start}`)

  test('is missing in each of several lines in a row', () => {
    const found = missing(fields('        a:int\n        b:text\n        c: int\n'))
    expect(found).toHaveLength(2)
    expect(found.every((each) => each.startsWith('a space is missing after this `:`'))).toBe(true)
  })

  test.each([
    ['an address', '        a: { type: url, about: see https://example.com:80/x }\n'],
    ['a text with a colon in it', '        a: { type: text, about: 9:30 to 10:15 }\n'],
    ['a text on a line of its own', '        a:\n          type: text\n          about:\n            note:this\n'],
    ['a text that goes on below', '        a:\n          type: text\n          about: so\n            note:this\n'],
  ])('is not missing in %s', (_, text) => {
    expect(missing(fields(text))).toEqual([])
  })
})

describe('a comma between two keys', () => {
  test('is not missing in a sentence', () => {
    const text =
      'entities: { Cake: { use: [base_fields], postgres: { fields: { a: { type: text, about: See note: so } } } } }\n'
    expect(analyzeText(text).diagnostics.map(({ message }) => message)).toEqual([
      'this text needs quotes inside brackets',
    ])
  })
})
