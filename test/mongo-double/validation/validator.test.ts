import { Int32 } from 'bson'
import { expect, test } from 'vitest'
import type { BsonValue } from '../bson/value.ts'
import { refusalOf } from '../refusal.ts'
import { compileValidator } from './validator.ts'

test('a document that passes has nothing to explain', () => {
  const validate = compileValidator({ $jsonSchema: { required: ['name'] }, age: { $gte: 0 } })
  expect(validate({ name: 'x', age: new Int32(1) })).toBeUndefined()
})

test('what fails is told by rule, with the title of the schema', () => {
  // https://www.mongodb.com/docs/v7.0/core/schema-validation/specify-json-schema/
  const validate = compileValidator({ $jsonSchema: { title: 'Student', required: ['name'] } })
  expect(validate({ age: 1 })).toEqual({
    operatorName: '$jsonSchema',
    title: 'Student',
    schemaRulesNotSatisfied: [
      { operatorName: 'required', specifiedAs: { required: ['name'] }, missingProperties: ['name'] },
    ],
  })
})

/** https://www.mongodb.com/docs/v7.0/core/schema-validation/#restrictions */
test.each<[BsonValue, string]>([
  [{ $text: { $search: 'x' } }, '2 BadValue'],
  [{ $and: [{ $where: 'true' }] }, '2 BadValue'],
  [{ place: { $near: [0, 0] } }, '2 BadValue'],
  [{ age: { $foo: 1 } }, '2 BadValue'],
  [{ $jsonSchema: { properties: { a: { format: 'date' } } } }, '9 FailedToParse'],
  [{ $jsonSchema: { properties: { $text: { bsonType: 'string' } } } }, 'accepted'],
  ['x', '14 TypeMismatch'],
])('the validator %j: %s', (validator, expected) => {
  expect(refusalOf(() => compileValidator(validator))).toBe(expected)
})
