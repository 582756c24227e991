import { Binary, Decimal128, Int32, Long, MaxKey, MinKey } from 'bson'
import { expect, test } from 'vitest'
import { fromPlainDocument } from '../bson/codec.ts'
import type { BsonDocument } from '../bson/value.ts'
import { compileFilter } from './filter.ts'

function found(filter: BsonDocument, documents: readonly Readonly<Record<string, unknown>>[]): unknown[] {
  const matches = compileFilter(filter)
  return documents.filter((document) => matches(fromPlainDocument(document))).map(({ _id }) => _id)
}

/** https://www.mongodb.com/docs/v7.0/tutorial/query-for-null-fields/ */
test.each([
  [{ item: null }, [1, 2]],
  [{ item: { $ne: null } }, []],
  [{ item: { $type: 10 } }, [1]],
  [{ item: { $exists: false } }, [2]],
])('null and missing fields: %j', (filter, expected) => {
  expect(found(filter, [{ _id: 1, item: null }, { _id: 2 }])).toEqual(expected)
})

/** https://www.mongodb.com/docs/v7.0/tutorial/query-arrays/ */
const inventory = [
  { _id: 'journal', tags: ['blank', 'red'], dim: [14, 21] },
  { _id: 'notebook', tags: ['red', 'blank'], dim: [14, 21] },
  { _id: 'paper', tags: ['red', 'blank', 'plain'], dim: [14, 21] },
  { _id: 'planner', tags: ['blank', 'red'], dim: [22.85, 30] },
  { _id: 'postcard', tags: ['blue'], dim: [10, 15.25] },
]

test.each<[BsonDocument, string[]]>([
  [{ tags: ['red', 'blank'] }, ['notebook']],
  [{ tags: { $all: ['red', 'blank'] } }, ['journal', 'notebook', 'paper', 'planner']],
  [{ tags: 'red' }, ['journal', 'notebook', 'paper', 'planner']],
  [{ dim: { $gt: 25 } }, ['planner']],
  [{ dim: { $gt: 15, $lt: 20 } }, ['journal', 'notebook', 'paper', 'postcard']],
  [{ dim: { $elemMatch: { $gt: 22, $lt: 30 } } }, ['planner']],
  [{ 'dim.1': { $gt: 25 } }, ['planner']],
  [{ tags: { $size: 3 } }, ['paper']],
])('arrays: %j', (filter, expected) => {
  expect(found(filter, inventory)).toEqual(expected)
})

/** https://www.mongodb.com/docs/v7.0/tutorial/query-array-of-documents/ */
const stock = [
  {
    _id: 'journal',
    instock: [
      { warehouse: 'A', qty: 5 },
      { warehouse: 'C', qty: 15 },
    ],
  },
  { _id: 'notebook', instock: [{ warehouse: 'C', qty: 5 }] },
  {
    _id: 'paper',
    instock: [
      { warehouse: 'A', qty: 60 },
      { warehouse: 'B', qty: 15 },
    ],
  },
  {
    _id: 'planner',
    instock: [
      { warehouse: 'A', qty: 40 },
      { warehouse: 'B', qty: 5 },
    ],
  },
  {
    _id: 'postcard',
    instock: [
      { warehouse: 'B', qty: 15 },
      { warehouse: 'C', qty: 35 },
    ],
  },
]

test.each<[BsonDocument, string[]]>([
  [{ instock: { warehouse: 'A', qty: 5 } }, ['journal']],
  [{ instock: { qty: 5, warehouse: 'A' } }, []],
  [{ 'instock.qty': { $lte: 20 } }, ['journal', 'notebook', 'paper', 'planner', 'postcard']],
  [{ 'instock.0.qty': { $lte: 20 } }, ['journal', 'notebook', 'postcard']],
  [{ instock: { $elemMatch: { qty: 5, warehouse: 'A' } } }, ['journal']],
  [{ instock: { $elemMatch: { qty: { $gt: 10, $lte: 20 } } } }, ['journal', 'paper', 'postcard']],
  [{ 'instock.qty': { $gt: 10, $lte: 20 } }, ['journal', 'paper', 'planner', 'postcard']],
  [{ 'instock.qty': 5, 'instock.warehouse': 'A' }, ['journal', 'planner']],
])('arrays of documents: %j', (filter, expected) => {
  expect(found(filter, stock)).toEqual(expected)
})

/** https://www.mongodb.com/docs/v7.0/reference/operator/query/mod/, /bitsAllSet/, /type/, /not/, /nin/ */
test.each<[string, BsonDocument, readonly Readonly<Record<string, unknown>>[], number[]]>([
  [
    '$mod',
    { qty: { $mod: [4, 0] } },
    [
      { _id: 1, qty: 0 },
      { _id: 2, qty: 5 },
      { _id: 3, qty: 12 },
    ],
    [1, 3],
  ],
  [
    '$bitsAllSet by positions',
    { a: { $bitsAllSet: [1, 5] } },
    [
      { _id: 1, a: 54 },
      { _id: 2, a: 20 },
      { _id: 3, a: 20.0 },
      { _id: 4, a: new Binary(Buffer.from('Zg==', 'base64')) },
    ],
    [1, 4],
  ],
  [
    '$bitsAllSet by mask',
    { a: { $bitsAllSet: 50 } },
    [
      { _id: 1, a: 54 },
      { _id: 2, a: 20 },
    ],
    [1],
  ],
  ['$not', { price: { $not: { $gt: 1.99 } } }, [{ _id: 1, price: 2 }, { _id: 2, price: 1 }, { _id: 3 }], [2, 3]],
  ['$nin', { quantity: { $nin: [5, 15] } }, [{ _id: 1, quantity: 5 }, { _id: 2, quantity: 6 }, { _id: 3 }], [2, 3]],
  [
    '$in with a pattern',
    { tags: { $in: [/^be/, /^st/] } },
    [
      { _id: 1, tags: ['bean'] },
      { _id: 2, tags: ['x'] },
    ],
    [1],
  ],
  [
    '$type number',
    { z: { $type: 'number' } },
    [
      { _id: 1, z: new Long(1) },
      { _id: 2, z: '1' },
      { _id: 3, z: [1] },
    ],
    [1, 3],
  ],
  [
    '$expr',
    { $expr: { $gt: ['$spent', '$budget'] } },
    [
      { _id: 1, budget: 400, spent: 450 },
      { _id: 2, budget: 100, spent: 50 },
    ],
    [1],
  ],
  [
    '$nor',
    { $nor: [{ price: 1.99 }, { sale: true }] },
    [{ _id: 1, price: 1.99 }, { _id: 2, sale: true }, { _id: 3 }],
    [3],
  ],
])('%s', (_, filter, documents, expected) => {
  expect(found(filter, documents)).toEqual(expected)
})

test('comparisons stay within one type, but for MinKey and MaxKey', () => {
  const documents = [{ _id: 1, v: 1 }, { _id: 2, v: 'a' }, { _id: 3, v: null }, { _id: 4 }, { _id: 5, v: new Date(0) }]
  expect(found({ v: { $lt: 5 } }, documents)).toEqual([1])
  expect(found({ v: { $gte: '' } }, documents)).toEqual([2])
  expect(found({ v: { $gte: null } }, documents)).toEqual([3, 4])
  expect(found({ v: { $gt: new MinKey() } }, documents)).toEqual([1, 2, 3, 4, 5])
  expect(found({ v: { $lt: new MaxKey() } }, documents)).toEqual([1, 2, 3, 4, 5])
})

test('equality knows no numeric types', () => {
  const documents = [new Int32(2), 2, Long.fromNumber(2), Decimal128.fromString('2.0')].map((v, _id) => ({ _id, v }))
  expect(found({ v: 2 }, documents)).toEqual([0, 1, 2, 3])
  expect(found({ v: { $in: Array.from({ length: 30 }, (_, index) => index) } }, documents)).toEqual([0, 1, 2, 3])
})
