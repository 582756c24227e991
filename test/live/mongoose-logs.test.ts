import type { Model, mongo } from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newUlid } from '../../templates/conformance/live/values/ids.ts'
import { type Fields, openReferenceModels, type ReferenceModels, refusal } from './reference-models.ts'

// What the reference does with what is only added to, by the package that it gets: outputs of activities, logs of tool calls.

let reference: ReferenceModels

const model = (name: string): Model<Fields> => reference.model(name)
const raw = (of: Model<Fields>): mongo.Collection<Fields> => reference.raw(of)
const stored = (of: Model<Fields>, one: { readonly _id: unknown }): Promise<Fields | null> => reference.stored(of, one)

beforeAll(async () => {
  reference = await openReferenceModels()
})
afterAll(() => reference?.stop())
beforeEach(() => reference.clear())

const [ours, theirs] = [newUlid(), newUlid()]

function output(more: Fields = {}): Fields {
  const sizes = { wordCount: 800, sizeBytes: 5_000, sha256: 'a'.repeat(64) }
  const place = { activityRefId: newUlid(), activityRunRefId: newUlid(), s3Key: `tenants/${ours}/content/${newUlid()}` }
  return { tenantId: ours, kind: 'write', title: 'A post', metadata: { tone: 'calm' }, ...sizes, ...place, ...more }
}

describe('outputs of activities, which are only added to', () => {
  test('are read as they were written, latest first', async () => {
    const outputs = model('activityOutput')
    const activityRefId = newUlid()
    for (const [n, title] of ['first', 'second', 'third'].entries()) {
      await outputs.create(output({ activityRefId, title, createdOn: new Date(Date.UTC(2026, 0, 1 + n)) }))
    }
    await outputs.create(output({ tenantId: theirs, activityRefId }))
    const found = await outputs.find({ tenantId: ours, activityRefId }).sort({ createdOn: -1 }).lean()
    expect(found.map(({ title }) => title)).toEqual(['third', 'second', 'first'])
    expect(found[0]).toMatchObject({ language: 'en', metadata: { tone: 'calm' }, summary: null, dataS3Key: null })
  })

  test('take no change and no deletion', async () => {
    const outputs = model('activityOutput')
    const { _id } = await outputs.create(output())
    const before = await stored(outputs, { _id })
    const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
      updateOne: () => outputs.updateOne({ _id }, { $set: { title: 'Other' } }).exec(),
      updateMany: () => outputs.updateMany({}, { $set: { title: 'Other' } }).exec(),
      findOneAndUpdate: () => outputs.findOneAndUpdate({ _id }, { $set: { title: 'Other' } }).exec(),
      replaceOne: () => outputs.replaceOne({ _id }, output()).exec(),
      bulkWrite: () => outputs.bulkWrite([{ updateOne: { filter: { _id }, update: { $set: { title: 'Other' } } } }]),
      deleteOne: () => outputs.deleteOne({ _id }).exec(),
      deleteMany: () => outputs.deleteMany({}).exec(),
      findOneAndDelete: () => outputs.findOneAndDelete({ _id }).exec(),
    }
    for (const [name, attempt] of Object.entries(attempts)) {
      expect(await refusal(attempt()), name).toMatchObject({ name: 'FixedDocumentError' })
    }
    const read = await outputs.findById(_id).orFail()
    expect(await refusal(read.deleteOne())).toMatchObject({ name: 'FixedDocumentError' })
    read.set('title', 'Other')
    expect(await refusal(read.save())).toMatchObject({ errors: { title: { name: 'StrictModeError' } } })
    expect(await stored(outputs, { _id })).toEqual(before)
  })
})

describe('what is kept for a while', () => {
  const days = (count: number): Date => new Date(Date.now() - count * 24 * 60 * 60 * 1000)

  function call(more: Fields = {}): Fields {
    return { ...demanded(model('toolCallLog')), tenantId: ours, ...more }
  }

  /** Something for every path that must have a value and gets none by itself. */
  function demanded({ schema }: Model<Fields>): Fields {
    const fields: Fields = {}
    schema.eachPath((path, { instance, isRequired, options }) => {
      if (path === '_id' || isRequired !== true || options.default !== undefined) return
      if (Array.isArray(options.enum)) fields[path] = options.enum[0]
      else if (instance === 'String') fields[path] = options.match?.test(ours) ? newUlid() : 'text'
      else fields[path] = instance === 'Mixed' ? { any: 'thing' } : instance === 'Date' ? new Date() : 1
    })
    return fields
  }

  test('logs of tool calls go after ninety days, and not before', { timeout: 180_000 }, async ({ skip }) => {
    // MongoDB looks once a minute.
    if (reference.isReal && process.env.TEST_FULL !== '1') skip('a real server takes minutes: npm run test:full')
    const logs = model('toolCallLog')
    await logs.create(call({ createdOn: days(91) }))
    const recent = await logs.create(call({ createdOn: days(89) }))
    await expect
      .poll(async () => (await raw(logs).find().toArray()).map(({ _id }) => String(_id)), {
        timeout: 150_000,
        interval: 250,
      })
      .toEqual([String(recent._id)])
  })

  test('a date that is none is refused, and would never have expired', async () => {
    const logs = model('toolCallLog')
    expect(await refusal(logs.create(call({ createdOn: 'some day' })))).toMatchObject({ name: 'ValidationError' })
    const { _id: _, ...fields } = new logs(call()).toObject()
    const text = { ...fields, createdOn: days(91).toISOString() }
    expect(await refusal(raw(logs).insertOne(text))).toMatchObject({ code: 121 })
  })
})
