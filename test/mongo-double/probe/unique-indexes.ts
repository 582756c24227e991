import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal } from './behaviour.ts'

export const uniqueIndexes: BehaviourGroup = {
  topic: 'unique indexes',
  behaviours: [
    {
      name: 'refuse a second document with the value, and say which',
      run: async ({ collection }) => {
        const people = collection()
        await people.createIndex({ email: 1 }, { unique: true })
        await people.insertOne({ email: 'a' })
        const error = await expectRefusal(11000, () => people.insertOne({ email: 'a' }))
        expect([error.keyPattern, error.keyValue]).toEqual([{ email: 1 }, { email: 'a' }])
        expect(await people.countDocuments()).toBe(1)
      },
    },
    {
      name: 'refuse an update, an upsert, a findAndModify and a replacement that would break them',
      run: async ({ collection }) => {
        const people = collection()
        await people.createIndex({ email: 1 }, { unique: true })
        await people.insertMany([{ email: 'a' }, { email: 'b' }])
        const taken = { $set: { email: 'a' } }
        await expectRefusal(11000, () => people.updateOne({ email: 'b' }, taken))
        await expectRefusal(11000, () => people.updateOne({ n: 3 }, taken, { upsert: true }))
        await expectRefusal(11000, () => people.findOneAndUpdate({ email: 'b' }, taken))
        await expectRefusal(11000, () => people.replaceOne({ email: 'b' }, { email: 'a' }))
        expect(await people.distinct('email')).toEqual(['a', 'b'])
      },
    },
    {
      name: 'take a missing field for null',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ u: 1 }, { unique: true })
        await sample.insertOne({ a: 1 })
        await expectRefusal(11000, () => sample.insertOne({ a: 2 }))
      },
    },
    {
      name: 'are not made over documents that break them',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.insertMany([{ u: 1 }, { u: 1 }])
        await expectRefusal(11000, () => sample.createIndex({ u: 1 }, { unique: true }))
        expect(await sample.indexes()).toHaveLength(1)
      },
    },
    {
      name: 'hold every element of an array, of one document as often as it likes',
      run: async ({ collection }) => {
        const tagged = collection()
        await tagged.createIndex({ tags: 1 }, { unique: true })
        await tagged.insertOne({ tags: ['a', 'b'] })
        await expectRefusal(11000, () => tagged.insertOne({ tags: ['b', 'c'] }))
        await tagged.insertOne({ tags: ['z', 'z'] })
      },
    },
    {
      name: 'hold nothing any more once they or their collection are dropped',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ u: 1 }, { unique: true })
        await sample.insertOne({ u: 1 })
        await sample.dropIndex('u_1')
        await sample.insertOne({ u: 1 })
        await sample.drop()
        await sample.insertOne({ u: 1 })
        expect((await sample.indexes()).map(({ name }) => name)).toEqual(['_id_'])
      },
    },
    {
      name: 'compare by their collation',
      run: async ({ collection }) => {
        const names = collection()
        await names.createIndex({ n: 1 }, { unique: true, collation: { locale: 'en', strength: 2 } })
        await names.insertOne({ n: 'Bob' })
        await expectRefusal(11000, () => names.insertOne({ n: 'bOB' }))
      },
    },
    {
      name: 'free a value with its document, for the next one',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ u: 1 }, { unique: true })
        await sample.insertOne({ u: 1 })
        await sample.updateOne({ u: 1 }, { $set: { u: 2 } })
        await sample.insertOne({ u: 1 })
        await sample.deleteOne({ u: 2 })
        await sample.insertOne({ u: 2 })
        expect(await sample.countDocuments()).toBe(2)
      },
    },
    {
      name: 'are found by: a lookup by the value sees just its document',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ u: 1, v: 1 }, { unique: true })
        await sample.insertMany([
          { u: 1, v: 'a' },
          { u: [2, 3], v: 'b' },
        ])
        expect(await sample.countDocuments({ u: 1, v: 'a' })).toBe(1)
        expect(await sample.countDocuments({ u: 3, v: 'b' })).toBe(1)
        expect(await sample.countDocuments({ u: 3, v: 'a' })).toBe(0)
      },
    },
  ],
}
