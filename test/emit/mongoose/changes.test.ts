import mongoose from 'mongoose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { referenceModel } from '../package/cases.ts'
import { Workshop } from '../package/generated-package.ts'
import { loadMongoose, type MongooseModule } from './loaded.ts'
import { sampleDocument } from './sample.ts'

const workshop = new Workshop()
const model = referenceModel()
const changing = model.entities.find(({ mongo }) => mongo?.fields.some(({ onUpdate }) => onUpdate === 'increment'))
let module: MongooseModule

beforeAll(async () => {
  module = await loadMongoose(model, 'spec', workshop)
})
afterAll(() => workshop.remove())

/** A model whose commands end here and are noted. */
function watched(): { readonly bound: ReturnType<MongooseModule['models']>[string]; readonly updates: unknown[][] } {
  const bound = Object.values(module.models(mongoose.createConnection())).find(
    ({ collection }) => collection.name === changing?.mongo?.collection.text,
  )
  if (bound === undefined) throw new Error('the reference spec has a collection that changes')
  const updates: unknown[][] = []
  const note = async (...args: unknown[]): Promise<object> => {
    updates.push(args)
    return { acknowledged: true, matchedCount: 1, modifiedCount: 1 }
  }
  Object.assign(bound.collection, {
    insertOne: async () => ({ acknowledged: true }),
    findOne: async () => ({ _id: 1 }),
    updateOne: note,
    updateMany: note,
  })
  return { bound, updates }
}

const values = (): Record<string, unknown> => sampleDocument(changing?.mongo?.fields ?? [], model)
let before: number
beforeEach(() => {
  before = Date.now()
})

test('save counts up, notes the time, and writes only over what was read', async () => {
  const { bound, updates } = watched()
  const document = new bound({ ...values(), revision: 0 })
  await document.save()
  document.set('summary', 'changed')
  await document.save()
  const [[filter, update] = []] = updates
  expect(filter).toMatchObject({ revision: 0 })
  expect(update).toMatchObject({ $set: { summary: 'changed', revision: 1 } })
  expect(Number(document.get('updatedOn'))).toBeGreaterThanOrEqual(before)
  expect(updates).toHaveLength(1)
})

test('two changes in turn count two', async () => {
  const { bound, updates } = watched()
  const document = new bound({ ...values(), revision: 0 })
  await document.save()
  for (const summary of ['one', 'two']) {
    document.set('summary', summary)
    await document.save()
  }
  expect(updates.map(([filter]) => filter)).toMatchObject([{ revision: 0 }, { revision: 1 }])
  expect(document.get('revision')).toBe(2)
})

test('saving what did not change writes nothing', async () => {
  const { bound, updates } = watched()
  const document = new bound({ ...values(), revision: 3 })
  await document.save()
  await document.save()
  expect(updates).toEqual([])
  expect(document.get('revision')).toBe(3)
})

test('update queries count up and note the time', async () => {
  const { bound, updates } = watched()
  await bound.updateOne({ key: 'a' }, { $set: { summary: 'x' } })
  await bound.updateMany({ key: 'a' }, { summary: 'y' })
  expect(updates).toHaveLength(2)
  for (const [, update] of updates) {
    expect(update).toMatchObject({ $inc: { revision: 1 }, $set: { updatedOn: expect.any(Date) } })
  }
})

test('an update by a pipeline is refused: it would not count', async () => {
  const { bound } = watched()
  await expect(bound.updateOne({}, [{ $set: { summary: 'x' } }], { updatePipeline: true })).rejects.toThrow(/pipeline/)
})
