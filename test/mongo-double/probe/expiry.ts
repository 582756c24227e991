import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal } from './behaviour.ts'

export const expiry: BehaviourGroup = {
  topic: 'expiry',
  behaviours: [
    {
      name: 'is listed, and changed by collMod',
      run: async ({ database, collection }) => {
        const sample = collection()
        await sample.createIndex({ at: 1 }, { expireAfterSeconds: 3600 })
        const listed = async (): Promise<unknown> =>
          (await sample.indexes()).find(({ name }) => name === 'at_1')?.expireAfterSeconds
        expect(await listed()).toBe(3600)
        const index = { keyPattern: { at: 1 }, expireAfterSeconds: 10 }
        expect(await database.command({ collMod: sample.collectionName, index })).toMatchObject({
          expireAfterSeconds_old: 3600,
          expireAfterSeconds_new: 10,
        })
        expect(await listed()).toBe(10)
      },
    },
    {
      name: 'is refused on a compound index and out of range (67), and on _id (197)',
      run: async ({ collection }) => {
        const sample = collection()
        await expectRefusal(67, () => sample.createIndex({ a: 1, b: 1 }, { expireAfterSeconds: 1 }))
        await expectRefusal(67, () => sample.createIndex({ a: 1 }, { expireAfterSeconds: -1 }))
        await expectRefusal([197, 67], () => sample.createIndex({ _id: 1 }, { expireAfterSeconds: 1 }))
      },
    },
    {
      name: 'removes what has a date in the past, and nothing else',
      timeout: 90_000,
      run: async ({ client, database, name }) => {
        const dated = database.collection<{ _id: string; at?: unknown }>(name())
        // A server that does not take orders looks once a minute.
        await client
          .db('admin')
          .command({ setParameter: 1, ttlMonitorSleepSecs: 1 })
          .catch(() => undefined)
        await dated.createIndex({ at: 1 }, { expireAfterSeconds: 1 })
        await dated.insertMany([
          { _id: 'past', at: new Date(Date.now() - 60_000) },
          { _id: 'future', at: new Date(Date.now() + 3_600_000) },
          { _id: 'none' },
          { _id: 'text', at: 'x' },
        ])
        while ((await dated.countDocuments({ _id: 'past' })) > 0) await pause(100)
        expect(await dated.distinct('_id')).toEqual(['future', 'none', 'text'])
      },
    },
    {
      name: 'of a time series counts from its time',
      timeout: 90_000,
      run: async ({ client, database, name }) => {
        await client
          .db('admin')
          .command({ setParameter: 1, ttlMonitorSleepSecs: 1 })
          .catch(() => undefined)
        const series = await database.createCollection(name(), {
          timeseries: { timeField: 'at', granularity: 'seconds' },
          expireAfterSeconds: 5,
        })
        // Whole buckets expire, which span an hour.
        await series.insertOne({ at: new Date(Date.now() - 7_200_000) })
        await series.insertOne({ at: new Date(Date.now() + 7_200_000) })
        while ((await series.countDocuments()) > 1) await pause(100)
        expect((await series.findOne())?.at.getTime()).toBeGreaterThan(Date.now())
      },
    },
  ],
}
