import { expect, test } from 'vitest'
import type { BsonDocument } from '../bson/value.ts'
import { refusalOf } from '../refusal.ts'
import { checkTextPlacement } from './text-placement.ts'

const $text = { $search: 'coffee' }
const index: BsonDocument = { key: { _fts: 'text', _ftsx: 1 } }
/** https://www.mongodb.com/docs/v7.0/tutorial/limit-number-of-items-scanned-for-text-search/ */
const compound: BsonDocument = { key: { dept: 1, room: 1, _fts: 'text', _ftsx: 1, rank: -1 } }
const partial: BsonDocument = { ...index, partialFilterExpression: { deletedOn: null } }

const noPlan = '291 NoQueryExecutionPlans'

/** https://www.mongodb.com/docs/v7.0/reference/operator/query/text/#restrictions */
test.each<[string, BsonDocument, BsonDocument, string]>([
  ['alone', { $text }, index, 'accepted'],
  ['equality on every key before', { dept: 'kitchen', room: { $eq: 1 }, $text }, compound, 'accepted'],
  ['equality within $and', { $and: [{ dept: 'kitchen' }, { room: null }, { $text }] }, compound, 'accepted'],
  ['null is a value', { dept: null, room: 1, $text }, compound, 'accepted'],
  ['one key missing', { dept: 'kitchen', $text }, compound, noPlan],
  ['a range', { dept: { $gt: 'k' }, room: 1, $text }, compound, noPlan],
  ['several values', { dept: { $in: ['kitchen', 'bath'] }, room: 1, $text }, compound, noPlan],
  ['a pattern', { dept: /^k/, room: 1, $text }, compound, noPlan],
  ['an alternative', { $or: [{ dept: 'kitchen' }, { dept: null }], room: 1, $text }, compound, noPlan],
  ['what a partial index holds', { deletedOn: null, $text }, partial, 'accepted'],
  ['more than a partial index holds', { $text }, partial, noPlan],
  ['below $nor', { $nor: [{ $text }] }, index, '2 BadValue'],
  ['twice', { $and: [{ $text }, { $text }] }, index, '2 BadValue'],
  ['an alternative without an index', { $or: [{ $text }, { other: 1 }] }, index, noPlan],
  ['an alternative with an index', { $or: [{ $text }, { indexed: 1 }] }, index, 'accepted'],
  ['keys beside the alternative', { dept: 'kitchen', room: 1, $or: [{ $text }, { indexed: 1 }] }, compound, noPlan],
])('$text: %s', (_, filter, textIndex, expected) => {
  const indexedFields = new Set(['indexed'])
  expect(refusalOf(() => checkTextPlacement(filter, textIndex, { indexedFields }))).toBe(expected)
})

test('a search needs an index, and takes no hint and no natural order', () => {
  expect(refusalOf(() => checkTextPlacement({ $text }, undefined))).toBe('27 IndexNotFound')
  expect(refusalOf(() => checkTextPlacement({ $text }, index, { hint: { _id: 1 } }))).toBe('2 BadValue')
  expect(refusalOf(() => checkTextPlacement({ $text }, index, { sort: { $natural: 1 } }))).toBe('2 BadValue')
})

test('nothing has a score where nothing is searched', () => {
  const sort = { score: { $meta: 'textScore' } }
  expect(refusalOf(() => checkTextPlacement({}, index, { sort }))).toBe('40218 Location40218')
  expect(checkTextPlacement({ $text }, index, { sort })).toBe(true)
  expect(checkTextPlacement({ dept: 1 }, index)).toBe(false)
})
