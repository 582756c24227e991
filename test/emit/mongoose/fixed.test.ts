import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inMongo, type MongoEntity } from '../../../generator/model/lookup.ts'
import { referenceModel } from '../package/cases.ts'
import { Workshop } from '../package/generated-package.ts'
import { loadMongoose, type MongooseModule } from './loaded.ts'
import { sampleDocument } from './sample.ts'

const workshop = new Workshop()
const model = referenceModel()
let module: MongooseModule

beforeAll(async () => {
  module = await loadMongoose(model, 'spec', workshop)
})
afterAll(() => workshop.remove())

type Bound = ReturnType<MongooseModule['models']>[string]

/** A model whose commands end here; `sent` has the names of those that got so far. */
function watched(entity: MongoEntity): { readonly bound: Bound; readonly sent: string[] } {
  const bound = Object.values(module.models(mongoose.createConnection())).find(
    ({ collection }) => collection.name === entity.mongo.collection.text,
  )
  if (bound === undefined) throw new Error(`no model for ${entity.name}`)
  const sent: string[] = []
  const commands = ['insertOne', 'updateOne', 'updateMany', 'findOneAndUpdate', 'findOneAndReplace', 'replaceOne']
  for (const command of [...commands, 'deleteOne', 'deleteMany', 'findOneAndDelete', 'bulkWrite', 'findOne']) {
    const answer = { acknowledged: true, matchedCount: 1, modifiedCount: 1, deletedCount: 1, result: {} }
    Object.assign(bound.collection, {
      [command]: async () => {
        if (command !== 'findOne') sent.push(command)
        return answer
      },
    })
  }
  return { bound, sent }
}

const entities = inMongo(model)
const once = entities.filter(({ mongo, root }) => mongo.appendOnly || root !== 'mongo')
const changing = entities.filter((entity) => !once.includes(entity))
const named = (list: readonly MongoEntity[]) => list.map((entity) => [entity.name, entity] as const)

test('the reference spec has collections of each kind', () => {
  expect(once.some(({ mongo }) => mongo.appendOnly)).toBe(true)
  expect(once.some(({ root }) => root !== 'mongo')).toBe(true)
  expect(changing.length).toBeGreaterThan(0)
})

describe.each(named(once))('%s, which is written once,', (_, entity) => {
  const values = (): Record<string, unknown> => sampleDocument(entity.mongo.fields, model)
  const path =
    entity.mongo.fields.find(({ publicId, origin }) => !publicId && origin.kind === 'own')?.physical.text ?? ''

  test('is inserted, and saved again where nothing changed', async () => {
    const { bound, sent } = watched(entity)
    const document = new bound(values())
    await document.save()
    await document.save()
    expect(sent).toEqual(['insertOne'])
  })

  test('refuses every way to change it', async () => {
    const { bound, sent } = watched(entity)
    const document = new bound(values())
    await document.save()
    document.markModified(path)
    const ways: readonly (() => Promise<unknown>)[] = [
      () => document.save(),
      () => bound.updateOne({}, { $set: { [path]: 1 } }).exec(),
      () => bound.updateOne({}, { $set: { [`${path}.inner`]: 1 } }).exec(),
      () => bound.updateMany({}, { $unset: { [path]: 1 } }).exec(),
      () => bound.findOneAndUpdate({}, { $set: { [path]: 1 } }).exec(),
      () => bound.findOneAndReplace({}, values()).exec(),
      () => bound.replaceOne({}, values()).exec(),
      () => bound.bulkWrite([{ updateOne: { filter: {}, update: { $set: { [path]: 1 } } } }]),
      () => document.updateOne({ $set: { [path]: 1 } }).exec(),
    ]
    for (const way of ways) await expect(way(), String(way)).rejects.toThrow(/written once/)
    expect(sent).toEqual(['insertOne'])
  })

  test(`${entity.mongo.appendOnly ? 'refuses' : 'allows'} its deletion`, async () => {
    const { bound, sent } = watched(entity)
    const document = new bound(values())
    await document.save()
    const ways: readonly (() => Promise<unknown>)[] = [
      () => bound.deleteOne({}).exec(),
      () => bound.deleteMany({}).exec(),
      () => bound.findOneAndDelete({}).exec(),
      () => document.deleteOne().exec(),
      () => bound.bulkWrite([{ deleteMany: { filter: {} } }]),
    ]
    for (const way of ways) {
      const tried = way()
      if (entity.mongo.appendOnly) await expect(tried, String(way)).rejects.toThrow(/written once/)
      else await expect(tried, String(way)).resolves.toBeDefined()
    }
    expect(sent.length).toBe(entity.mongo.appendOnly ? 1 : 1 + ways.length)
  })
})

describe.each(named(changing))('%s, which changes,', (_, entity) => {
  const fixed = entity.mongo.fields.filter(
    ({ immutable, publicId, origin }) => immutable || publicId || origin.kind === 'tenant',
  )

  test('refuses updates of what keeps its first value, instead of leaving them out', async () => {
    const { bound, sent } = watched(entity)
    expect(fixed.length).toBeGreaterThan(1)
    for (const path of ['_id', ...fixed.map(({ physical }) => physical.text)]) {
      await expect(bound.updateOne({}, { $set: { [path]: '01ARZ3NDEKTSV4RRFFQ69G5FAV' } }).exec()).rejects.toThrow(
        /first value/,
      )
      await expect(bound.updateMany({}, { [path]: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }).exec()).rejects.toThrow(/first value/)
      await expect(bound.findOneAndUpdate({}, { $rename: { summary: path } }).exec()).rejects.toThrow(/first value/)
      await expect(bound.updateOne({}, { $unset: { [path]: 1 } }).exec()).rejects.toThrow(/first value/)
    }
    await expect(bound.replaceOne({}, sampleDocument(entity.mongo.fields, model)).exec()).rejects.toThrow(/first value/)
    expect(sent).toEqual([])
  })

  test('takes every other update, and first values of what it inserts', async () => {
    const { bound, sent } = watched(entity)
    await bound.updateOne({}, { $set: { summary: 'x' } }).exec()
    await bound
      .updateOne(
        {},
        { $set: { summary: 'x' }, $setOnInsert: { refId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' } },
        { upsert: true },
      )
      .exec()
    expect(sent).toEqual(['updateOne', 'updateOne'])
  })
})
