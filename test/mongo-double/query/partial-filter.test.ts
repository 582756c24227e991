import { BSONRegExp } from 'bson'
import { expect, test } from 'vitest'
import type { BsonDocument, BsonValue } from '../bson/value.ts'
import { refusalOf } from '../refusal.ts'
import { impliesPartialFilter } from './implication.ts'
import { checkPartialFilter } from './partial-filter.ts'

/** https://www.mongodb.com/docs/v7.0/core/index-partial/#create-a-partial-index */
test.each<BsonDocument>([
  { rating: { $gt: 5 } },
  { rating: { $gte: 1, $lt: 5 } },
  { deletedOn: null },
  { name: { $exists: true } },
  { name: { $type: 'string' } },
  { name: { $type: ['string', 'objectId'] } },
  { state: { $in: ['a', 'b'] } },
  { $or: [{ a: 1 }, { b: { $gt: 2 } }] },
  { $and: [{ a: { $gt: 1 } }, { a: { $lt: 5 } }] },
  { a: 1, b: 2 },
  // As deep as internalPartialFilterExpressionMaxDepth, which is 4, allows.
  { $and: [{ $or: [{ $and: [{ grade: 'a' }] }] }] },
])('an index can have the filter %j', (expression) => {
  expect(refusalOf(() => checkPartialFilter(expression))).toBe('accepted')
})

const cannot = '67 CannotCreateIndex'

test.each<[BsonValue, string]>([
  [{ a: { $ne: 1 } }, cannot],
  [{ a: { $nin: [1] } }, cannot],
  [{ a: { $not: { $gt: 1 } } }, cannot],
  [{ $nor: [{ a: 1 }] }, cannot],
  [{ a: { $exists: false } }, cannot],
  [{ a: { $regex: 'x' } }, cannot],
  [{ a: new BSONRegExp('abc') }, cannot],
  [{ a: { $mod: [2, 0] } }, cannot],
  [{ a: { $size: 2 } }, cannot],
  [{ a: { $elemMatch: { $gt: 1 } } }, cannot],
  [{ a: { $bitsAllSet: 1 } }, cannot],
  [{ $or: [{ a: { $ne: 1 } }] }, cannot],
  [{ $jsonSchema: { required: ['a'] } }, cannot],
  [{ $and: [{ $or: [{ $and: [{ $or: [{ grade: 'a' }] }] }] }] }, cannot],
  ['grade', cannot],
  [{ a: { $unknown: 3 } }, '2 BadValue'],
  [{ $or: 'grade' }, '2 BadValue'],
  [{ $where: '1' }, '2 BadValue'],
  [{ $text: { $search: 'x' } }, '2 BadValue'],
  [{ $expr: { $gt: ['$spent', '$budget'] } }, '224 QueryFeatureNotAllowed'],
])('no index can have the filter %j: %s', (expression, expected) => {
  expect(refusalOf(() => checkPartialFilter(expression))).toBe(expected)
})

/** https://www.mongodb.com/docs/v7.0/core/index-partial/#query-coverage */
test.each<[BsonDocument, BsonDocument, boolean]>([
  [{ cuisine: 'Italian', rating: { $gte: 8 } }, { rating: { $gt: 5 } }, true],
  [{ cuisine: 'Italian', rating: { $lt: 8 } }, { rating: { $gt: 5 } }, false],
  [{ cuisine: 'Italian' }, { rating: { $gt: 5 } }, false],
  [{ name: 'xyz', email: { $regex: '\\.org$' } }, { email: { $exists: true } }, true],
  [{ name: 'xyz', email: { $exists: false } }, { email: { $exists: true } }, false],
  [{ rating: { $gte: 5 } }, { rating: { $gt: 5 } }, false],
  [{ rating: { $gt: 5 } }, { rating: { $gte: 5 } }, true],
  [{ rating: 9 }, { rating: { $gt: 5 } }, true],
  [{ rating: 'nine' }, { rating: { $gt: 5 } }, false],
  [{ deletedOn: null }, { deletedOn: null }, true],
  [{ $and: [{ deletedOn: null }, { a: 1 }] }, { deletedOn: null, a: { $type: 'number' } }, true],
  [{ state: { $in: ['a', 'c'] } }, { state: { $in: ['a', 'b'] } }, false],
  [{ state: { $in: ['a', 'b'] } }, { state: { $in: ['a', 'b', 'c'] } }, true],
  [{ $or: [{ a: 1 }, { a: 2 }] }, { a: 1 }, false],
])('the query %j lies in the index of %j: %s', (query, expression, expected) => {
  expect(impliesPartialFilter(query, expression)).toBe(expected)
})
