import { Long } from 'bson'
import { expect, test } from 'vitest'
import type { BsonDocument } from '../bson/value.ts'
import { refusalOf } from '../refusal.ts'
import { applyUpdate, checkUpdate, type Update } from './apply.ts'

/**
 * Refused before a document is looked for: https://www.mongodb.com/docs/v7.0/reference/operator/update/
 * The codes of paths, $inc, $mul and $bit are as FerretDB recorded them of MongoDB (integration/update_*_test.go).
 */
test.each<[Update, string]>([
  [{ $foo: { a: 1 } }, '9 FailedToParse'],
  [{ $set: { a: 1 }, b: 1 }, '9 FailedToParse'],
  [{ a: 1, $set: { b: 1 } }, '52 DollarPrefixedFieldName'],
  [{ $set: 'x' }, '9 FailedToParse'],
  [{ $set: { '': 1 } }, '56 EmptyFieldName'],
  [{ $set: { 'a..b': 1 } }, '56 EmptyFieldName'],
  [{ $set: { 'a.$.b.$': 1 } }, '2 BadValue'],
  [{ $set: { a: 1 }, $inc: { a: 1 } }, '40 ConflictingUpdateOperators'],
  [{ $set: { a: 1, 'a.b': 1 } }, '40 ConflictingUpdateOperators'],
  [{ $set: { 'a.b': 1 }, $unset: { a: '' } }, '40 ConflictingUpdateOperators'],
  [{ $inc: { a: 'x' } }, '14 TypeMismatch'],
  [{ $mul: { a: null } }, '14 TypeMismatch'],
  [{ $rename: { a: 1 } }, '2 BadValue'],
  [{ $rename: { a: 'a' } }, '2 BadValue'],
  [{ $rename: { a: 'a.b' } }, '2 BadValue'],
  [{ $currentDate: { a: 'date' } }, '2 BadValue'],
  [{ $currentDate: { a: { $type: 'time' } } }, '2 BadValue'],
  [{ $push: { a: { $each: 1 } } }, '2 BadValue'],
  [{ $push: { a: { $each: [1], $foo: 1 } } }, '2 BadValue'],
  [{ $push: { a: { $each: [1], $slice: 1.5 } } }, '2 BadValue'],
  [{ $push: { a: { $each: [1], $sort: 2 } } }, '2 BadValue'],
  [{ $addToSet: { a: { $each: 1 } } }, '14 TypeMismatch'],
  [{ $pop: { a: 'x' } }, '9 FailedToParse'],
  [{ $pop: { a: 2 } }, '9 FailedToParse'],
  [{ $pullAll: { a: 1 } }, '2 BadValue'],
  [{ $bit: { a: 1 } }, '2 BadValue'],
  [{ $bit: { a: { not: 1 } } }, '2 BadValue'],
  [[{ $match: {} }], '72 InvalidOptions'],
  [[{ $foo: {} }], '40324 Location40324'],
])('the update %j: %s', (update, expected) => {
  expect(refusalOf(() => checkUpdate(update))).toBe(expected)
})

/** https://www.mongodb.com/docs/v7.0/reference/operator/update/positional-filtered/ */
test.each<[string, readonly BsonDocument[], string]>([
  ['a.$[x]', [], '2 BadValue'],
  ['a.$[x]', [{ x: 1 }, { y: 1 }], '9 FailedToParse'],
  ['a.$[x]', [{ x: 1 }, { x: 2 }], '9 FailedToParse'],
  ['a.$[x]', [{ x: 1, y: 1 }], '9 FailedToParse'],
  ['a.$[X]', [{ X: 1 }], '2 BadValue'],
  ['a.$[x]', [{}], '9 FailedToParse'],
])('the path %s with array filters %j: %s', (path, arrayFilters, expected) => {
  const update = { $set: { [path]: 1 } }
  expect(refusalOf(() => applyUpdate({ _id: 1, a: [1] }, update, { arrayFilters }))).toBe(expected)
})

test.each<[BsonDocument, BsonDocument, string]>([
  [{ a: 'x' }, { $inc: { a: 1 } }, '14 TypeMismatch'],
  [{ a: null }, { $mul: { a: 2 } }, '14 TypeMismatch'],
  [{ a: Long.MAX_VALUE }, { $inc: { a: Long.fromNumber(1) } }, '2 BadValue'],
  [{ a: 'x' }, { $push: { a: 1 } }, '2 BadValue'],
  [{ a: 'x' }, { $addToSet: { a: 1 } }, '2 BadValue'],
  [{ a: 'x' }, { $pop: { a: 1 } }, '14 TypeMismatch'],
  [{ a: 'x' }, { $pull: { a: 1 } }, '2 BadValue'],
  [{ a: 'x' }, { $pullAll: { a: [1] } }, '2 BadValue'],
  [{ a: 1.5 }, { $bit: { a: { and: Long.fromNumber(1) } } }, '2 BadValue'],
  [{ a: 'x' }, { $set: { 'a.b': 1 } }, '28 PathNotViable'],
  [{}, { $set: { $a: 1 } }, '52 DollarPrefixedFieldName'],
  [{ a: [1] }, { $set: { 'a.b': 1 } }, '28 PathNotViable'],
  [{ a: 1 }, { $set: { 'a.$[]': 1 } }, '2 BadValue'],
  [{}, { $set: { 'a.$[]': 1 } }, '2 BadValue'],
  [{ a: [1] }, { $set: { 'a.$': 1 } }, '2 BadValue'],
  [{}, { $set: { _id: 2 } }, '66 ImmutableField'],
  [{}, { $unset: { _id: '' } }, '66 ImmutableField'],
  [{}, { _id: 2 }, '66 ImmutableField'],
])('of the document %j the update %j: %s', (document, update, expected) => {
  expect(refusalOf(() => applyUpdate({ _id: 1, ...document }, update))).toBe(expected)
})
