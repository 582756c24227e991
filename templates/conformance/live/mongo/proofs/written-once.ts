import type { Model } from 'mongoose'
import type { Claim } from '../../proof.ts'
import { type Collection, isWrittenOnce, type Spec } from '../facts.ts'
import type { Session } from '../session.ts'
import { demandUnchanged, type Fields, read, type Stored, stored, textOf, tryingModel } from './model-scene.ts'
import { claimsOf, type Try } from './subject.ts'

/** What keeps its first value, in whole documents and in single fields: the models refuse to change it. */
export function proofsOfWrittenOnce(spec: Spec): readonly Claim<Session>[] {
  return spec.collections.flatMap((collection) =>
    claimsOf(spec, collection, 'written once', [...whole(collection), ...single(collection)]),
  )
}

/** What is refused before any server is asked, and changes nothing. */
async function demandRefused(work: () => Promise<unknown>, what: string): Promise<void> {
  let refusal: unknown
  try {
    await work()
  } catch (error) {
    refusal = error
  }
  if (!(refusal instanceof Error)) throw new Error(`${what} was not refused`)
  if (/^MongoServerError|^MongoBulkWriteError/.test(refusal.name)) {
    throw new Error(`${what} came as far as the server: ${refusal.message}`)
  }
}

type Change = (model: Model<Fields>, it: Stored, path: string, value: unknown) => Promise<unknown>

const save: Change = async (model, it, path, value) => {
  const document = await read(model, it)
  document.set(path, value)
  document.markModified(path)
  return document.save({ validateBeforeSave: false })
}

const updates: Readonly<Record<string, Change>> = {
  updateOne: (model, it, path, value) => model.updateOne({ _id: it._id }, { $set: { [path]: value } }).exec(),
  updateMany: (model, it, path, value) => model.updateMany({ _id: it._id }, { $set: { [path]: value } }).exec(),
  findOneAndUpdate: (model, it, path, value) =>
    model.findOneAndUpdate({ _id: it._id }, { $set: { [path]: value } }).exec(),
}

const others: Readonly<Record<string, Change>> = {
  replaceOne: (model, it, path, value) => model.replaceOne({ _id: it._id }, { [path]: value }).exec(),
  findOneAndReplace: (model, it, path, value) => model.findOneAndReplace({ _id: it._id }, { [path]: value }).exec(),
  'an update by bulkWrite': (model, it, path, value) =>
    model.bulkWrite([{ updateOne: { filter: { _id: it._id }, update: { $set: { [path]: value } } } }]),
}

const deletions: Readonly<Record<string, Change>> = {
  deleteOne: (model, it) => model.deleteOne({ _id: it._id }).exec(),
  deleteMany: (model) => model.deleteMany({}).exec(),
  findOneAndDelete: (model, it) => model.findOneAndDelete({ _id: it._id }).exec(),
  'deleteOne of a document': async (model, it) => (await read(model, it)).deleteOne(),
  'a deletion by bulkWrite': (model, it) => model.bulkWrite([{ deleteOne: { filter: { _id: it._id } } }]),
}

/** Documents that nobody changes, and where they are append-only nobody deletes. */
function whole(collection: Collection): readonly Try[] {
  if (!isWrittenOnce(collection)) return []
  const refused = { save, ...updates, ...others, ...(collection.appendOnly === true ? deletions : {}) }
  return Object.entries(refused).map(([name, change]) =>
    tryingModel(collection, `the model refuses ${name}`, async ({ model, documents, first, other }) => {
      const { at } = collection.fields.find(({ role }) => role === undefined) ?? { at: '_id' }
      const value = (await read(model, other)).get(at)
      await demandRefused(() => change(model, first, at, value), name)
      await demandUnchanged(documents, first, name)
    }),
  )
}

/** Fields that keep their first value, in documents that change. */
function single(collection: Collection): readonly Try[] {
  if (isWrittenOnce(collection)) return []
  const kept = collection.fields.filter(({ immutable }) => immutable === true)
  return kept.map((field) =>
    tryingModel(collection, `${field.name} keeps its first value`, async ({ model, documents, first, other }) => {
      const value = (await read(model, other)).get(field.at)
      for (const [name, change] of Object.entries(updates)) {
        await demandRefused(() => change(model, first, field.at, value), name)
        await demandUnchanged(documents, first, name)
      }
      // By its options Mongoose refuses this or leaves it out without a word.
      await save(model, first, field.at, value).catch(() => undefined)
      const after = await stored(documents, first)
      if (textOf(after[field.at]) !== textOf(first[field.at])) {
        throw new Error(`save changed it from ${textOf(first[field.at])} to ${textOf(after[field.at])}`)
      }
    }),
  )
}
