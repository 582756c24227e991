import type { mongo } from 'mongoose'

export type Collection = mongo.Collection<Record<string, unknown>>

/** What is used of a Mongoose model. */
interface BoundModel {
  readonly db: { getClient(): mongo.MongoClient; readonly name: string }
  readonly collection: { readonly collectionName: string }
}

/** For a command that may take long: the server is to end it when nobody waits for it any more. */
export interface Limit {
  readonly maxTimeMS?: number
}

export interface Bound {
  readonly collection: Collection
  readonly limit: Limit
}

const known = new WeakMap<object, Bound>()

/** The driver's own collection behind a Mongoose model, with the concerns of its connection. */
export function collectionOf(model: unknown): Collection {
  return boundOf(model).collection
}

/** An operation as a whole may take as long as its client waits for one answer. The driver's `timeoutMS` does nothing. */
export function limitOf({ options: { socketTimeoutMS } }: mongo.MongoClient): Limit {
  return socketTimeoutMS > 0 ? { maxTimeMS: socketTimeoutMS } : {}
}

/** The same with how long an operation on it may take. */
export function boundOf(model: unknown): Bound {
  if (!isBound(model)) throw new TypeError('the package has no such model')
  const found = known.get(model)
  if (found !== undefined) return found
  const { db, collection } = model
  const client = db.getClient()
  const made = {
    collection: client.db(db.name).collection<Record<string, unknown>>(collection.collectionName),
    limit: limitOf(client),
  }
  known.set(model, made)
  return made
}

/** A model is a function with a connection. */
function isBound(model: unknown): model is BoundModel & object {
  return typeof model === 'function' && 'db' in model && 'collection' in model
}
