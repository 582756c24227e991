import mongoose from 'mongoose'
import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal, type Refusal, type Row } from './behaviour.ts'

const operations: readonly mongoose.mongo.AnyBulkWriteOperation<Row>[] = [
  { insertOne: { document: { _id: 2 } } },
  { insertOne: { document: { _id: 1 } } },
  { updateOne: { filter: { _id: 2 }, update: { $set: { a: 1 } } } },
  { deleteOne: { filter: { _id: 1 } } },
  { replaceOne: { filter: { _id: 7 }, replacement: { z: 1 }, upsert: true } },
]

function resultOf(error: Refusal): mongoose.mongo.BulkWriteResult {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error
  return error.result
}

export const bulks: BehaviourGroup = {
  topic: 'bulks',
  behaviours: [
    {
      name: 'stop at the first failure where they are ordered, and go on where they are not',
      run: async ({ rows }) => {
        const ordered = rows()
        await ordered.insertOne({ _id: 1 })
        const stopped = await expectRefusal(11000, () => ordered.bulkWrite(operations))
        expect(resultOf(stopped)).toMatchObject({ insertedCount: 1, modifiedCount: 0 })
        const unordered = rows()
        await unordered.insertOne({ _id: 1 })
        const finished = await expectRefusal(11000, () => unordered.bulkWrite(operations, { ordered: false }))
        expect(resultOf(finished)).toMatchObject({
          insertedCount: 1,
          modifiedCount: 1,
          deletedCount: 1,
          upsertedCount: 1,
        })
      },
    },
    {
      name: 'insert what they can where they are not ordered',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ u: 1 }, { unique: true })
        await expectRefusal(11000, () => sample.insertMany([{ u: 1 }, { u: 1 }, { u: 2 }], { ordered: false }))
        expect(await sample.countDocuments()).toBe(2)
      },
    },
    {
      name: 'take no unknown argument (40415), no empty list (16), no wrong type (14)',
      run: async ({ database, name }) => {
        const sample = name()
        await expectRefusal(40415, () => database.command({ find: sample, fliter: {} }))
        await expectRefusal(40415, () => database.command({ update: sample, updates: [{ q: {}, u: {}, mutli: true }] }))
        await expectRefusal(16, () => database.command({ insert: sample, documents: [] }))
        await expectRefusal(14, () => database.command({ find: sample, filter: 'x' }))
      },
    },
  ],
}
