import { Decimal128, Double, Int32, Long, ObjectId, Timestamp } from 'bson'
import { expect, test } from 'vitest'
import { encode, fromPlainDocument } from '../bson/codec.ts'
import { shellText } from '../bson/shell-text.ts'
import { typeName } from '../bson/type-name.ts'
import type { BsonDocument } from '../bson/value.ts'
import { applyUpdate, type Update, type UpdateOptions } from './apply.ts'
import { documentForUpsert } from './upsert.ts'

type Plain = Readonly<Record<string, unknown>>

/** Compared by their bytes: the order of fields and the types of numbers count. */
function expectUpdate(before: Plain, update: Update, after: Plain, options: UpdateOptions = {}): void {
  const result = applyUpdate(fromPlainDocument(before), update, options)
  expect(shellText(result)).toBe(shellText(fromPlainDocument(after)))
  expect(Buffer.compare(encode(result), encode(fromPlainDocument(after)))).toBe(0)
}

const int = (value: number): Int32 => new Int32(value)

/** The examples of https://www.mongodb.com/docs/v7.0/reference/operator/update/ and the pages below it. */
test.each<[string, Plain, BsonDocument, Plain]>([
  ['$inc', { _id: 1, n: 10, m: { o: 2 } }, { $inc: { n: int(-2), 'm.o': int(1) } }, { _id: 1, n: 8, m: { o: 3 } }],
  ['$min', { _id: 1, low: 200 }, { $min: { low: int(150) } }, { _id: 1, low: 150 }],
  ['$max', { _id: 1, high: 800 }, { $max: { high: int(150) } }, { _id: 1, high: 800 }],
  ['$mul of nothing', { _id: 1 }, { $mul: { price: Long.fromNumber(100) } }, { _id: 1, price: Long.fromNumber(0) }],
  ['$unset', { _id: 1, a: 1, b: [1, 2] }, { $unset: { a: '', 'b.0': '' } }, { _id: 1, b: [null, 2] }],
  [
    '$rename',
    { _id: 1, name: { first: 'x' } },
    { $rename: { 'name.first': 'name.given' } },
    { _id: 1, name: { given: 'x' } },
  ],
  [
    '$push with modifiers',
    {
      _id: 1,
      quizzes: [
        { wk: 1, score: 10 },
        { wk: 2, score: 8 },
        { wk: 3, score: 5 },
        { wk: 4, score: 6 },
      ],
    },
    {
      $push: {
        quizzes: {
          $each: [
            { wk: int(5), score: int(8) },
            { wk: int(6), score: int(7) },
            { wk: int(7), score: int(6) },
          ],
          $sort: { score: -1 },
          $slice: 3,
        },
      },
    },
    {
      _id: 1,
      quizzes: [
        { wk: 1, score: 10 },
        { wk: 2, score: 8 },
        { wk: 5, score: 8 },
      ],
    },
  ],
  [
    '$push at a position',
    { _id: 1, a: [1, 2] },
    { $push: { a: { $each: [int(9)], $position: -1 } } },
    { _id: 1, a: [1, 9, 2] },
  ],
  ['$addToSet', { _id: 1, t: ['a'] }, { $addToSet: { t: { $each: ['a', 'b', 'b'] } } }, { _id: 1, t: ['a', 'b'] }],
  ['$addToSet of an array', { _id: 1, t: ['a'] }, { $addToSet: { t: ['a', 'b'] } }, { _id: 1, t: ['a', ['a', 'b']] }],
  ['$pop', { _id: 1, s: [8, 9, 10] }, { $pop: { s: -1 } }, { _id: 1, s: [9, 10] }],
  ['$pull by condition', { _id: 1, v: [3, 5, 6, 7, 7, 8] }, { $pull: { v: { $gte: 6 } } }, { _id: 1, v: [3, 5] }],
  [
    '$pull of documents',
    {
      _id: 1,
      results: [
        { item: 'A', score: 5 },
        { item: 'B', score: 8 },
      ],
    },
    { $pull: { results: { score: 8, item: 'B' } } },
    { _id: 1, results: [{ item: 'A', score: 5 }] },
  ],
  ['$pullAll', { _id: 1, s: [0, 2, 5, 5, 1, 0] }, { $pullAll: { s: [0, 5] } }, { _id: 1, s: [2, 1] }],
  ['$bit', { _id: 1, e: 13 }, { $bit: { e: { and: int(10) } } }, { _id: 1, e: 8 }],
  ['$set fills arrays up', { _id: 1, a: [1] }, { $set: { 'a.3': int(4) } }, { _id: 1, a: [1, null, null, 4] }],
  // "update operators process document fields with string-based names in lexicographic order"
  [
    '$set in order of names',
    { _id: 1 },
    { $set: { b: 'b', 'a.10': 'x', 'a.9': 'y' } },
    { _id: 1, a: { 9: 'y', 10: 'x' }, b: 'b' },
  ],
  ['$setOnInsert leaves what is there', { _id: 1 }, { $set: { a: 'a' }, $setOnInsert: { b: 'b' } }, { _id: 1, a: 'a' }],
  ['a whole document', { _id: 1, a: 1 }, { b: 'b' }, { _id: 1, b: 'b' }],
])('%s', (_, before, update, after) => {
  expectUpdate(before, update, after)
})

test.each<[number | Long | Double | Decimal128 | Int32, Int32 | Long | Double | Decimal128, string]>([
  [int(1), int(1), 'int 2'],
  [int(2 ** 31 - 1), int(1), 'long 2147483648'],
  [Long.fromNumber(1), int(1), 'long 2'],
  [new Double(1), int(1), 'double 2'],
  [Decimal128.fromString('0.1'), new Double(0.5), 'decimal 0.6'],
  [Decimal128.fromString('0.10'), Decimal128.fromString('0.20'), 'decimal 0.3'],
])('$inc of %s by %s keeps the wider type: %s', (start, by, expected) => {
  const { n } = applyUpdate({ _id: 1, n: start }, { $inc: { n: by } })
  expect(`${typeName(n)} ${n}`).toBe(expected)
})

/** https://www.mongodb.com/docs/v7.0/reference/operator/update/positional/, positional-all, positional-filtered */
test.each<[string, Plain, BsonDocument, Plain, UpdateOptions]>([
  [
    '$',
    { _id: 1, grades: [85, 80, 80] },
    { $set: { 'grades.$': int(82) } },
    { _id: 1, grades: [85, 82, 80] },
    { filter: { _id: 1, grades: 80 } },
  ],
  [
    '$ in documents',
    {
      _id: 4,
      grades: [
        { grade: 80, std: 8 },
        { grade: 85, std: 5 },
      ],
    },
    { $set: { 'grades.$.std': int(6) } },
    {
      _id: 4,
      grades: [
        { grade: 80, std: 8 },
        { grade: 85, std: 6 },
      ],
    },
    { filter: { _id: 4, 'grades.grade': 85 } },
  ],
  ['$[]', { _id: 1, grades: [85, 82] }, { $inc: { 'grades.$[]': int(10) } }, { _id: 1, grades: [95, 92] }, {}],
  [
    '$[identifier]',
    { _id: 1, grades: [95, 102, 90, 108] },
    { $set: { 'grades.$[element]': int(100) } },
    { _id: 1, grades: [95, 100, 90, 100] },
    { arrayFilters: [{ element: { $gte: 100 } }] },
  ],
  [
    '$[identifier] in documents',
    {
      _id: 1,
      grades: [
        { grade: 80, mean: 75 },
        { grade: 85, mean: 90 },
      ],
    },
    { $set: { 'grades.$[elem].mean': int(100) } },
    {
      _id: 1,
      grades: [
        { grade: 80, mean: 75 },
        { grade: 85, mean: 100 },
      ],
    },
    { arrayFilters: [{ 'elem.grade': { $gte: 85 } }] },
  ],
])('the position %s', (_, before, update, after, options) => {
  expectUpdate(before, update, after, options)
})

test('$currentDate sets what now is', () => {
  const now = new Date('2026-03-01T12:00:00.500Z')
  const update = { $currentDate: { at: true, stamp: { $type: 'timestamp' } } }
  const after = { _id: 1, at: now, stamp: new Timestamp({ t: 1772366400, i: 1 }) }
  expectUpdate({ _id: 1 }, update, after, { now })
})

/** https://www.mongodb.com/docs/v7.0/tutorial/update-documents-with-aggregation-pipeline/ */
test('a pipeline computes, and what it leaves alone keeps its type', () => {
  const before = { _id: 1, quizzes: [4, 6], price: new Double(2), rest: { long: Long.fromNumber(7) } }
  const after = { ...before, total: 10 }
  expectUpdate(before, [{ $set: { total: { $sum: '$quizzes' } } }], after)
})

test('what is updated is left as it was', () => {
  const before = fromPlainDocument({ _id: 1, a: [{ b: 1 }] })
  const bytes = Buffer.from(encode(before))
  applyUpdate(before, { $set: { 'a.0.b': 2 }, $push: { c: 1 } })
  expect(Buffer.compare(encode(before), bytes)).toBe(0)
})

/** https://www.mongodb.com/docs/v7.0/reference/method/db.collection.updateOne/#upsert-with-operator-expressions */
test.each<[string, BsonDocument, Update, Plain]>([
  [
    'equality alone',
    { _id: 'k', z: { $gt: 3 }, q: 'x', $and: [{ r: { $eq: 'y' } }] },
    { $set: { a: 'a' } },
    { _id: 'k', q: 'x', r: 'y', a: 'a' },
  ],
  ['dotted names', { _id: 'k', 'a.b': 'x' }, { $setOnInsert: { c: 'c' } }, { _id: 'k', a: { b: 'x' }, c: 'c' }],
  ['only _id for a whole document', { _id: 'k', a: 'x' }, { b: 'b' }, { _id: 'k', b: 'b' }],
])('an upsert takes over %s', (_, filter, update, after) => {
  expect(shellText(documentForUpsert(filter, update))).toBe(shellText(fromPlainDocument(after)))
})

test('an upsert without _id gets one', () => {
  expect(documentForUpsert({ a: 'x' }, { $set: { b: 'b' } })._id).toBeInstanceOf(ObjectId)
})
