import { expect } from 'vitest'
import { type BehaviourGroup, expectRefusal, type World } from './behaviour.ts'

const validator = {
  $jsonSchema: {
    bsonType: 'object',
    required: ['name', 'age'],
    properties: {
      name: { bsonType: 'string', minLength: 2 },
      age: { bsonType: 'int', minimum: 0 },
      email: { bsonType: 'string', pattern: '^.+@.+$' },
      tags: { bsonType: 'array', items: { bsonType: 'string' } },
      kind: { enum: ['a', 'b'] },
      address: { bsonType: 'object', required: ['zip'], properties: { zip: { bsonType: 'string' } } },
    },
  },
}

const failed = 121

async function optionsOf({ database }: World, name: string): Promise<unknown> {
  const [listed] = await database.listCollections({ name }, { nameOnly: false }).toArray()
  return listed !== undefined && 'options' in listed ? listed.options : undefined
}

export const validation: BehaviourGroup = {
  topic: 'validation',
  behaviours: [
    {
      name: 'refuses an insert and says why',
      run: async ({ database, name }) => {
        const people = await database.createCollection(name(), { validator })
        await people.insertOne({ name: 'bob', age: 3 })
        const error = await expectRefusal(failed, () => people.insertOne({ name: 'x', age: '3' }))
        expect(error.errInfo?.details?.operatorName).toBe('$jsonSchema')
        const unsound = [
          { name: 'bob' },
          { name: 'bob', age: 1, email: 'x' },
          { name: 'bob', age: 1, tags: [1] },
          { name: 'bob', age: 1, kind: 'z' },
          { name: 'bob', age: 1, address: {} },
          { name: 'bob', age: 1.5 },
        ]
        for (const document of unsound) await expectRefusal(failed, () => people.insertOne(document))
        expect(await people.countDocuments()).toBe(1)
      },
    },
    {
      name: 'refuses an update, a replacement, a findAndModify and an upsert, unless it is bypassed',
      run: async ({ database, name }) => {
        const people = await database.createCollection(name(), { validator })
        await people.insertOne({ name: 'bob', age: 3 })
        await expectRefusal(failed, () => people.updateOne({ name: 'bob' }, { $set: { age: 'x' } }))
        await expectRefusal(failed, () => people.replaceOne({ name: 'bob' }, { a: 1 }))
        await expectRefusal(failed, () => people.findOneAndUpdate({ name: 'bob' }, { $unset: { name: 1 } }))
        await expectRefusal(failed, () => people.updateOne({ name: 'eve' }, { $set: { a: 1 } }, { upsert: true }))
        await people.insertOne({ junk: 1 }, { bypassDocumentValidation: true })
        expect(await people.countDocuments()).toBe(2)
      },
    },
    {
      name: 'is listed with its level and its action',
      run: async (world) => {
        const name = world.name()
        const options = { validator, validationLevel: 'moderate', validationAction: 'warn' } as const
        await world.database.createCollection(name, options)
        expect(await optionsOf(world, name)).toEqual(options)
      },
    },
    {
      name: 'is set, changed and taken away by collMod, for a collection that is there (26)',
      run: async (world) => {
        const { database } = world
        const sample = world.collection()
        const modify = (change: object): Promise<unknown> =>
          database.command({ collMod: sample.collectionName, ...change })
        await sample.insertOne({ bad: 1 })
        await modify({ validator, validationLevel: 'strict' })
        expect(await optionsOf(world, sample.collectionName)).toMatchObject({ validator, validationLevel: 'strict' })
        await expectRefusal(failed, () => sample.insertOne({ x: 1 }))
        await modify({ validationLevel: 'off' })
        await sample.insertOne({ x: 1 })
        await modify({ validator: {}, validationLevel: 'strict' })
        await sample.insertOne({ x: 2 })
        await expectRefusal(26, () => database.command({ collMod: world.name('nothing'), validator: {} }))
      },
    },
    {
      name: 'lets what was unsound be changed at level moderate, and everything pass that it only warns of',
      run: async ({ database, collection }) => {
        const sample = collection()
        await sample.insertOne({ bad: 1 })
        await database.command({ collMod: sample.collectionName, validator, validationLevel: 'moderate' })
        await sample.updateOne({ bad: 1 }, { $set: { bad: 2 } })
        await expectRefusal(failed, () => sample.insertOne({ bad: 1 }))
        await database.command({ collMod: sample.collectionName, validationAction: 'warn' })
        await sample.insertOne({ bad: 9 })
      },
    },
    {
      name: 'takes the operators of a query',
      run: async ({ database, name }) => {
        const priced = await database.createCollection(name(), {
          validator: { $and: [{ price: { $gt: 0 } }, { $expr: { $lt: ['$price', '$max'] } }] },
        })
        await priced.insertOne({ price: 1, max: 2 })
        await expectRefusal(failed, () => priced.insertOne({ price: 3, max: 2 }))
      },
    },
    {
      name: 'refuses a schema with unknown words, a level and an action that are none',
      run: async ({ database, name }) => {
        const create = (options: object): Promise<unknown> => database.createCollection(name(), options)
        const schema = ($jsonSchema: object): object => ({ validator: { $jsonSchema } })
        await expectRefusal([9, 2], () => create(schema({ bsonType: 'object', foo: 1 })))
        await expectRefusal([2, 9], () => create(schema({ bsonType: 'nonsense' })))
        await expectRefusal(2, () => create({ validationLevel: 'harsh' }))
        await expectRefusal(2, () => create({ validationAction: 'sulk' }))
      },
    },
    {
      name: 'is a query, too',
      run: async ({ rows }) => {
        const sample = rows()
        await sample.insertMany([
          { _id: 1, name: 'bob', age: 3 },
          { _id: 2, name: 1 },
        ])
        expect((await sample.find(validator).toArray()).map(({ _id }) => _id)).toEqual([1])
      },
    },
  ],
}
