import { setTimeout as pause } from 'node:timers/promises'
import mongoose from 'mongoose'
import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal } from './behaviour.ts'

const { Long, MongoClient } = mongoose.mongo

export const cursors: BehaviourGroup = {
  topic: 'cursors',
  behaviours: [
    {
      name: 'give their documents in batches, in order, and are killed when they are closed',
      run: async ({ uri, database, rows }) => {
        const many = rows()
        await many.insertMany(Array.from({ length: 1000 }, (_, _id) => ({ _id })))
        const client = new MongoClient(uri, { monitorCommands: true })
        const commands: string[] = []
        client.on('commandStarted', ({ commandName }) => commands.push(commandName))
        try {
          const same = client.db(database.databaseName).collection<{ _id: number }>(many.collectionName)
          const seen: number[] = []
          for await (const { _id } of same.find().sort({ _id: 1 }).batchSize(100)) seen.push(_id)
          expect(seen).toEqual(Array.from({ length: 1000 }, (_, _id) => _id))
          expect(commands.filter((name) => name === 'getMore').length).toBeGreaterThanOrEqual(9)
          const left = same.find().batchSize(10)
          await left.next()
          await left.close()
          expect(commands).toContain('killCursors')
        } finally {
          await client.close()
        }
      },
    },
    {
      name: 'are those of aggregations, too; one that is not there is not found (43)',
      run: async ({ database, rows }) => {
        const many = rows()
        await many.insertMany(Array.from({ length: 500 }, (_, _id) => ({ _id })))
        expect(await many.aggregate([{ $match: {} }], { batchSize: 50 }).toArray()).toHaveLength(500)
        const getMore = Long.fromNumber(123_456_789)
        await expectRefusal(43, () => database.command({ getMore, collection: many.collectionName }))
      },
    },
    {
      name: 'follow a capped collection',
      run: async ({ database, name }) => {
        const tail = name()
        await database.createCollection(tail, { capped: true, size: 100_000 })
        const capped = database.collection<{ _id: number }>(tail)
        await capped.insertOne({ _id: 1 })
        const cursor = capped.find({}, { tailable: true, awaitData: true, maxAwaitTimeMS: 2000 })
        try {
          expect(await cursor.next()).toEqual({ _id: 1 })
          const next = cursor.next()
          await pause(50)
          await capped.insertOne({ _id: 2 })
          expect(await next).toEqual({ _id: 2 })
        } finally {
          await cursor.close()
        }
      },
    },
    {
      name: 'give as much as fits into one answer',
      run: async ({ rows }) => {
        const large = rows()
        const text = 'x'.repeat(1024 * 1024)
        for (let _id = 0; _id < 20; _id += 1) await large.insertOne({ _id, text })
        const found = await large.find().batchSize(1000).toArray()
        expect(found.map(({ _id }) => _id)).toEqual(Array.from({ length: 20 }, (_, _id) => _id))
      },
    },
    {
      name: 'show what was there when they were opened',
      run: async ({ rows }) => {
        const sample = rows()
        await sample.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }])
        const cursor = sample.find().sort({ _id: 1 }).batchSize(2)
        expect(await cursor.next()).toEqual({ _id: 1 })
        await sample.insertOne({ _id: 0 })
        expect((await cursor.toArray()).map(({ _id }) => _id)).toEqual([2, 3])
      },
    },
  ],
}
