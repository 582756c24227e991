import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal, type World } from './behaviour.ts'

/** What the server says of a collection, without the types that the driver promises. */
async function listed({ database }: World, name: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { cursor } = await database.command({ listCollections: 1, filter: { name } })
  return cursor.firstBatch[0]
}

export const collections: BehaviourGroup = {
  topic: 'collections',
  behaviours: [
    {
      name: 'a capped one loses its oldest documents',
      run: async (world) => {
        const name = world.name()
        await world.database.createCollection(name, { capped: true, size: 4096, max: 3 })
        const capped = world.database.collection<{ _id: number }>(name)
        for (const _id of [0, 1, 2, 3, 4]) await capped.insertOne({ _id })
        expect((await capped.find().toArray()).map(({ _id }) => _id)).toEqual([2, 3, 4])
        expect((await listed(world, name))?.options).toMatchObject({ capped: true, max: 3 })
      },
    },
    {
      name: 'is not created again with other options (48), but again with the same',
      run: async ({ database, name }) => {
        const again = name()
        await database.createCollection(again)
        await database.createCollection(again)
        await expectRefusal(48, () => database.createCollection(again, { capped: true, size: 4096 }))
      },
    },
    {
      name: 'is listed with its type, its options, its own id and the index of _id',
      run: async (world) => {
        const { database } = world
        const name = world.name()
        await database.createCollection(name)
        const first = await listed(world, name)
        expect(first).toEqual({
          name,
          type: 'collection',
          options: {},
          info: { readOnly: false, uuid: expect.anything() },
          idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
        })
        expect(await listed(world, name)).toEqual(first)
        expect(await database.listCollections({ name: /^zzz/ }).toArray()).toEqual([])
        const [short] = await database.listCollections({ name }, { nameOnly: true }).toArray()
        expect(Object.keys(short ?? {}).sort()).toEqual(['name', 'type'])
      },
    },
    {
      name: 'a view shows its pipeline of another one, and cannot be written (166)',
      run: async (world) => {
        const { database } = world
        const source = world.collection()
        const view = world.name('view')
        await source.insertMany([{ a: 1 }, { a: 2 }])
        await database.createCollection(view, { viewOn: source.collectionName, pipeline: [{ $match: { a: 2 } }] })
        expect(await database.collection(view).countDocuments()).toBe(1)
        expect((await database.collection(view).findOne({ a: 2 }))?.a).toBe(2)
        expect(await listed(world, view)).toMatchObject({ type: 'view', options: { viewOn: source.collectionName } })
        await expectRefusal(166, () => database.collection(view).insertOne({ a: 3 }))
      },
    },
    {
      name: 'time series, clusters and collations are listed, and a collation holds for every query',
      run: async (world) => {
        const { database } = world
        const [series, clustered, collated] = [world.name(), world.name(), world.name()]
        await database.createCollection(series, { timeseries: { timeField: 't', metaField: 'm' } })
        await database.createCollection(clustered, { clusteredIndex: { key: { _id: 1 }, unique: true } })
        const names = await database.createCollection(collated, { collation: { locale: 'en', strength: 2 } })
        expect((await listed(world, series))?.type).toBe('timeseries')
        expect((await listed(world, clustered))?.options).toHaveProperty('clusteredIndex')
        expect((await listed(world, collated))?.options).toMatchObject({ collation: { locale: 'en', strength: 2 } })
        await names.insertOne({ n: 'X' })
        expect(await names.countDocuments({ n: 'x' })).toBe(1)
      },
    },
    {
      name: 'is renamed, measured and dropped with its database',
      run: async ({ client, database }) => {
        const other = client.db(`${database.databaseName}_x`)
        await other.collection('a').insertMany([{ a: 1 }, { a: 2 }])
        await other.renameCollection('a', 'b')
        expect(await other.collection('b').countDocuments()).toBe(2)
        expect((await other.command({ collStats: 'b' })).count).toBe(2)
        expect((await other.stats()).collections).toBe(1)
        await other.dropDatabase()
        expect(await other.listCollections().toArray()).toEqual([])
      },
    },
  ],
}
