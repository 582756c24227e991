import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal, failureOf } from './behaviour.ts'

export const transactions: BehaviourGroup = {
  topic: 'transactions',
  behaviours: [
    {
      name: 'aborted, undo inserts, updates and deletes',
      run: async ({ client, database, name }) => {
        const sample = database.collection<{ _id: string; n?: number }>(name())
        await sample.insertMany([{ _id: 'kept', n: 1 }, { _id: 'deleted' }])
        await client.withSession(async (session) => {
          session.startTransaction()
          await sample.insertOne({ _id: 'inserted' }, { session })
          await sample.updateOne({ _id: 'kept' }, { $set: { n: 2 } }, { session })
          await sample.deleteOne({ _id: 'deleted' }, { session })
          await session.abortTransaction()
        })
        expect(await sample.find().sort({ _id: 1 }).toArray()).toEqual([{ _id: 'deleted' }, { _id: 'kept', n: 1 }])
      },
    },
    {
      name: 'see what they wrote, which nobody else does before the commit',
      run: async ({ client, rows }) => {
        const sample = rows()
        await sample.insertOne({ _id: 0 })
        await client.withSession(async (session) => {
          session.startTransaction()
          await sample.insertOne({ _id: 1 }, { session })
          expect(await sample.countDocuments({}, { session })).toBe(2)
          expect(await sample.find().toArray()).toEqual([{ _id: 0 }])
          await session.commitTransaction()
        })
        expect(await sample.countDocuments()).toBe(2)
      },
    },
    {
      name: 'see nothing of what others write after their beginning',
      run: async ({ client, rows }) => {
        const sample = rows()
        await sample.insertMany([
          { _id: 0, n: 1 },
          { _id: 1, n: 1 },
        ])
        await client.withSession(async (session) => {
          session.startTransaction({ readConcern: { level: 'snapshot' } })
          expect(await sample.countDocuments({}, { session })).toBe(2)
          await sample.updateOne({ _id: 0 }, { $set: { n: 2 } })
          await sample.deleteOne({ _id: 1 })
          await sample.insertOne({ _id: 2, n: 1 })
          expect(await sample.find({}, { session }).sort({ _id: 1 }).toArray()).toEqual([
            { _id: 0, n: 1 },
            { _id: 1, n: 1 },
          ])
          await session.commitTransaction()
        })
      },
    },
    {
      name: 'abort where their callback fails',
      run: async ({ client, rows }) => {
        const sample = rows()
        await sample.insertOne({ _id: 0 })
        await failureOf(() =>
          client.withSession((session) =>
            session.withTransaction(async () => {
              await sample.insertOne({ _id: 1 }, { session })
              throw new Error('boom')
            }),
          ),
        )
        expect(await sample.countDocuments()).toBe(1)
      },
    },
    {
      name: 'let one of two write a document, and tell the other to try again (112)',
      run: async ({ client, rows }) => {
        const sample = rows()
        await sample.insertOne({ _id: 1, n: 0 })
        const increment = { $inc: { n: 1 } }
        await client.withSession((first) =>
          client.withSession(async (second) => {
            first.startTransaction()
            second.startTransaction()
            await sample.updateOne({ _id: 1 }, increment, { session: first })
            const error = await expectRefusal(112, () => sample.updateOne({ _id: 1 }, increment, { session: second }))
            expect(error.hasErrorLabel('TransientTransactionError')).toBe(true)
            await first.commitTransaction()
            await second.abortTransaction().catch(() => undefined)
          }),
        )
        expect((await sample.findOne({ _id: 1 }))?.n).toBe(1)
      },
    },
    {
      name: 'let one of two take a unique value, and tell the other to try again (112)',
      run: async ({ client, rows }) => {
        const sample = rows()
        await sample.createIndex({ u: 1 }, { unique: true })
        await client.withSession((first) =>
          client.withSession(async (second) => {
            first.startTransaction()
            second.startTransaction()
            await sample.insertOne({ _id: 1, u: 'x' }, { session: first })
            await expectRefusal(112, () => sample.insertOne({ _id: 2, u: 'x' }, { session: second }))
            await first.commitTransaction()
            await second.abortTransaction().catch(() => undefined)
          }),
        )
        expect(await sample.find().toArray()).toEqual([{ _id: 1, u: 'x' }])
      },
    },
    {
      name: 'are over with their first failure (251)',
      run: async ({ client, rows }) => {
        const sample = rows()
        await sample.insertOne({ _id: 1 })
        await client.withSession(async (session) => {
          session.startTransaction()
          await sample.insertOne({ _id: 2 }, { session })
          await expectRefusal(11000, () => sample.insertOne({ _id: 1 }, { session }))
          await expectRefusal(251, () => sample.insertOne({ _id: 3 }, { session }))
          await session.abortTransaction().catch(() => undefined)
        })
        expect(await sample.find().toArray()).toEqual([{ _id: 1 }])
      },
    },
    {
      name: 'hold a document for themselves: a write outside waits for their end',
      run: async ({ client, rows }) => {
        const sample = rows()
        await sample.insertOne({ _id: 1, n: 1 })
        let outside: Promise<unknown> = Promise.resolve()
        await client.withSession(async (session) => {
          session.startTransaction()
          await sample.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session })
          outside = sample.updateOne({ _id: 1 }, { $mul: { n: 10 } })
          await session.commitTransaction()
        })
        await outside
        expect((await sample.findOne({ _id: 1 }))?.n).toBe(20)
      },
    },
    {
      name: 'exchange unique values between two documents',
      run: async ({ client, rows }) => {
        const sample = rows()
        await sample.createIndex({ u: 1 }, { unique: true })
        await sample.insertMany([
          { _id: 1, u: 'a' },
          { _id: 2, u: 'b' },
        ])
        await client.withSession((session) =>
          session.withTransaction(async () => {
            await sample.updateOne({ _id: 1 }, { $set: { u: 'c' } }, { session })
            await sample.updateOne({ _id: 2 }, { $set: { u: 'a' } }, { session })
            await sample.updateOne({ _id: 1 }, { $set: { u: 'b' } }, { session })
          }),
        )
        expect(await sample.find().sort({ _id: 1 }).toArray()).toEqual([
          { _id: 1, u: 'b' },
          { _id: 2, u: 'a' },
        ])
        await expectRefusal(11000, () => sample.insertOne({ _id: 3, u: 'a' }))
        await sample.insertOne({ _id: 3, u: 'c' })
      },
    },
    {
      name: 'refuse what may not be done in one (263)',
      run: async ({ client, database, rows }) => {
        const sample = rows()
        await sample.insertOne({ _id: 1 })
        const name = sample.collectionName
        const commands = [
          { count: name },
          { listCollections: 1 },
          { collMod: name, validator: {} },
          { createIndexes: name, indexes: [{ key: { a: 1 }, name: 'a_1' }] },
          { aggregate: name, pipeline: [{ $out: `${name}_out` }], cursor: {} },
        ]
        for (const command of commands) {
          await client.withSession(async (session) => {
            session.startTransaction()
            await expectRefusal(263, () => database.command(command, { session }))
            await session.abortTransaction().catch(() => undefined)
          })
        }
      },
    },
    {
      name: 'are committed twice without harm',
      run: async ({ client, rows }) => {
        const sample = rows()
        await sample.insertOne({ _id: 0 })
        await client.withSession(async (session) => {
          session.startTransaction()
          await sample.insertOne({ _id: 1 }, { session })
          await session.commitTransaction()
          await session.commitTransaction()
        })
        expect(await sample.countDocuments()).toBe(2)
      },
    },
  ],
}
