import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal } from './behaviour.ts'

export const specialIndexes: BehaviourGroup = {
  topic: 'compound, sparse and partial indexes',
  behaviours: [
    {
      name: 'a compound index is unique by all of its fields',
      run: async ({ collection }) => {
        const pairs = collection()
        expect(await pairs.createIndex({ a: 1, b: -1 }, { unique: true })).toBe('a_1_b_-1')
        await pairs.insertMany([
          { a: 1, b: 1 },
          { a: 1, b: 2 },
        ])
        await expectRefusal(11000, () => pairs.insertOne({ a: 1, b: 1 }))
      },
    },
    {
      name: 'a sparse one passes over what has no such field, but not over null',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ u: 1 }, { unique: true, sparse: true })
        await sample.insertMany([{ a: 1 }, { a: 2 }])
        await sample.insertOne({ u: null })
        await expectRefusal(11000, () => sample.insertOne({ u: null }))
        expect((await sample.indexes()).find(({ name }) => name === 'u_1')?.sparse).toBe(true)
      },
    },
    {
      name: 'a partial one holds only what its filter lets through, also after an update',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ u: 1 }, { unique: true, partialFilterExpression: { active: true } })
        await sample.insertMany([
          { u: 1, active: false },
          { u: 1, active: false },
        ])
        await sample.insertOne({ u: 1, active: true })
        await expectRefusal(11000, () => sample.insertOne({ u: 1, active: true }))
        await expectRefusal(11000, () => sample.updateOne({ active: false }, { $set: { active: true } }))
        const index = (await sample.indexes()).find(({ name }) => name === 'u_1')
        expect(index?.partialFilterExpression).toEqual({ active: true })
      },
    },
    {
      name: 'a partial one by null holds what has no such field: the shape of "not deleted"',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ u: 1 }, { unique: true, partialFilterExpression: { deleted: null } })
        await sample.insertMany([
          { u: 1, deleted: new Date(0) },
          { u: 1, deleted: new Date(1) },
          { u: 1, deleted: null },
        ])
        await expectRefusal(11000, () => sample.insertOne({ u: 1 }))
        await sample.updateOne({ deleted: null }, { $set: { deleted: new Date(2) } })
        await sample.insertOne({ u: 1 })
      },
    },
    {
      name: 'hashed, wildcard, 2dsphere, hidden and collated ones are listed as such',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ h: 'hashed' })
        await sample.createIndex({ 'w.$**': 1 })
        await sample.createIndex({ g: '2dsphere' })
        await sample.createIndex({ x: 1 }, { hidden: true })
        await sample.createIndex({ y: 1 }, { collation: { locale: 'fr' } })
        const listed = Object.fromEntries((await sample.indexes()).map((index) => [index.name, index]))
        expect(listed.h_hashed?.key).toEqual({ h: 'hashed' })
        expect(listed['w.$**_1']?.key).toEqual({ 'w.$**': 1 })
        expect(listed.g_2dsphere?.['2dsphereIndexVersion']).toBe(3)
        expect(listed.x_1?.hidden).toBe(true)
        expect(listed.y_1?.collation).toMatchObject({ locale: 'fr', strength: 3 })
      },
    },
  ],
}
