import mongoose from 'mongoose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { collectionsOf } from '../../generator/catalog/mongo/index.ts'
import { applyMongo } from '../../generator/live/mongo/apply.ts'
import { verifyMongo } from '../../generator/live/mongo/verify.ts'
import type { ApplyReport, Step } from '../../generator/live/report.ts'
import { inMongo } from '../../generator/model/lookup.ts'
import { loadMongoose } from '../emit/mongoose/loaded.ts'
import { sampleDocument } from '../emit/mongoose/sample.ts'
import { soundModels } from '../emit/package/cases.ts'
import { Workshop } from '../emit/package/generated-package.ts'
import { type MongoDatabase, mongoDatabase } from '../support/mongo-server.ts'
import { stateOf } from './mongo-state.ts'

const specs = soundModels().filter(([, model]) => inMongo(model).length > 0)
const workshop = new Workshop()
let database: MongoDatabase
let connection: mongoose.Connection
let db: mongoose.mongo.Db
/** Names of the commands that went to the server since the test began. */
let sent: string[] = []

async function connect(): Promise<mongoose.Connection> {
  return await mongoose.createConnection(database.url, { monitorCommands: true }).asPromise()
}

beforeAll(async () => {
  database = await mongoDatabase()
  connection = await connect()
  if (connection.db === undefined) throw new Error('the connection has no database')
  db = connection.db
  connection.getClient().on('commandStarted', ({ commandName }) => sent.push(commandName))
})
afterAll(async () => {
  workshop.remove()
  await connection?.close()
  await database?.stop()
})
beforeEach(async () => {
  await db.dropDatabase()
  sent = []
})

const writes = new Set(['create', 'createIndexes', 'collMod', 'dropIndexes', 'drop', 'insert', 'update', 'delete'])
const written = (): readonly string[] => sent.filter((name) => writes.has(name))
const done = ({ steps }: ApplyReport): readonly Step[] => steps.filter(({ action }) => action !== 'keep')

describe.each(specs)('%s', (name, model) => {
  const collections = collectionsOf(model)
  const places = collections.flatMap(({ name: collection, indexes }) => [
    `collection ${collection}`,
    ...indexes.map((index) => `index ${index.name} of ${collection}`),
  ])

  test('an empty database gets everything, a dry run only says so, a second run changes nothing', async () => {
    const planned = await applyMongo(db, collections, { dryRun: true })
    expect(written()).toEqual([])
    expect(await db.listCollections().toArray()).toEqual([])

    const first = await applyMongo(db, collections)
    expect(first.differences).toEqual([])
    expect(done(first).map(({ place }) => place)).toEqual(places)
    expect(done(first)).toEqual(done(planned))
    expect(await verifyMongo(db, collections)).toEqual([])

    const before = await stateOf(db)
    sent = []
    const second = await applyMongo(db, collections)
    expect(done(second)).toEqual([])
    expect(second.differences).toEqual([])
    expect(written()).toEqual([])
    expect(await stateOf(db)).toEqual(before)
  })

  test('Mongoose finds no index to make or to drop', async () => {
    const module = await loadMongoose(model, name, workshop)
    const report = await module.applyCollections(connection, { role: false })
    expect(done(report).map(({ place }) => place)).toEqual(places)
    expect(await module.verifyCollections(connection, { role: false })).toEqual([])
    const models = Object.values(module.models(connection))
    expect(models.length).toBe(collections.length)
    for (const one of models) expect(await one.diffIndexes()).toEqual({ toDrop: [], toCreate: [] })
  })

  test('the server takes a document of the spec and refuses one that lacks a field', async () => {
    await applyMongo(db, collections)
    for (const { mongo } of inMongo(model)) {
      const sample = sampleDocument(mongo.fields, model)
      const collection = db.collection(mongo.collection.text)
      const [missing = ''] = Object.keys(sample)
      await expect(
        collection.insertOne({ ...sample, [missing]: undefined }, { ignoreUndefined: true }),
      ).rejects.toThrow(expect.objectContaining({ code: 121 }))
      await collection.insertOne({ ...sample })
    }
  })
})

describe('several processes at once', () => {
  const [, model] = specs[0] ?? []
  const collections = model === undefined ? [] : collectionsOf(model)

  test('make everything once', async () => {
    const others = await Promise.all(Array.from({ length: 4 }, connect))
    const reports = await Promise.all([connection, ...others].map(async (one) => applyMongo(one.db ?? db, collections)))
    await Promise.all(others.map((one) => one.close()))
    expect(reports.flatMap(({ differences }) => differences)).toEqual([])
    expect(await verifyMongo(db, collections)).toEqual([])
  })

  test('replace what differs, and none of them stumbles over what another has already dropped', async () => {
    await applyMongo(db, collections)
    for (const { name, indexes } of collections) {
      for (const index of indexes) {
        await db.collection(name).dropIndex(index.name)
        await db.collection(name).createIndex({ [`other_${index.name}`]: 1 }, { name: index.name })
      }
    }
    const others = await Promise.all(Array.from({ length: 2 }, connect))
    await Promise.all(others.map(async (one) => applyMongo(one.db ?? db, collections, { replace: true })))
    await Promise.all(others.map((one) => one.close()))
    // What one dropped behind the other's back, the next run makes.
    await applyMongo(db, collections, { replace: true })
    expect(await verifyMongo(db, collections)).toEqual([])
  })
})

describe('documents that are there', () => {
  const described = {
    name: 'visits',
    validator: { $jsonSchema: { bsonType: 'object', required: ['guest'] } },
    indexes: [{ name: 'one_guest', key: { guest: 1 }, unique: true }],
  } as const
  afterEach(() => db.dropCollection('visits'))

  test('that pass the validator let it be set', async () => {
    await db.collection('visits').insertOne({ guest: 'a' })
    const report = await applyMongo(db, [described])
    expect(report.differences).toEqual([])
    expect(done(report).map(({ action, place }) => [action, place])).toEqual([
      ['create', 'validator of visits'],
      ['create', 'index one_guest of visits'],
    ])
    expect(await verifyMongo(db, [described])).toEqual([])
  })

  test('that fail it are counted and keep it away, until it may be replaced', async () => {
    await db.collection('visits').insertMany([{ guest: 'a' }, { guest: 'b' }, { host: 1 }])
    for (const dryRun of [true, false]) {
      const { differences } = await applyMongo(db, [described], { dryRun })
      expect(differences).toMatchObject([
        { place: 'collection visits', fact: 'validator missing', help: expect.stringMatching(/^1 document there/) },
      ])
    }
    const [held] = await db.listCollections({ name: 'visits' }).toArray()
    expect(held).toMatchObject({ options: {} })
    const forced = await applyMongo(db, [described], { replace: true })
    expect(forced.differences).toEqual([])
    expect(done(forced)).toMatchObject([{ detail: expect.stringContaining('1 document') }])
    expect(await db.collection('visits').countDocuments()).toBe(3)
  })

  test('that are too many to count keep it away, until it may be replaced', async () => {
    await db.collection('visits').insertOne({ guest: 'a' })
    const slow = new Proxy(db, {
      get: (target, name) =>
        name === 'collection'
          ? (collection: string) => {
              const countDocuments = async (): Promise<number> => {
                throw Object.assign(new Error('operation exceeded time limit'), { code: 50 })
              }
              return Object.assign(target.collection(collection), { countDocuments })
            }
          : Reflect.get(target, name, target),
    })
    const { differences } = await applyMongo(slow, [described])
    expect(differences).toMatchObject([{ fact: 'validator missing', help: expect.stringContaining('not seen') }])
    expect((await applyMongo(slow, [described], { replace: true })).differences).toEqual([])
    expect(await verifyMongo(db, [described])).toEqual([])
  })

  test('that agree where one is allowed are a difference without their values, and the rest is made', async () => {
    await db.collection('visits').insertMany([{ guest: 'secret@example.org' }, { guest: 'secret@example.org' }])
    const other = { name: 'by_host', key: { host: 1 } } as const
    const report = await applyMongo(db, [{ ...described, indexes: [...described.indexes, other] }])
    expect(report.differences).toMatchObject([{ place: 'index one_guest of visits', fact: 'missing' }])
    expect(JSON.stringify(report)).not.toContain('secret')
    expect(done(report).map(({ place }) => place)).toContain('index by_host of visits')
  })

  test('that agree bring an index back that was to be replaced by a unique one', async () => {
    await db.collection('visits').insertMany([{ guest: 'a' }, { guest: 'a' }])
    await db.collection('visits').createIndex({ guest: 1 }, { name: 'one_guest', partialFilterExpression: { x: 1 } })
    const before = await stateOf(db)
    const report = await applyMongo(db, [{ ...described, validator: { $jsonSchema: { bsonType: 'object' } } }], {
      replace: true,
    })
    expect(report.differences).toMatchObject([{ place: 'index one_guest of visits', fact: 'missing' }])
    expect(await db.collection('visits').indexes()).toEqual((before.visits as { readonly indexes: unknown }).indexes)
  })
})

test('another expiry is set in place, without dropping the index', async () => {
  const [described] = specs
    .flatMap(([, model]) => collectionsOf(model))
    .filter(({ indexes }) => indexes.some(({ expireAfterSeconds }) => expireAfterSeconds !== undefined))
  if (described === undefined) throw new Error('no spec has documents that expire')
  await applyMongo(db, [described])
  const index = described.indexes.find(({ expireAfterSeconds }) => expireAfterSeconds !== undefined)
  await db.command({ collMod: described.name, index: { name: index?.name, expireAfterSeconds: 2_000_000_000 } })
  sent = []
  const report = await applyMongo(db, [described], { replace: true })
  expect(report.differences).toEqual([])
  expect(written()).toEqual(['collMod'])
  expect(await verifyMongo(db, [described])).toEqual([])
})

test('a dry run that may replace changes nothing, and says the same as the run', async () => {
  const [, model] = specs[0] ?? []
  const collections = model === undefined ? [] : collectionsOf(model)
  await applyMongo(db, collections)
  for (const { name, indexes } of collections) {
    const [first] = indexes
    if (first === undefined) continue
    await db.collection(name).dropIndex(first.name)
    await db.collection(name).createIndex({ other: 1 }, { name: first.name })
    await db.command({ collMod: name, validationAction: 'warn' })
  }
  const before = await stateOf(db)
  const planned = await applyMongo(db, collections, { dryRun: true, replace: true })
  expect(await stateOf(db)).toEqual(before)
  const made = await applyMongo(db, collections, { replace: true })
  expect(made).toEqual(planned)
  expect(done(made)).toHaveLength(2 * collections.length)
})

test('a server that is gone is an error of the driver', async () => {
  const gone = await connect()
  const lost = gone.db
  await gone.close()
  if (lost === undefined) throw new Error('the connection had no database')
  await expect(applyMongo(lost, [])).rejects.toThrow(expect.objectContaining({ name: expect.stringMatching(/^Mongo/) }))
})

test('an index over the same key that the server tells apart is left beside the new one', async () => {
  const described = {
    name: 'visits',
    validator: { $jsonSchema: { bsonType: 'object' } },
    indexes: [{ name: 'one_guest', key: { guest: 1 }, unique: true }],
  } as const
  await db.collection('visits').createIndex({ guest: 1 }, { name: 'by_hand' })
  const report = await applyMongo(db, [described], { replace: true })
  expect(report.differences).toMatchObject([{ place: 'index by_hand of visits', fact: 'not in the spec' }])
  expect((await db.collection('visits').indexes()).map(({ name }) => name)).toEqual(['_id_', 'by_hand', 'one_guest'])
})
