import type { Connection, Model, mongo } from 'mongoose'
import type { Collection, Spec } from './facts.ts'

/** A document as the driver takes and gives it. */
export type Doc = Readonly<Record<string, unknown>>

export type ServerCollection = mongo.Collection<Record<string, unknown>>

/** What a proof works on. */
export interface Session {
  readonly spec: Spec
  readonly db: mongo.Db
  /** The database for a login that has the application's role alone. @throws NotProvable where there can be none */
  application(): Promise<mongo.Db>
  /** The generated package's model of a collection. @throws Error where it has none */
  model(collection: Collection): Model<Record<string, unknown>>
  /** A number that nobody had before. */
  next(): number
  /** The collection with no document in it. The database is these tests' own, and they run one after the other. */
  emptied(collection: Collection): Promise<ServerCollection>
}

/** The part of the generated package that is looked at here. */
export interface GeneratedPackage {
  models(connection: Connection): object
  applyCollections(connection: Connection): Promise<unknown>
}

export function sessionOf(
  spec: Spec,
  db: mongo.Db,
  models: readonly Model<Record<string, unknown>>[],
  application: () => Promise<mongo.Db>,
): Session {
  const modelOf = new Map(models.map((model) => [model.collection.collectionName, model]))
  let last = 0
  return {
    spec,
    db,
    application,
    model: ({ collection }) => {
      const model = modelOf.get(collection)
      if (model === undefined) throw new Error(`the package has no model of ${collection}`)
      return model
    },
    next: () => {
      last += 1
      return last
    },
    emptied: async ({ collection: name }) => {
      const collection: ServerCollection = db.collection(name)
      await collection.deleteMany({})
      return collection
    },
  }
}
