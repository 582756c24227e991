import { Ajv } from 'ajv'
import { Decimal128, Double, Int32, Long } from 'bson'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromPlain } from '../bson/codec.ts'
import type { BsonDocument, BsonValue } from '../bson/value.ts'
import { refusalOf } from '../refusal.ts'
import { compileJsonSchema } from './schema.ts'

type Schema = Readonly<Record<string, unknown>>

const size = fc.integer({ min: 0, max: 2 })
const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 })
const content: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, false, 0, 1, 2, 1.5, -1, '', 'a', 'ab', 'é\u{1f600}'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }).map((fields) => ({ ...fields })),
  ),
})).value

/** Keywords that mean in draft 4, which MongoDB has, what they mean in the draft that Ajv has. */
const schema: fc.Arbitrary<Schema> = fc.letrec<{ schema: Schema }>((tie) => {
  const sub = tie('schema')
  const subs = fc.array(sub, { minLength: 1, maxLength: 2 })
  const keywords = {
    type: fc.constantFrom<unknown>('object', 'array', 'string', 'boolean', 'number', 'null', ['string', 'null']),
    enum: fc.uniqueArray(content, { minLength: 1, maxLength: 3, selector: (value) => canonical(value) }),
    minLength: size,
    maxLength: size,
    pattern: fc.constantFrom('^a', 'b$', '^.{1,2}$'),
    minimum: size,
    maximum: size,
    multipleOf: fc.constantFrom(1, 2, 0.5),
    minItems: size,
    maxItems: size,
    uniqueItems: fc.boolean(),
    required: names,
    minProperties: size,
    maxProperties: size,
    properties: fc.dictionary(fc.constantFrom('a', 'b'), sub, { maxKeys: 2 }).map((fields) => ({ ...fields })),
    patternProperties: fc
      .dictionary(fc.constantFrom('^a', '[bc]'), sub, { maxKeys: 1 })
      .map((fields) => ({ ...fields })),
    additionalProperties: fc.oneof(fc.boolean(), sub),
    items: sub,
    dependencies: fc.record({ a: fc.oneof(names, sub) }),
    allOf: subs,
    anyOf: subs,
    oneOf: subs,
    not: sub,
  }
  return { schema: fc.oneof({ depthSize: 'small' }, fc.constant({}), fc.record(keywords, { requiredKeys: [] })) }
}).schema

/** The order of fields does not count. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return item
    return Object.fromEntries(Object.entries(item).sort(([left], [right]) => (left < right ? -1 : 1)))
  })
}

test('a value passes exactly where Ajv passes it', () => {
  const ajv = new Ajv({ strict: false, logger: false })
  fc.assert(
    fc.property(schema, content, (definition, value) => {
      const isValid = ajv.compile(definition)(value)
      expect(compileJsonSchema(fromPlain(definition))(fromPlain(value)).length === 0).toBe(isValid)
    }),
    { numRuns: 150 },
  )
})

/** https://www.mongodb.com/docs/v7.0/core/schema-validation/specify-json-schema/json-schema-tips/ and its siblings */
test('what is broken is told in the words of the server', () => {
  const check = compileJsonSchema({
    bsonType: 'object',
    title: 'Student Object Validation',
    required: ['address', 'major', 'name', 'year'],
    properties: {
      name: { bsonType: 'string', description: "'name' must be a string and is required" },
      year: { bsonType: 'int', minimum: 2017, maximum: 3017 },
      gpa: { bsonType: ['double'], description: "'gpa' must be a double if the field exists" },
    },
  })
  const gpa = new Int32(3)
  expect(check({ name: 'Alice', year: new Int32(2019), major: 'History', gpa, address: {} })).toEqual([
    {
      operatorName: 'properties',
      propertiesNotSatisfied: [
        {
          propertyName: 'gpa',
          description: "'gpa' must be a double if the field exists",
          details: [
            {
              operatorName: 'bsonType',
              specifiedAs: { bsonType: ['double'] },
              reason: 'type did not match',
              consideredValue: gpa,
              consideredType: 'int',
            },
          ],
        },
      ],
    },
  ])
  expect(check({ name: 'Alice', year: new Int32(2019), address: {} })).toEqual([
    {
      operatorName: 'required',
      specifiedAs: { required: ['address', 'major', 'name', 'year'] },
      missingProperties: ['major'],
    },
  ])
})

test.each<[BsonDocument, BsonValue, boolean]>([
  [{ bsonType: 'int' }, new Int32(1), true],
  [{ bsonType: 'int' }, new Double(1), false],
  [{ bsonType: 'long' }, Long.fromNumber(1), true],
  [{ bsonType: 'number' }, Decimal128.fromString('1'), true],
  [{ bsonType: ['string', 'null'] }, null, true],
  [{ enum: [1] }, new Double(1), true],
  [{ minimum: 1, exclusiveMinimum: true }, new Int32(1), false],
  [{ maximum: Long.MAX_VALUE }, Decimal128.fromString('9223372036854775808'), false],
  [{ multipleOf: Decimal128.fromString('0.01') }, Decimal128.fromString('19.99'), true],
  [{ items: [{ bsonType: 'string' }], additionalItems: false }, ['a', 'b'], false],
])('%j of %s: %s', (definition, value, isValid) => {
  expect(compileJsonSchema(definition)(value).length === 0).toBe(isValid)
})

/** https://www.mongodb.com/docs/v7.0/reference/operator/query/jsonSchema/#omissions */
test.each<[BsonValue, string]>([
  [{ $ref: '#/a' }, '9 FailedToParse'],
  [{ $schema: 'http://json-schema.org/draft-04/schema#' }, '9 FailedToParse'],
  [{ default: 1 }, '9 FailedToParse'],
  [{ definitions: {} }, '9 FailedToParse'],
  [{ format: 'date' }, '9 FailedToParse'],
  [{ id: 'x' }, '9 FailedToParse'],
  [{ type: 'integer' }, '9 FailedToParse'],
  // Keywords of later drafts, which MongoDB does not know.
  [{ const: 1 }, '9 FailedToParse'],
  [{ contains: {} }, '9 FailedToParse'],
  [{ propertyNames: {} }, '9 FailedToParse'],
  [{ $comment: 'x' }, '9 FailedToParse'],
  [{ properties: { a: { unknownKeyword: 1 } } }, '9 FailedToParse'],
  [{ bsonType: 'string', type: 'string' }, '9 FailedToParse'],
  [{ bsonType: 'text' }, '2 BadValue'],
  [{ bsonType: [] }, '9 FailedToParse'],
  [{ required: [] }, '9 FailedToParse'],
  [{ required: ['a', 'a'] }, '9 FailedToParse'],
  [{ required: 'a' }, '14 TypeMismatch'],
  [{ enum: [] }, '9 FailedToParse'],
  [
    {
      enum: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    },
    '9 FailedToParse',
  ],
  [{ allOf: [] }, '2 BadValue'],
  [{ properties: [] }, '14 TypeMismatch'],
  [{ properties: { a: 1 } }, '14 TypeMismatch'],
  [{ maxLength: -1 }, '9 FailedToParse'],
  [{ minimum: 'x' }, '14 TypeMismatch'],
  [{ exclusiveMinimum: true }, '9 FailedToParse'],
  [{ exclusiveMinimum: 1, minimum: 1 }, '14 TypeMismatch'],
  [{ multipleOf: 0 }, '9 FailedToParse'],
  [{ pattern: '(' }, '51091 Location51091'],
  [{ title: 1 }, '14 TypeMismatch'],
  ['x', '14 TypeMismatch'],
])('the schema %j: %s', (definition, expected) => {
  expect(refusalOf(() => compileJsonSchema(definition))).toBe(expected)
})
