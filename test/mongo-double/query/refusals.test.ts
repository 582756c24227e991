import { BSONRegExp, Int32 } from 'bson'
import { expect, test } from 'vitest'
import type { BsonDocument } from '../bson/value.ts'
import { refusalOf } from '../refusal.ts'
import { compileFilter } from './filter.ts'
import { sortDocuments } from './sort.ts'

/**
 * MongoDB's parser of filters answers BadValue. The other codes, and those of bits and expressions, are as FerretDB
 * recorded them of MongoDB: github.com/FerretDB/FerretDB, integration/query_{array,bitwise,evaluation}_test.go.
 */
test.each<[BsonDocument, string]>([
  [{ v: { $foo: 1 } }, '2 BadValue'],
  [{ $foo: 1 }, '2 BadValue'],
  [{ v: { $gt: 1, foo: 1 } }, '2 BadValue'],
  [{ 'v.array.0': { $lt: new BSONRegExp('^$') } }, '2 BadValue'],
  [{ v: { $ne: new BSONRegExp('a') } }, '2 BadValue'],
  [{ $or: 'x' }, '2 BadValue'],
  [{ $and: [] }, '2 BadValue'],
  [{ $nor: [1] }, '2 BadValue'],
  [{ v: { $in: 1 } }, '2 BadValue'],
  [{ v: { $nin: 1 } }, '2 BadValue'],
  [{ v: { $in: [{ $gt: 1 }] } }, '2 BadValue'],
  [{ v: { $all: 1 } }, '2 BadValue'],
  [{ v: { $all: [{ $gt: 1 }] } }, '2 BadValue'],
  [{ v: { $elemMatch: 1 } }, '2 BadValue'],
  [{ v: { $size: 'x' } }, '2 BadValue'],
  [{ v: { $size: 1.5 } }, '2 BadValue'],
  [{ v: { $size: new Int32(-1) } }, '2 BadValue'],
  [{ v: { $not: 1 } }, '2 BadValue'],
  [{ v: { $not: {} } }, '2 BadValue'],
  [{ v: { $mod: [1] } }, '2 BadValue'],
  [{ v: { $mod: [0, 1] } }, '2 BadValue'],
  [{ v: { $mod: [1, 1, 1] } }, '2 BadValue'],
  [{ v: { $type: 'nothing' } }, '2 BadValue'],
  [{ v: { $type: 42 } }, '2 BadValue'],
  [{ v: { $regex: 1 } }, '2 BadValue'],
  [{ v: { $options: 'i' } }, '2 BadValue'],
  [{ v: { $regex: new BSONRegExp('a', 'i'), $options: 's' } }, '51075 Location51075'],
  [{ v: { $regex: '(' } }, '51091 Location51091'],
  [{ v: { $regex: 'a', $options: 'z' } }, '51108 Location51108'],
  [{ v: { $bitsAllClear: [-1] } }, '2 BadValue'],
  [{ v: { $bitsAllClear: '123' } }, '2 BadValue'],
  [{ v: { $bitsAllClear: 1.2 } }, '9 FailedToParse'],
  [{ v: { $bitsAllClear: new Int32(-1) } }, '9 FailedToParse'],
  [{ v: { $expr: 1 } }, '2 BadValue'],
  [{ v: { $elemMatch: { $text: { $search: 'x' } } } }, '2 BadValue'],
  [{ $text: { $search: 'x' } }, '27 IndexNotFound'],
  [{ $expr: { $type: 'v', $op: 'v' } }, '15983 Location15983'],
  [{ $expr: { $type: { '$non-existent': 'foo' } } }, '168 InvalidPipelineOperator'],
  [{ $expr: { $expr: 1 } }, '168 InvalidPipelineOperator'],
  [{ $expr: '$' }, '16872 Location16872'],
  [{ $expr: '$$' }, '9 FailedToParse'],
  [{ $expr: '$$$s' }, '9 FailedToParse'],
  [{ $expr: '$$nobody' }, '17276 Location17276'],
  [{ $expr: { $gt: [1] } }, '16020 Location16020'],
  [{ $expr: { $gt: 1 } }, '16020 Location16020'],
])('the filter %j: %s', (filter, expected) => {
  expect(refusalOf(() => compileFilter(filter))).toBe(expected)
})

test.each<[BsonDocument, string]>([
  [{ v: 'asc' }, '15974 Location15974'],
  [{ v: 2 }, '15975 Location15975'],
  [{ v: { $meta: 'textScore' } }, '40218 Location40218'],
])('the sort %j: %s', (specification, expected) => {
  expect(refusalOf(() => sortDocuments([{ v: 1 }], specification))).toBe(expected)
})
