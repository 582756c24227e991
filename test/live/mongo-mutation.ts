import type { mongo } from 'mongoose'
import type { CollectionDescription } from '../../generator/live/mongo/description.ts'

/** What somebody did to a database, what must be said of it, and what brings it back. */
export interface Mutation {
  /** Changes one thing; nothing where the spec has no such thing. */
  readonly prepare: (collections: readonly CollectionDescription[]) => Change | undefined
  /** `apply`: every apply mends it. `replace`: only one that may replace. `never`: a person must. */
  readonly mendedBy: 'apply' | 'replace' | 'never'
}

export interface Change {
  readonly make: (db: mongo.Db) => Promise<unknown>
  /** Of the only differences there may be. */
  readonly place: string
  readonly facts: readonly (string | RegExp)[]
}
