import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal } from './behaviour.ts'

const cannotCreate = 67
/** What an expression of an aggregation is answered with. */
const notAllowed = 224

export const indexRefusals: BehaviourGroup = {
  topic: 'indexes refuse',
  behaviours: [
    {
      name: 'a partial filter that is not of the few that they know (67 or 224)',
      run: async ({ collection }) => {
        const unsupported = [
          { a: { $ne: null } },
          { a: { $nin: [1] } },
          { a: { $not: { $gt: 1 } } },
          { a: { $exists: false } },
          { a: /x/ },
          { a: { $regex: 'x' } },
          { a: { $size: 1 } },
          { a: { $elemMatch: { b: 1 } } },
          { a: { $all: [{ $elemMatch: { b: 1 } }] } },
          { $nor: [{ a: 1 }] },
          { $expr: { $eq: ['$a', 1] } },
          { $and: [{ a: 1 }, { b: { $ne: 1 } }] },
        ]
        for (const [place, partialFilterExpression] of unsupported.entries()) {
          await expectRefusal([cannotCreate, notAllowed], () =>
            collection().createIndex({ a: 1 }, { name: `n${place}`, partialFilterExpression }),
          )
        }
      },
    },
    {
      name: 'none of the partial filters that MongoDB documents',
      run: async ({ collection }) => {
        const sample = collection()
        const supported = [
          { a: 1 },
          { a: { $eq: 1 } },
          { a: null },
          { a: { $exists: true } },
          { a: { $gt: 1, $lte: 9 } },
          { a: { $gte: 1 } },
          { a: { $lt: 1 } },
          { a: { $type: 'string' } },
          { $and: [{ a: 1 }, { b: 2 }] },
          { $or: [{ a: 1 }, { b: 2 }] },
          { a: { $in: [1, 2] } },
        ]
        for (const [place, partialFilterExpression] of supported.entries()) {
          await sample.createIndex({ [`f${place}`]: 1 }, { partialFilterExpression })
        }
        expect(await sample.indexes()).toHaveLength(supported.length + 1)
      },
    },
    {
      name: 'to be sparse and partial at once (67), hashed and unique at once (16764)',
      run: async ({ collection }) => {
        const sample = collection()
        const both = { sparse: true, partialFilterExpression: { a: 1 } }
        await expectRefusal(cannotCreate, () => sample.createIndex({ a: 1 }, both))
        await expectRefusal(16764, () => sample.createIndex({ a: 'hashed' }, { unique: true }))
      },
    },
    {
      name: 'a document with two arrays side by side (171)',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ a: 1, b: 1 })
        await sample.insertOne({ a: [1, 2], b: 1 })
        await expectRefusal(171, () => sample.insertOne({ a: [1], b: [1] }))
        await expectRefusal(171, () => sample.updateOne({ b: 1 }, { $set: { b: [1] } }))
        expect(await sample.countDocuments({ b: 1 })).toBe(1)
      },
    },
    {
      name: 'more than 64 in one collection (67)',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndexes(Array.from({ length: 63 }, (_, place) => ({ key: { [`f${place}`]: 1 } })))
        await expectRefusal(cannotCreate, () => sample.createIndex({ last: 1 }))
      },
    },
    {
      name: 'text that stands on both sides of another field (67)',
      run: async ({ collection }) => {
        await expectRefusal(cannotCreate, () => collection().createIndex({ a: 'text', b: 1, c: 'text' }))
      },
    },
  ],
}
