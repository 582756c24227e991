import mongoose, { type mongo } from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inMongo } from '../../generator/model/lookup.ts'
import { loadMongoose, type MongooseModule } from '../emit/mongoose/loaded.ts'
import { sampleDocument } from '../emit/mongoose/sample.ts'
import { referenceModel } from '../emit/package/cases.ts'
import { Workshop } from '../emit/package/generated-package.ts'
import { type MongoDouble, startMongoDouble } from './index.ts'

const workshop = new Workshop()
const model = referenceModel()
const sent: mongo.CommandStartedEvent[] = []
let double: MongoDouble
let module: MongooseModule
let connection: mongoose.Connection

beforeAll(async () => {
  double = await startMongoDouble()
  module = await loadMongoose(model, 'spec', workshop)
  connection = await mongoose.createConnection(double.uri, { dbName: 'emitted', monitorCommands: true }).asPromise()
  connection.getClient().on('commandStarted', (event) => sent.push(event))
})
afterAll(async () => {
  await connection.destroy()
  await double.stop()
  workshop.remove()
})

/** Names of values and what stands below them do not count; operators and options do. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].sort().join(' | ')}]`
  if (typeof value !== 'object' || value === null || '_bsontype' in value || value instanceof Date) return 'value'
  const fields = Object.entries(value).map(
    ([name, item]) => `${name.startsWith('$') ? name : 'field'}: ${shapeOf(item)}`,
  )
  return `{ ${[...new Set(fields)].sort().join(', ')} }`
}

test('collections that are applied are as described, and applying them again changes nothing', async () => {
  await module.applyCollections(connection)
  expect(await module.verifyCollections(connection)).toEqual([])
  const { steps, differences } = await module.applyCollections(connection)
  expect(differences).toEqual([])
  expect(steps.filter(({ action }) => action !== 'keep')).toEqual([])
})

test('every collection takes a sound document and refuses one with a field too many', async () => {
  for (const { name, mongo: part } of inMongo(model)) {
    const collection = connection.collection(part.collection.text)
    const sound = sampleDocument(part.fields, model)
    await expect(collection.insertOne({ ...sound }), name).resolves.toMatchObject({ acknowledged: true })
    await expect(collection.insertOne({ ...sound, stray: 1 }), name).rejects.toMatchObject({ code: 121 })
  }
})

test('what the models send is of few shapes, all of which MongoDB documents', async () => {
  const changing = inMongo(model).find(({ mongo: part }) =>
    part.fields.some(({ onUpdate }) => onUpdate === 'increment'),
  )
  const bound = Object.values(module.models(connection)).find(({ collection }) => {
    return collection.name === changing?.mongo.collection.text
  })
  if (changing === undefined || bound === undefined) throw new Error('the reference spec has a collection that changes')
  await bound.deleteMany({})
  sent.length = 0
  const document = new bound({ ...sampleDocument(changing.mongo.fields, model), revision: 0 })
  await document.save()
  document.set('summary', 'changed')
  await document.save()
  await bound.updateOne({ _id: document._id }, { $set: { summary: 'again' } })
  await bound.updateMany({ _id: document._id }, { summary: 'and again' })
  await bound.findOneAndUpdate({ _id: document._id }, { $set: { summary: 'at last' } })
  expect(await bound.findById(document._id).lean()).toMatchObject({ revision: 4, summary: 'at last' })
  // https://www.mongodb.com/docs/v7.0/reference/command/nav-crud/
  const counted = '{ $inc: { field: value }, $set: { field: value } }'
  expect(sent.flatMap(({ command }) => shapesOf(command))).toEqual([
    'insert',
    'update where { field: value } to { $set: { field: value } }',
    `update where { field: value } to ${counted}`,
    `update where { field: value } to ${counted}`,
    `findAndModify where { field: value } to ${counted}`,
    'find where { field: value }',
  ])
})

/** What the models say in a command; the rest is the driver's. */
function shapesOf(command: mongo.Document): readonly string[] {
  if ('update' in command && Array.isArray(command.updates)) {
    return command.updates.map(({ q, u }) => `update where ${shapeOf(q)} to ${shapeOf(u)}`)
  }
  if ('findAndModify' in command) {
    return [`findAndModify where ${shapeOf(command.query)} to ${shapeOf(command.update)}`]
  }
  const [name = ''] = Object.keys(command)
  return [command.filter === undefined ? name : `${name} where ${shapeOf(command.filter)}`]
}
