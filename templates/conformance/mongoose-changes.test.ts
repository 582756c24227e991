import mongoose, { type Model, Schema } from 'mongoose'
import { describe, expect, test } from 'vitest'
import type { CollectionFact } from './expected/facts.ts'
import { collections } from './expected/mongo.ts'
import { foundCollection } from './reading/mongoose.ts'

// There is no server here: what nothing refuses would wait for one, so it is given up at once.
mongoose.set('bufferTimeoutMS', 20)

type Attempt = (model: Model<unknown>, path: string) => Promise<unknown>

const updates: Readonly<Record<string, Attempt>> = {
  save: (model, path) => {
    const document = model.hydrate({ _id: new mongoose.Types.ObjectId() })
    document.markModified(path)
    return document.save({ validateBeforeSave: false })
  },
  updateOne: (model, path) => model.updateOne({}, { $unset: { [path]: 1 } }).exec(),
  updateMany: (model, path) => model.updateMany({}, { $unset: { [path]: 1 } }).exec(),
  findOneAndUpdate: (model, path) => model.findOneAndUpdate({}, { $unset: { [path]: 1 } }).exec(),
  replaceOne: (model) => model.replaceOne({}, {}).exec(),
  findOneAndReplace: (model) => model.findOneAndReplace({}, {}).exec(),
  'an update by bulkWrite': (model, path) =>
    model.bulkWrite([{ updateOne: { filter: {}, update: { $unset: { [path]: 1 } } } }]),
}

const deletions: Readonly<Record<string, Attempt>> = {
  deleteOne: (model) => model.deleteOne({}).exec(),
  deleteMany: (model) => model.deleteMany({}).exec(),
  findOneAndDelete: (model) => model.findOneAndDelete({}).exec(),
  'deleteOne of a document': (model) => model.hydrate({ _id: new mongoose.Types.ObjectId() }).deleteOne().exec(),
  'a deletion by bulkWrite': (model) => model.bulkWrite([{ deleteOne: { filter: {} } }]),
}

/** What was said of an attempt before any server was asked; `undefined` where nobody minded. */
async function refusal(attempt: Attempt, model: Model<unknown>, path: string): Promise<string | undefined> {
  try {
    await attempt(model, path)
    return undefined
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return /buffering timed out/.test(said) ? undefined : said
  }
}

/** A path that is the collection's own. */
function ownPath({ fields }: CollectionFact): string {
  return fields.find(({ role }) => role === undefined)?.at ?? ''
}

describe('documents that nothing guards', () => {
  const schema: Schema<unknown> = new Schema({ note: String })
  const free = mongoose.createConnection().model<unknown>('Free', schema)
  test.each(Object.entries({ ...updates, ...deletions }))('allow %s', async (_name, attempt) => {
    expect(await refusal(attempt, free, 'note')).toBeUndefined()
  })
})

/** A part that is not the record of truth is a version: it is replaced by another, and only a purge deletes it. */
const fixed = collections.filter(({ appendOnly, root }) => appendOnly === true || !root)

describe.each(fixed)('documents of $collection', (fact) => {
  const refused = { ...updates, ...(fact.appendOnly === true ? deletions : {}) }
  test.each(Object.entries(refused).map(([name, attempt]) => ({ name, attempt })))('refuse $name', async ({ attempt }) => {
    expect(await refusal(attempt, foundCollection(fact).model, ownPath(fact))).toBeTypeOf('string')
  })
})

describe.each(collections.filter((fact) => !fixed.includes(fact)))('documents of $collection', (fact) => {
  test.each(Object.entries(deletions).map(([name, attempt]) => ({ name, attempt })))('allow $name', async ({ attempt }) => {
    expect(await refusal(attempt, foundCollection(fact).model, ownPath(fact))).toBeUndefined()
  })
})
