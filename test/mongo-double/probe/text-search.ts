import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal } from './behaviour.ts'

export const textSearch: BehaviourGroup = {
  topic: 'text search',
  behaviours: [
    {
      name: 'an index lists its pair of keys, its weights and its languages',
      run: async ({ collection }) => {
        const articles = collection()
        await articles.createIndex({ title: 'text', body: 'text' }, { weights: { title: 5 }, name: 'words' })
        expect((await articles.indexes()).find(({ name }) => name === 'words')).toEqual({
          v: 2,
          key: { _fts: 'text', _ftsx: 1 },
          name: 'words',
          weights: { body: 1, title: 5 },
          default_language: 'english',
          language_override: 'language',
          textIndexVersion: 3,
        })
      },
    },
    {
      name: 'an index is created again from how it is listed',
      run: async ({ database, collection }) => {
        const articles = collection()
        await articles.createIndex({ tenant: 1, title: 'text', body: 'text' }, { weights: { title: 5 } })
        const [, index] = await articles.indexes()
        await articles.dropIndex(index?.name ?? '')
        await database.command({ createIndexes: articles.collectionName, indexes: [index] })
        expect((await articles.indexes())[1]).toEqual(index)
        expect(await database.command({ createIndexes: articles.collectionName, indexes: [index] })).toMatchObject({
          note: 'all indexes already exist',
        })
      },
    },
    {
      name: 'finds words, and scores and sorts what it finds',
      run: async ({ rows }) => {
        const places = rows()
        await places.createIndex({ t: 'text' })
        await places.insertMany([
          { _id: 1, t: 'coffee shop' },
          { _id: 2, t: 'tea house' },
          { _id: 3, t: 'coffee coffee coffee' },
        ])
        const score = { $meta: 'textScore' } as const
        const found = await places
          .find({ $text: { $search: 'coffee' } }, { projection: { score } })
          .sort({ score })
          .toArray()
        expect(found.map(({ _id }) => _id)).toEqual([3, 1])
        expect(found[0]?.score).toBeGreaterThan(found[1]?.score)
      },
    },
    {
      name: 'knows phrases, negations, any of several words, stems and stop words',
      run: async ({ rows }) => {
        const places = rows()
        await places.createIndex({ t: 'text' })
        await places.insertMany([
          { _id: 1, t: 'running fast' },
          { _id: 2, t: 'the coffee shop' },
          { _id: 3, t: 'shop for coffee' },
        ])
        const search = async ($search: string): Promise<readonly number[]> => {
          const found = await places.find({ $text: { $search } }).sort({ _id: 1 }).toArray()
          return found.map(({ _id }) => _id)
        }
        expect(await search('"coffee shop"')).toEqual([2])
        expect(await search('coffee -for -running')).toEqual([2, 3])
        expect(await search('fast coffee')).toEqual([1, 2, 3])
        expect(await search('runs')).toEqual([1])
        expect(await search('the')).toEqual([])
      },
    },
    {
      name: 'needs an index (27), of which a collection has one (67 or 85)',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.insertOne({ t: 'x' })
        await expectRefusal(27, () => sample.find({ $text: { $search: 'x' } }).toArray())
        await sample.createIndex({ t: 'text' })
        await expectRefusal([67, 85], () => sample.createIndex({ u: 'text' }))
      },
    },
    {
      name: 'scores in an aggregation',
      run: async ({ rows }) => {
        const places = rows()
        await places.createIndex({ t: 'text' })
        await places.insertMany([
          { _id: 1, t: 'coffee' },
          { _id: 2, t: 'tea' },
        ])
        const found = await places
          .aggregate([{ $match: { $text: { $search: 'coffee' } } }, { $project: { score: { $meta: 'textScore' } } }])
          .toArray()
        expect(found).toEqual([{ _id: 1, score: expect.any(Number) }])
      },
    },
  ],
}
