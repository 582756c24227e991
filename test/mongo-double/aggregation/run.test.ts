import { Int32 } from 'bson'
import { expect, test } from 'vitest'
import { fromPlainDocument } from '../bson/codec.ts'
import type { BsonDocument, BsonValue } from '../bson/value.ts'
import { refusalOf } from '../refusal.ts'
import { aggregate } from './run.ts'
import { checkStages } from './stages.ts'

type Plain = Readonly<Record<string, unknown>>

const typed = (documents: readonly Plain[]): readonly BsonDocument[] => documents.map(fromPlainDocument)

/** https://www.mongodb.com/docs/v7.0/reference/operator/aggregation/bucket/ and the pages beside it */
test.each<[string, readonly Plain[], readonly BsonValue[], readonly Plain[]]>([
  [
    '$bucket takes its lower boundary in',
    [{ year: 1840 }, { year: 1849 }, { year: 1850 }, { year: 1880 }],
    [
      {
        $bucket: { groupBy: '$year', boundaries: [1840, 1850, 1860], default: 'Other', output: { count: { $sum: 1 } } },
      },
    ],
    [
      { _id: 1840, count: 2 },
      { _id: 1850, count: 1 },
      { _id: 'Other', count: 1 },
    ],
  ],
  [
    '$match, $group, $sort',
    [
      { item: 'abc', price: 10, quantity: 2 },
      { item: 'jkl', price: 20, quantity: 1 },
      { item: 'abc', price: 10, quantity: 10 },
      { item: 'xyz', price: 5, quantity: 0 },
    ],
    [
      { $match: { quantity: { $gt: 0 } } },
      { $group: { _id: '$item', total: { $sum: { $multiply: ['$price', '$quantity'] } } } },
      { $sort: { total: -1 } },
    ],
    [
      { _id: 'abc', total: 120 },
      { _id: 'jkl', total: 20 },
    ],
  ],
  [
    '$unwind',
    [{ _id: 1, sizes: ['S', 'M'] }],
    [{ $unwind: '$sizes' }],
    [
      { _id: 1, sizes: 'S' },
      { _id: 1, sizes: 'M' },
    ],
  ],
  [
    '$facet',
    [{ _id: 1 }, { _id: 2 }],
    [{ $facet: { first: [{ $limit: 1 }], rest: [{ $skip: 1 }, { $count: 'n' }] } }],
    [{ first: [{ _id: 1 }], rest: [{ n: 1 }] }],
  ],
])('%s', (_, documents, stages, expected) => {
  expect(aggregate(typed(documents), stages)).toEqual(typed(expected))
})

test('a further collection is asked for once a run', () => {
  let asked = 0
  const collection = (): readonly BsonDocument[] => {
    asked += 1
    return typed([
      { _id: 1, sku: 'a' },
      { _id: 2, sku: 'b' },
    ])
  }
  const lookup = { $lookup: { from: 'stock', localField: 'item', foreignField: 'sku', as: 'found' } }
  const documents = typed([
    { _id: 1, item: 'a' },
    { _id: 2, item: 'b' },
    { _id: 3, item: 'c' },
  ])
  const found = aggregate(documents, [lookup, { $unionWith: 'stock' }], { collection })
  expect(found.map(({ found: items }) => items)).toEqual([
    typed([{ _id: 1, sku: 'a' }]),
    typed([{ _id: 2, sku: 'b' }]),
    [],
    undefined,
    undefined,
  ])
  expect(asked).toBe(1)
})

test('the score of a search is there for every stage, and no field of a document', () => {
  const documents = typed([
    { _id: 1, t: 'a' },
    { _id: 2, t: 'b' },
  ])
  const score = ({ _id }: BsonDocument): number => (_id instanceof Int32 ? _id.value / 2 : 0)
  const stages = [{ $project: { t: 1 } }, { $sort: { s: { $meta: 'textScore' } } }]
  expect(aggregate(documents, stages, { score })).toEqual(
    typed([
      { _id: 2, t: 'b' },
      { _id: 1, t: 'a' },
    ]),
  )
  const grouped = [{ $group: { _id: { $meta: 'textScore' }, count: { $sum: 1 } } }, { $sort: { _id: 1 } }]
  expect(aggregate(documents, grouped, { score })).toEqual(
    typed([
      { _id: 0.5, count: 1 },
      { _id: 1, count: 1 },
    ]),
  )
})

/** The manual gives the rules; the codes are, but for 17313, as FerretDB recorded them of MongoDB (see the filters). */
test.each<[readonly BsonValue[], string]>([
  [[{ $foo: {} }], '40324 Location40324'],
  [[{}], '40323 Location40323'],
  [[{ $match: {}, $limit: 1 }], '40323 Location40323'],
  [[1], '14 TypeMismatch'],
  [[{ $match: 1 }], '15959 Location15959'],
  [[{ $limit: 0 }], '15958 Location15958'],
  [[{ $sort: {} }], '15976 Location15976'],
  [[{ $project: {} }], '51272 Location51272'],
  [[{ $count: '' }], '40156 Location40156'],
  [[{ $group: { n: { $sum: 1 } } }], '15955 Location15955'],
  [[{ $group: { _id: 1, n: 1 } }], '40234 Location40234'],
  [[{ $group: { _id: 1, n: { $foo: 1 } } }], '15952 Location15952'],
  [[{ $unwind: 'a' }], '28818 Location28818'],
  [[{ $out: 'x' }, { $match: {} }], '40601 Location40601'],
  [[{ $match: {} }, { $indexStats: {} }], '40602 Location40602'],
  [[{ $limit: 1 }, { $match: { $text: { $search: 'x' } } }], '17313 Location17313'],
  [[{ $geoNear: {} }], '238 NotImplemented'],
])('the pipeline %j: %s', (stages, expected) => {
  expect(refusalOf(() => checkStages(stages))).toBe(expected)
})

test.each<[readonly BsonValue[], string]>([
  [[{ $match: { v: { $foo: 1 } } }], '2 BadValue'],
  [[{ $addFields: { v: { $foo: 1 } } }], '168 InvalidPipelineOperator'],
  [[{ $project: { v: '$$nobody' } }], '17276 Location17276'],
  [[{ $addFields: { v: { $meta: 'textScore' } } }], '40218 Location40218'],
])('running the pipeline %j: %s', (stages, expected) => {
  expect(refusalOf(() => aggregate([{ _id: 1 }], stages))).toBe(expected)
})
