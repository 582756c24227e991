import mongoose from 'mongoose'
import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal, type Row } from './behaviour.ts'

const { Binary, BSONRegExp, Decimal128, Double, Int32, Long, MinKey, ObjectId, Timestamp, UUID } = mongoose.mongo

export const querying: BehaviourGroup = {
  topic: 'querying',
  behaviours: [
    {
      name: 'matches null, missing, arrays and paths, with every operator for fields',
      run: async ({ rows }) => {
        const values = rows()
        await values.insertMany([
          { _id: 1, a: null },
          { _id: 2 },
          { _id: 3, a: [1, 2, 3] },
          {
            _id: 4,
            a: [
              { x: 1, y: 2 },
              { x: 3, y: 4 },
            ],
          },
          { _id: 5, a: 'abc' },
          { _id: 6, a: 12 },
        ])
        const cases: readonly (readonly [object, readonly number[]])[] = [
          [{ a: null }, [1, 2]],
          [{ a: { $exists: false } }, [2]],
          [{ a: 2 }, [3]],
          [{ 'a.x': 3 }, [4]],
          [{ a: { $elemMatch: { x: 1, y: 4 } } }, []],
          [{ 'a.x': 1, 'a.y': 4 }, [4]],
          [{ a: { $all: [1, 3] } }, [3]],
          [{ a: { $size: 2 } }, [4]],
          [{ a: { $type: 'string' } }, [5]],
          [{ a: { $type: 'number' } }, [3, 6]],
          [{ a: { $mod: [5, 2] } }, [3, 6]],
          [{ a: /^A/i }, [5]],
          [{ a: { $not: { $gt: 1 } } }, [1, 2, 4, 5]],
          [{ $nor: [{ a: null }, { a: 'abc' }] }, [3, 4, 6]],
          [{ a: { $in: [/^ab/, 12] } }, [5, 6]],
          [{ $expr: { $eq: ['$a', 12] } }, [6]],
          [{ a: { $gte: 'a' } }, [5]],
        ]
        for (const [filter, ids] of cases) {
          const found = await values.find(filter).sort({ _id: 1 }).toArray()
          expect(
            found.map(({ _id }) => _id),
            JSON.stringify(filter),
          ).toEqual(ids)
        }
      },
    },
    {
      name: 'compares within one type and sorts across all of them',
      run: async ({ rows }) => {
        const values = rows()
        const mixed = ['s', 5, null, { a: 1 }, true, new Date(0), new ObjectId()]
        await values.insertMany(mixed.map((v, place) => ({ _id: place + 1, v })))
        const sorted = await values.find().sort({ v: 1, _id: 1 }).toArray()
        expect(sorted.map(({ _id }) => _id)).toEqual([3, 2, 1, 4, 7, 5, 6])
        expect((await values.find({ v: { $gt: 1 } }).toArray()).map(({ _id }) => _id)).toEqual([2])
      },
    },
    {
      name: 'projects slices, elements, the matched element, expressions and exclusions',
      run: async ({ rows }) => {
        const values = rows()
        await values.insertOne({ _id: 1, a: [1, 2, 3, 4], b: [{ k: 1 }, { k: 2 }], c: 5 })
        const project = (projection: object, filter: object = {}): Promise<unknown> =>
          values.findOne(filter, { projection })
        expect(await project({ a: { $slice: [1, 2] }, b: 0, c: 0 })).toEqual({ _id: 1, a: [2, 3] })
        expect(await project({ b: { $elemMatch: { k: 2 } } })).toEqual({ _id: 1, b: [{ k: 2 }] })
        expect(await project({ 'b.$': 1 }, { 'b.k': 2 })).toEqual({ _id: 1, b: [{ k: 2 }] })
        expect(await project({ _id: 0, d: { $add: ['$c', 1] } })).toEqual({ d: 6 })
      },
    },
    {
      name: 'compares strings by the collation of a query',
      run: async ({ collection }) => {
        const names = collection()
        await names.insertMany([{ n: 'bob' }, { n: 'Alice' }, { n: 'alice' }])
        const ignoringCase = { collation: { locale: 'en', strength: 2 } } as const
        expect(await names.find({ n: 'ALICE' }, ignoringCase).toArray()).toHaveLength(2)
        const sorted = await names.find().sort({ n: 1 }).collation({ locale: 'en' }).toArray()
        expect(sorted.map(({ n }) => n)).toEqual(['alice', 'Alice', 'bob'])
      },
    },
    {
      name: 'refuses a hint at no index, and explains that it would use one',
      run: async ({ collection }) => {
        const hinted = collection()
        await hinted.insertMany([{ a: 1 }, { a: 2 }])
        await hinted.createIndex({ a: 1 })
        await expectRefusal(2, () => hinted.find({ a: 1 }).hint('nope_1').toArray())
        const explained = await hinted.find({ a: 1 }).explain('executionStats')
        expect(JSON.stringify(explained.queryPlanner.winningPlan)).toContain('IXSCAN')
        expect(explained.executionStats.nReturned).toBe(1)
      },
    },
    {
      name: 'gives what a hinted index holds, in its order',
      run: async ({ rows }) => {
        const hinted = rows()
        await hinted.insertMany([
          { _id: 1, n: 4, s: 1 },
          { _id: 2, n: 5 },
          { _id: 3, n: 4, s: 3 },
        ])
        await hinted.createIndex({ n: -1, _id: -1 })
        await hinted.createIndex({ s: 1 }, { sparse: true })
        const ids = async (hint: string): Promise<readonly number[]> =>
          (await hinted.find().hint(hint).toArray()).map(({ _id }) => _id)
        expect(await ids('n_-1__id_-1')).toEqual([2, 3, 1])
        expect(await ids('s_1')).toEqual([1, 3])
        const found = await hinted.aggregate([{ $match: {} }], { hint: { n: -1, _id: -1 } }).toArray()
        expect(found.map(({ _id }) => _id)).toEqual([2, 3, 1])
      },
    },
    {
      name: 'keeps every type of BSON',
      run: async ({ database, name }) => {
        const options = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true }
        const typed = database.collection<Row>(name(), options)
        await typed.insertOne({
          _id: 1,
          int: new Int32(5),
          double: new Double(5),
          long: Long.fromString('9007199254740993'),
          decimal: Decimal128.fromString('1.10'),
          uuid: new UUID(),
          binary: new Binary(Buffer.from([1, 2, 3])),
          regex: new BSONRegExp('a', 'i'),
          timestamp: new Timestamp({ t: 5, i: 1 }),
          date: new Date(5),
          least: new MinKey(),
          nested: { array: [new Double(1)] },
        })
        const found = await typed.findOne({}, { bsonRegExp: true })
        expect(found?.int).toBeInstanceOf(Int32)
        expect(found?.double).toBeInstanceOf(Double)
        expect(String(found?.long)).toBe('9007199254740993')
        expect(String(found?.decimal)).toBe('1.10')
        expect(found?.uuid).toMatchObject({ sub_type: Binary.SUBTYPE_UUID })
        expect(found?.binary).toBeInstanceOf(Binary)
        expect(found?.regex).toMatchObject({ pattern: 'a', options: 'i' })
        expect(found?.timestamp).toBeInstanceOf(Timestamp)
        expect(found?.date).toEqual(new Date(5))
        expect(found?.least).toBeInstanceOf(MinKey)
        expect(found?.nested).toEqual({ array: [new Double(1)] })
      },
    },
    {
      name: 'keeps the type of a number when it counts, and finds numbers by their type',
      run: async ({ database, name }) => {
        const typed = database.collection<Row>(name(), { promoteValues: false, promoteLongs: false })
        await typed.insertOne({ _id: 1, int: new Int32(1), long: Long.fromNumber(1), double: new Double(1) })
        await typed.updateOne({ _id: 1 }, { $inc: { int: 1, long: 1, double: 1 } })
        const found = await typed.findOne()
        expect(found?.int).toBeInstanceOf(Int32)
        expect(found?.long).toBeInstanceOf(Long)
        expect(found?.double).toBeInstanceOf(Double)
        const count = async (filter: object): Promise<number> => Number(await typed.countDocuments(filter))
        expect(await count({ double: { $type: 'double' } })).toBe(1)
        expect(await count({ int: { $type: 'int' } })).toBe(1)
        expect(await count({ long: { $type: 'long' } })).toBe(1)
        expect(await count({ double: { $type: 'int' } })).toBe(0)
      },
    },
  ],
}
