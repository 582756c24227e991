import { Binary, BSONRegExp, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, encode } from './codec.ts'
import { compileCollation } from './collation.ts'
import { compare, equal } from './compare.ts'
import { identityKey } from './identity-key.ts'
import type { BsonValue } from './value.ts'

/** https://www.mongodb.com/docs/v7.0/reference/bson-type-comparison-order/, with the order within each type */
const ascending: readonly BsonValue[] = [
  new MinKey(),
  null,
  new Double(Number.NaN),
  new Double(Number.NEGATIVE_INFINITY),
  Decimal128.fromString('-1.5'),
  new Int32(0),
  Long.fromString('9007199254740993'),
  Decimal128.fromString('9007199254740993.5'),
  Long.fromString('9223372036854775807'),
  new Double(Number.POSITIVE_INFINITY),
  '',
  'B',
  'a',
  'ab',
  '\u{ffff}',
  '\u{1f600}',
  {},
  { a: new Int32(1) },
  { a: new Int32(1), b: new Int32(1) },
  // The type of a value counts before the name of its field.
  { b: new Int32(0) },
  { a: '' },
  [],
  [new Int32(1)],
  [new Int32(1), null],
  [new Int32(2)],
  new Binary(Buffer.from([9])),
  new Binary(Buffer.from([1, 1])),
  new Binary(Buffer.from([1, 2])),
  new ObjectId('000000000000000000000001'),
  new ObjectId('0000000000000000000000ff'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Timestamp({ t: 1, i: 0 }),
  new Timestamp({ t: 1, i: 2 }),
  new BSONRegExp('a', ''),
  new BSONRegExp('a', 'i'),
  new MaxKey(),
]

test('values stand in the order that MongoDB documents', () => {
  for (const [index, left] of ascending.entries()) {
    for (const [other, right] of ascending.entries()) {
      expect(compare(left, right), `${index} and ${other}`).toBe(Math.sign(index - other))
    }
  }
})

test.each([
  [new Int32(1), new Double(1), Long.fromNumber(1), Decimal128.fromString('1.00')],
  [new Double(0.5), Decimal128.fromString('0.5'), Decimal128.fromString('5E-1')],
  [new Double(0), new Double(-0), new Int32(0), Decimal128.fromString('-0')],
])('numbers are equal by their value, whatever their type', (first, ...rest) => {
  for (const other of rest) {
    expect(equal(first, other)).toBe(true)
    expect(identityKey(other)).toBe(identityKey(first))
  }
})

test('a decimal that no double can be is equal to none', () => {
  // https://www.mongodb.com/docs/v7.0/tutorial/model-monetary-data/
  expect(equal(Decimal128.fromString('9.99'), new Double(9.99))).toBe(false)
  expect(compare(Decimal128.fromString('0.1'), new Double(0.1))).toBe(-1)
})

const scalar: fc.Arbitrary<BsonValue> = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((value) => new Int32(value)),
  fc.double().map((value) => new Double(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -2, max: 2 })).map(([coefficient, exponent]) => {
    return Decimal128.fromString(`${coefficient}E${exponent}`)
  }),
  fc.string({ maxLength: 2 }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
)
const value: fc.Arbitrary<BsonValue> = fc.oneof(
  { depthSize: 'small' },
  scalar,
  fc.array(scalar, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('a', 'b'), scalar, { maxKeys: 2 }).map((fields) => ({ ...fields })),
)

test('the order is total, and equal values share their key', () => {
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      expect(compare(a, b)).toBe(-compare(b, a) + 0)
      expect(identityKey(a) === identityKey(b)).toBe(equal(a, b))
      const [first, second, third] = [a, b, c].sort((left, right) => compare(left, right))
      expect(compare(first, second)).not.toBe(1)
      expect(compare(second, third)).not.toBe(1)
      expect(compare(first, third)).not.toBe(1)
    }),
  )
})

test('what is read and written again has the bytes it had', () => {
  fc.assert(
    fc.property(value, (content) => {
      const bytes = encode({ content, ref: { $ref: 'notes', $id: new ObjectId('000000000000000000000001'), $db: 'x' } })
      expect(Buffer.compare(encode(decode(bytes)), bytes)).toBe(0)
    }),
  )
})

test.each([
  [1, true, true],
  [2, true, false],
  [3, false, false],
])('with strength %i, case is ignored: %s, accents: %s', (strength, ignoresCase, ignoresAccents) => {
  // https://www.mongodb.com/docs/v7.0/reference/collation/#std-label-collation-document-fields
  const collation = compileCollation({ locale: 'en', strength: new Int32(strength) })
  expect(equal('resume', 'RESUME', collation)).toBe(ignoresCase)
  expect(equal('resume', 'résumé', collation)).toBe(ignoresAccents)
  expect(identityKey('resume', collation) === identityKey('RESUME', collation)).toBe(ignoresCase)
  expect(identityKey('resume', collation) === identityKey('résumé', collation)).toBe(ignoresAccents)
})
