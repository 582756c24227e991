import { expect } from 'vitest'
import type { BehaviourGroup } from './behaviour.ts'

export const aggregation: BehaviourGroup = {
  topic: 'aggregation',
  behaviours: [
    {
      name: 'groups, sorts, unwinds and counts',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.insertMany([
          { k: 'a', v: 1, t: ['x', 'y'] },
          { k: 'a', v: 3, t: ['x'] },
          { k: 'b', v: 5, t: [] },
        ])
        const group = {
          _id: '$k',
          sum: { $sum: '$v' },
          average: { $avg: '$v' },
          n: { $sum: 1 },
          values: { $push: '$v' },
          most: { $max: '$v' },
          first: { $first: '$v' },
        }
        const run = (...stages: object[]): Promise<unknown> => sample.aggregate(stages).toArray()
        expect(await run({ $match: { v: { $gt: 0 } } }, { $group: group }, { $sort: { _id: 1 } })).toEqual([
          { _id: 'a', sum: 4, average: 2, n: 2, values: [1, 3], most: 3, first: 1 },
          { _id: 'b', sum: 5, average: 5, n: 1, values: [5], most: 5, first: 5 },
        ])
        expect(await run({ $unwind: '$t' }, { $group: { _id: '$t', n: { $sum: 1 } } }, { $sort: { _id: 1 } })).toEqual([
          { _id: 'x', n: 2 },
          { _id: 'y', n: 1 },
        ])
        const unwind = { path: '$t', preserveNullAndEmptyArrays: true }
        expect(await run({ $unwind: unwind }, { $count: 'n' })).toEqual([{ n: 4 }])
      },
    },
    {
      name: 'looks up by equal fields',
      run: async ({ database, name, rows }) => {
        const orders = rows()
        const items = database.collection<{ _id: string; price: number }>(name())
        await orders.insertMany([
          { _id: 1, item: 'a' },
          { _id: 2, item: 'z' },
        ])
        await items.insertOne({ _id: 'a', price: 5 })
        const lookup = { from: items.collectionName, localField: 'item', foreignField: '_id', as: 'found' }
        expect(await orders.aggregate([{ $lookup: lookup }, { $sort: { _id: 1 } }]).toArray()).toEqual([
          { _id: 1, item: 'a', found: [{ _id: 'a', price: 5 }] },
          { _id: 2, item: 'z', found: [] },
        ])
      },
    },
    {
      name: 'looks up by a pipeline with variables',
      run: async ({ database, name, rows }) => {
        const orders = rows()
        const items = database.collection<{ _id: string; price: number }>(name())
        await orders.insertOne({ _id: 1, least: 3 })
        await items.insertMany([
          { _id: 'a', price: 5 },
          { _id: 'b', price: 1 },
        ])
        const lookup = {
          from: items.collectionName,
          let: { least: '$least' },
          pipeline: [{ $match: { $expr: { $gt: ['$price', '$$least'] } } }, { $project: { price: 1 } }],
          as: 'found',
        }
        expect(await orders.aggregate([{ $lookup: lookup }]).toArray()).toEqual([
          { _id: 1, least: 3, found: [{ _id: 'a', price: 5 }] },
        ])
      },
    },
    {
      name: 'looks from several sides at once, sorts into buckets and takes another root',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.insertMany([{ v: 1 }, { v: 5 }, { v: 9 }])
        const facet = {
          all: [{ $count: 'n' }],
          buckets: [{ $bucket: { groupBy: '$v', boundaries: [0, 5, 10], output: { n: { $sum: 1 } } } }],
          top: [{ $sort: { v: -1 } }, { $limit: 1 }, { $project: { _id: 0, v: 1 } }],
        }
        expect(await sample.aggregate([{ $facet: facet }]).toArray()).toEqual([
          {
            all: [{ n: 3 }],
            buckets: [
              { _id: 0, n: 1 },
              { _id: 5, n: 2 },
            ],
            top: [{ v: 9 }],
          },
        ])
        const stages = [{ $match: { v: 1 } }, { $addFields: { o: { z: '$v' } } }, { $replaceRoot: { newRoot: '$o' } }]
        expect(await sample.aggregate(stages).toArray()).toEqual([{ z: 1 }])
      },
    },
    {
      name: 'evaluates expressions on dates, arrays, strings and conditions',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.insertOne({ d: new Date('2024-05-06T07:08:09Z'), a: [1, 2, 3], s: 'Hello', nothing: null })
        // Not written out: an object with a `then` would be taken for a promise.
        const many = Object.fromEntries([
          ['case', { $gt: [{ $size: '$a' }, 5] }],
          ['then', 'many'],
        ])
        const project = {
          _id: 0,
          date: { $dateToString: { date: '$d', format: '%Y-%m-%d %H:%M' } },
          switched: { $switch: { branches: [many], default: 'few' } },
          mapped: { $map: { input: '$a', as: 'x', in: { $multiply: ['$$x', 2] } } },
          filtered: { $filter: { input: '$a', cond: { $gte: ['$$this', 2] } } },
          reduced: { $reduce: { input: '$a', initialValue: 0, in: { $add: ['$$value', '$$this'] } } },
          text: { $concat: ['$s', '!', { $toString: { $arrayElemAt: ['$a', -1] } }] },
          instead: { $ifNull: ['$nothing', 'default'] },
          matches: { $regexMatch: { input: '$s', regex: '^h', options: 'i' } },
          year: { $year: '$d' },
        }
        expect(await sample.aggregate([{ $project: project }]).toArray()).toEqual([
          {
            date: '2024-05-06 07:08',
            switched: 'few',
            mapped: [2, 4, 6],
            filtered: [2, 3],
            reduced: 6,
            text: 'Hello!3',
            instead: 'default',
            matches: true,
            year: 2024,
          },
        ])
      },
    },
    {
      name: 'writes to other collections by $out and $merge',
      run: async ({ database, name, rows }) => {
        const source = rows()
        const [out, merged] = [name('out'), name('merged')]
        await source.insertMany([
          { _id: 1, v: 1 },
          { _id: 2, v: 2 },
        ])
        await database.collection(out).insertOne({ old: true })
        expect(await source.aggregate([{ $out: out }]).toArray()).toEqual([])
        expect(await database.collection(out).distinct('v')).toEqual([1, 2])
        expect(await database.collection(out).countDocuments({ old: true })).toBe(0)
        const into = (whenMatched: unknown): object => ({
          $merge: { into: merged, on: '_id', whenMatched, whenNotMatched: 'insert' },
        })
        await source.aggregate([{ $set: { z: 1 } }, into('merge')]).toArray()
        await source.aggregate([{ $project: { y: 1 } }, into('keepExisting')]).toArray()
        await source.aggregate([{ $limit: 1 }, into([{ $set: { sum: { $add: ['$v', '$$new.v'] } } }])]).toArray()
        expect(await database.collection(merged).find().sort({ _id: 1 }).toArray()).toEqual([
          { _id: 1, v: 1, z: 1, sum: 2 },
          { _id: 2, v: 2, z: 1 },
        ])
      },
    },
    {
      name: 'unites collections, follows a graph and looks through a window',
      run: async ({ rows }) => {
        const tree = rows()
        const other = rows()
        await tree.insertMany([
          { _id: 1, v: 1, parent: null },
          { _id: 2, v: 2, parent: 1 },
          { _id: 3, v: 3, parent: 2 },
        ])
        await other.insertMany([{ _id: 1 }, { _id: 2 }])
        const united = await tree.aggregate([{ $unionWith: other.collectionName }, { $count: 'n' }]).toArray()
        expect(united).toEqual([{ n: 5 }])
        const graph = {
          from: tree.collectionName,
          startWith: '$parent',
          connectFromField: 'parent',
          connectToField: '_id',
          as: 'ancestors',
        }
        const [leaf] = await tree.aggregate([{ $match: { _id: 3 } }, { $graphLookup: graph }]).toArray()
        expect(leaf?.ancestors).toHaveLength(2)
        const window = { documents: ['unbounded', 'current'] }
        const running = { sortBy: { _id: 1 }, output: { running: { $sum: '$v', window } } }
        const rowsSoFar = await tree.aggregate([{ $setWindowFields: running }, { $sort: { _id: 1 } }]).toArray()
        expect(rowsSoFar.map((row) => row.running)).toEqual([1, 3, 6])
      },
    },
  ],
}
