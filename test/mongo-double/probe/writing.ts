import mongoose from 'mongoose'
import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal } from './behaviour.ts'

export const writing: BehaviourGroup = {
  topic: 'writing',
  behaviours: [
    {
      name: 'inserts, finds, sorts, skips, limits, projects and counts',
      run: async ({ collection }) => {
        const numbers = collection()
        const { insertedId } = await numbers.insertOne({ a: 1 })
        expect(insertedId).toBeInstanceOf(mongoose.mongo.ObjectId)
        await numbers.insertMany([{ a: 3 }, { a: 2 }, { a: 5 }, { a: 4 }])
        const page = numbers
          .find({}, { projection: { _id: 0, a: 1 } })
          .sort({ a: -1 })
          .skip(1)
          .limit(2)
        expect(await page.toArray()).toEqual([{ a: 4 }, { a: 3 }])
        expect(await numbers.countDocuments({ a: { $gt: 2 } })).toBe(3)
        expect(await numbers.estimatedDocumentCount()).toBe(5)
        expect(await numbers.distinct('a')).toEqual([1, 2, 3, 4, 5])
      },
    },
    {
      name: 'changes fields by $set, $inc, $mul, $min, $max, $unset, $rename and $currentDate',
      run: async ({ rows }) => {
        const changed = rows()
        await changed.insertOne({ _id: 1, n: 5, m: 2, low: 5, high: 5, gone: 1, old: 'v' })
        const result = await changed.updateOne(
          { n: 5 },
          {
            $set: { s: 'q', 'nested.k': 1 },
            $inc: { n: 2 },
            $mul: { m: 3 },
            $min: { low: 1 },
            $max: { high: 9 },
            $unset: { gone: '' },
            $rename: { old: 'new' },
            $currentDate: { at: true },
            $setOnInsert: { inserted: 1 },
          },
        )
        expect([result.matchedCount, result.modifiedCount]).toEqual([1, 1])
        const found = await changed.findOne()
        expect(found?.at).toBeInstanceOf(Date)
        expect({ ...found, at: undefined }).toEqual({
          _id: 1,
          n: 7,
          m: 6,
          low: 1,
          high: 9,
          s: 'q',
          nested: { k: 1 },
          new: 'v',
        })
      },
    },
    {
      name: 'changes arrays by $push, $pull, $addToSet, $pop and $pullAll',
      run: async ({ collection }) => {
        const arrays = collection()
        await arrays.insertOne({ a: [3, 1], b: [1, 2, 3, 2], t: ['x'], o: [{ k: 1 }, { k: 2 }] })
        await arrays.updateOne({}, {
          $push: { a: { $each: [2, 9], $sort: 1, $slice: 3 } },
          $pull: { b: 2, o: { k: { $gte: 2 } } },
          $addToSet: { t: { $each: ['x', 'y'] } },
        } as object)
        expect(await arrays.findOne()).toMatchObject({ a: [1, 2, 3], b: [1, 3], t: ['x', 'y'], o: [{ k: 1 }] })
        await arrays.updateOne({}, {
          $pop: { a: -1 },
          $pullAll: { b: [3] },
          $push: { t: { $each: ['0'], $position: 0 } },
        } as object)
        expect(await arrays.findOne()).toMatchObject({ a: [2, 3], b: [1], t: ['0', 'x', 'y'] })
      },
    },
    {
      name: 'reaches into arrays by $, $[] and $[name]',
      run: async ({ collection }) => {
        const arrays = collection()
        await arrays.insertOne({
          g: [
            { k: 'a', v: 1 },
            { k: 'b', v: 2 },
            { k: 'c', v: 3 },
          ],
        })
        await arrays.updateOne({ 'g.k': 'b' }, { $set: { 'g.$.v': 20 } })
        await arrays.updateOne({}, { $inc: { 'g.$[].v': 1 } })
        await arrays.updateOne({}, { $set: { 'g.$[e].hit': true } }, { arrayFilters: [{ 'e.v': { $gte: 4 } }] })
        expect((await arrays.findOne())?.g).toEqual([
          { k: 'a', v: 2 },
          { k: 'b', v: 21, hit: true },
          { k: 'c', v: 4, hit: true },
        ])
      },
    },
    {
      name: 'tells what matched from what changed, for one and for many',
      run: async ({ collection }) => {
        const counted = collection()
        await counted.insertMany([{ a: 1 }, { a: 1 }, { a: 2 }])
        const same = await counted.updateMany({ a: 1 }, { $set: { a: 1 } })
        expect([same.matchedCount, same.modifiedCount]).toEqual([2, 0])
        const all = await counted.updateMany({}, { $set: { b: 1 } })
        expect([all.matchedCount, all.modifiedCount]).toEqual([3, 3])
        expect((await counted.deleteMany({ a: 1 })).deletedCount).toBe(2)
        expect((await counted.deleteOne({ a: 99 })).deletedCount).toBe(0)
      },
    },
    {
      name: 'upserts with what the filter fixes and what $setOnInsert sets',
      run: async ({ database, name }) => {
        const upserted = database.collection<{ _id: string; [field: string]: unknown }>(name())
        const filter = { _id: 'k', z: { $gt: 3 }, q: 7 }
        const result = await upserted.updateOne(filter, { $set: { a: 1 }, $setOnInsert: { b: 2 } }, { upsert: true })
        expect(result).toMatchObject({ matchedCount: 0, modifiedCount: 0, upsertedCount: 1, upsertedId: 'k' })
        expect(await upserted.findOne({ _id: 'k' })).toEqual({ _id: 'k', q: 7, a: 1, b: 2 })
        const replaced = await upserted.replaceOne({ _id: 'r' }, { x: 1 }, { upsert: true })
        expect(replaced.upsertedId).toBe('r')
        expect(await upserted.findOne({ _id: 'r' })).toEqual({ _id: 'r', x: 1 })
      },
    },
    {
      name: 'takes names with a dollar below the top level, and anywhere in what an upsert inserts (52)',
      run: async ({ rows }) => {
        const sample = rows()
        await sample.updateOne({ _id: 1 }, { $set: { $price: 1, nested: { $rate: 2 } } }, { upsert: true })
        await sample.updateOne({ _id: 1 }, { $set: { 'nested.$rate': 3 } })
        expect(await sample.findOne()).toEqual({ _id: 1, $price: 1, nested: { $rate: 3 } })
        await expectRefusal(52, () => sample.updateOne({ _id: 1 }, { $set: { $price: 2 } }, { upsert: true }))
      },
    },
    {
      name: 'updates by a pipeline',
      run: async ({ collection }) => {
        const calculated = collection()
        await calculated.insertOne({ a: 2, b: 3 })
        await calculated.updateOne({}, [
          { $set: { sum: { $add: ['$a', '$b'] }, big: { $cond: [{ $gt: ['$a', 1] }, 'y', 'n'] } } },
          { $unset: 'b' },
        ])
        expect(await calculated.findOne({}, { projection: { _id: 0 } })).toEqual({ a: 2, sum: 5, big: 'y' })
      },
    },
    {
      name: 'finds and modifies: before, after, upsert, replace, delete, with the result about it',
      run: async ({ rows }) => {
        const modified = rows()
        await modified.insertMany([
          { _id: 1, p: 2 },
          { _id: 2, p: 1 },
        ])
        expect(await modified.findOneAndUpdate({}, { $set: { u: 1 } }, { sort: { p: 1 } })).toEqual({ _id: 2, p: 1 })
        const after = { returnDocument: 'after', projection: { p: 1, _id: 0 } } as const
        expect(await modified.findOneAndUpdate({ _id: 1 }, { $inc: { p: 5 } }, after)).toEqual({ p: 7 })
        const upsert = { upsert: true, returnDocument: 'after' } as const
        expect(await modified.findOneAndUpdate({ _id: 9 }, { $set: { n: 1 } }, upsert)).toEqual({ _id: 9, n: 1 })
        expect(await modified.findOneAndUpdate({ _id: 404 }, { $set: { n: 1 } })).toBeNull()
        const replaced = await modified.findOneAndReplace({ _id: 9 }, { w: 1 }, { returnDocument: 'after' })
        expect(replaced).toEqual({ _id: 9, w: 1 })
        expect(await modified.findOneAndDelete({ _id: 9 })).toEqual({ _id: 9, w: 1 })
        const raw = await modified.findOneAndUpdate({ _id: 1 }, { $inc: { p: 1 } }, { includeResultMetadata: true })
        expect(raw.lastErrorObject).toEqual({ n: 1, updatedExisting: true })
      },
    },
    {
      name: 'loses no update among fifty at once, and lets one of twenty racing upserts insert',
      run: async ({ collection }) => {
        const raced = collection()
        await raced.insertOne({ k: 'counter', n: 0 })
        await Promise.all(Array.from({ length: 50 }, () => raced.updateOne({ k: 'counter' }, { $inc: { n: 1 } })))
        expect((await raced.findOne({ k: 'counter' }))?.n).toBe(50)
        await raced.createIndex({ k: 1 }, { unique: true })
        const upsert = { upsert: true }
        await Promise.allSettled(
          Array.from({ length: 20 }, () => raced.updateOne({ k: 'x' }, { $inc: { n: 1 } }, upsert)),
        )
        expect(await raced.countDocuments({ k: 'x' })).toBe(1)
      },
    },
  ],
}
