import { expect } from 'vitest'
import type { BehaviourGroup } from './behaviour.ts'

export const changeStreams: BehaviourGroup = {
  topic: 'change streams',
  behaviours: [
    {
      name: 'show inserts, updates, replacements and deletes, with the document where it is asked for',
      run: async ({ rows }) => {
        const sample = rows()
        await sample.insertOne({ _id: 0 })
        const stream = sample.watch([], { fullDocument: 'updateLookup', maxAwaitTimeMS: 500 })
        try {
          // The stream begins with its first look.
          expect(await stream.tryNext()).toBeNull()
          await sample.insertOne({ _id: 1, a: 1, b: { c: 1, d: 1 } })
          await sample.updateOne({ _id: 1 }, { $set: { a: 2, 'b.c': 2 }, $unset: { 'b.d': '' } })
          await sample.replaceOne({ _id: 1 }, { z: 1 })
          await sample.deleteOne({ _id: 1 })
          const events = [await stream.next(), await stream.next(), await stream.next(), await stream.next()]
          expect(events).toMatchObject([
            { operationType: 'insert', fullDocument: { _id: 1, a: 1 }, documentKey: { _id: 1 } },
            {
              operationType: 'update',
              updateDescription: { updatedFields: { a: 2, 'b.c': 2 }, removedFields: ['b.d'] },
            },
            { operationType: 'replace', fullDocument: { _id: 1, z: 1 } },
            { operationType: 'delete', documentKey: { _id: 1 } },
          ])
          expect(events[0]?._id).toHaveProperty('_data')
        } finally {
          await stream.close()
        }
      },
    },
    {
      name: 'go on from where another one stopped, and filter by a pipeline',
      run: async ({ database, rows }) => {
        const sample = rows()
        await sample.insertOne({ _id: 0 })
        const first = sample.watch([], { maxAwaitTimeMS: 500 })
        expect(await first.tryNext()).toBeNull()
        await sample.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }])
        const { _id: resumeAfter } = await first.next()
        await first.close()
        const pipeline = [{ $match: { 'documentKey._id': { $gt: 2 } } }]
        const second = database.watch(pipeline, { resumeAfter, maxAwaitTimeMS: 500 })
        try {
          expect(await second.next()).toMatchObject({ operationType: 'insert', fullDocument: { _id: 3 } })
        } finally {
          await second.close()
        }
      },
    },
    {
      name: 'show a transaction with its commit and nothing of one that is aborted',
      run: async ({ client, rows }) => {
        const sample = rows()
        await sample.insertOne({ _id: 0 })
        const stream = sample.watch([], { maxAwaitTimeMS: 200 })
        try {
          expect(await stream.tryNext()).toBeNull()
          await client.withSession(async (session) => {
            session.startTransaction()
            await sample.insertOne({ _id: 1 }, { session })
            await session.abortTransaction()
            session.startTransaction()
            await sample.insertOne({ _id: 2 }, { session })
            expect(await stream.tryNext()).toBeNull()
            await session.commitTransaction()
          })
          expect(await stream.next()).toMatchObject({ operationType: 'insert', documentKey: { _id: 2 } })
        } finally {
          await stream.close()
        }
      },
    },
    {
      name: 'end with their collection',
      run: async ({ rows }) => {
        const sample = rows()
        await sample.insertOne({ _id: 0 })
        const stream = sample.watch([], { maxAwaitTimeMS: 500 })
        try {
          expect(await stream.tryNext()).toBeNull()
          await sample.drop()
          expect((await stream.next()).operationType).toBe('drop')
          expect((await stream.next()).operationType).toBe('invalidate')
        } finally {
          await stream.close()
        }
      },
    },
  ],
}
