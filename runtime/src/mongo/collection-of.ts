import type { mongo } from 'mongoose'

export type Collection = mongo.Collection<Record<string, unknown>>

/** What is used of a Mongoose model. */
interface BoundModel {
  readonly db: { getClient(): mongo.MongoClient; readonly name: string }
  readonly collection: { readonly collectionName: string }
}

const known = new WeakMap<object, Collection>()

/** The driver's own collection behind a Mongoose model, with the concerns of its connection. */
export function collectionOf(model: unknown): Collection {
  if (!isBound(model)) throw new TypeError('the package has no such model')
  const found = known.get(model)
  if (found !== undefined) return found
  const { db, collection } = model
  const made = db.getClient().db(db.name).collection<Record<string, unknown>>(collection.collectionName)
  known.set(model, made)
  return made
}

/** A model is a function with a connection. */
function isBound(model: unknown): model is BoundModel & object {
  return typeof model === 'function' && 'db' in model && 'collection' in model
}
