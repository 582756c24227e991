import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal } from './behaviour.ts'

export const indexAdministration: BehaviourGroup = {
  topic: 'administration of indexes',
  behaviours: [
    {
      name: 'lists each as it is, and nothing more',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ a: 1, 'b.c': -1 }, { unique: true, sparse: true })
        expect(await sample.indexes()).toEqual([
          { v: 2, key: { _id: 1 }, name: '_id_' },
          { v: 2, key: { a: 1, 'b.c': -1 }, name: 'a_1_b.c_-1', unique: true, sparse: true },
        ])
      },
    },
    {
      name: 'keeps the order of the fields',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ b: 1, a: 1 })
        expect(JSON.stringify((await sample.indexes())[1]?.key)).toBe('{"b":1,"a":1}')
      },
    },
    {
      name: 'lists none of a collection that is not there (26)',
      run: async ({ collection }) => {
        await expectRefusal(26, () => collection().listIndexes().toArray())
      },
    },
    {
      name: 'says what creating came to',
      run: async ({ database, name }) => {
        const create = { createIndexes: name(), indexes: [{ key: { a: 1 }, name: 'a_1' }] }
        expect(await database.command(create)).toMatchObject({
          numIndexesBefore: 1,
          numIndexesAfter: 2,
          createdCollectionAutomatically: true,
        })
        expect(await database.command(create)).toMatchObject({
          numIndexesBefore: 2,
          numIndexesAfter: 2,
          note: 'all indexes already exist',
        })
      },
    },
    {
      name: 'refuses the same name for another key (86)',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ a: 1 }, { name: 'n' })
        await expectRefusal(86, () => sample.createIndex({ b: 1 }, { name: 'n' }))
      },
    },
    {
      name: 'refuses another name for the same key (85)',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ a: 1 }, { name: 'n1' })
        await expectRefusal(85, () => sample.createIndex({ a: 1 }, { name: 'n2' }))
      },
    },
    {
      name: 'refuses to make an index unique by creating it again (86)',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ a: 1 })
        await expectRefusal([86, 85], () => sample.createIndex({ a: 1 }, { unique: true }))
      },
    },
    {
      name: 'refuses to change an expiry by creating the index again (85)',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ a: 1 }, { expireAfterSeconds: 10 })
        await expectRefusal(85, () => sample.createIndex({ a: 1 }, { expireAfterSeconds: 20 }))
      },
    },
    {
      name: 'refuses to change weights by creating the index again (85)',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ t: 'text' }, { name: 'n' })
        await expectRefusal(85, () => sample.createIndex({ t: 'text' }, { name: 'n', weights: { t: 3 } }))
      },
    },
    {
      name: 'creates all or none of several',
      run: async ({ database, collection }) => {
        const sample = collection()
        await sample.insertMany([{ u: 1 }, { u: 1 }])
        const indexes = [
          { key: { a: 1 }, name: 'a_1' },
          { key: { u: 1 }, name: 'u_1', unique: true },
        ]
        await expectRefusal(11000, () => database.command({ createIndexes: sample.collectionName, indexes }))
        expect((await sample.indexes()).map(({ name }) => name)).toEqual(['_id_'])
      },
    },
    {
      name: 'drops one by name or by key, all but that of _id (72), none that is not there (27)',
      run: async ({ database, collection }) => {
        const sample = collection()
        for (const field of ['a', 'b', 'c']) await sample.createIndex({ [field]: 1 })
        await expectRefusal(27, () => sample.dropIndex('nope'))
        await expectRefusal(72, () => sample.dropIndex('_id_'))
        const drop = (index: unknown): Promise<unknown> =>
          database.command({ dropIndexes: sample.collectionName, index })
        expect(await drop('a_1')).toMatchObject({ nIndexesWas: 4 })
        expect(await drop({ b: 1 })).toMatchObject({ nIndexesWas: 3 })
        await sample.dropIndexes()
        expect(await sample.indexes()).toHaveLength(1)
      },
    },
    {
      name: 'refuses an option that it does not know (197)',
      run: async ({ database, name }) => {
        const indexes = [{ key: { a: 1 }, name: 'a_1', bogus: 1 }]
        await expectRefusal(197, () => database.command({ createIndexes: name(), indexes }))
      },
    },
    {
      name: 'refuses a key of an unknown kind, without a direction or without a field (67)',
      run: async ({ database, name }) => {
        const create = (key: object): Promise<unknown> =>
          database.command({ createIndexes: name(), indexes: [{ key, name: 'x' }] })
        for (const key of [{ a: 'wat' }, { a: 0 }, {}, { 'a..b': 1 }, { a: true }]) {
          await expectRefusal(67, () => create(key))
        }
      },
    },
    {
      name: 'lists them in $indexStats',
      run: async ({ collection }) => {
        const sample = collection()
        await sample.createIndex({ a: 1 })
        const statistics = await sample.aggregate([{ $indexStats: {} }]).toArray()
        expect(statistics.map(({ name }) => name).sort()).toEqual(['_id_', 'a_1'])
      },
    },
  ],
}
