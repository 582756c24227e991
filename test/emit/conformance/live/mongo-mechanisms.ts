import type { mongo } from 'mongoose'
import { type Collection, specOf } from '../../../../templates/conformance/live/mongo/facts.ts'
import { indexMechanisms } from './mongo-index-mechanisms.ts'
import type { MongoTrial } from './mongo-suite.ts'
import { validatorMechanisms } from './mongo-validator-mechanisms.ts'

/** Something that holds a guarantee, and how it is taken away. */
export interface Mechanism {
  readonly name: string
  /** What must be named beside the catalog, one of them at least; empty where nothing but the catalog can tell. */
  readonly guarantees: readonly string[]
  /** The field that it is about: proofs about other fields need not be tried. */
  readonly field?: string
  /** Whether a real server takes minutes to show it. */
  readonly isSlow?: true
  remove(db: mongo.Db): Promise<unknown>
  /** Brings back what was. */
  restore(db: mongo.Db): Promise<unknown>
}

/** Every mechanism of a collection that the server itself tells, so that none is forgotten. */
export async function mechanismsOf(trial: MongoTrial, entity: string): Promise<readonly Mechanism[]> {
  const { db } = trial.session
  const collection = specOf(trial.facts).collections.find((one) => one.entity === entity)
  if (collection === undefined) throw new Error(`${entity} is in no collection`)
  const { collection: name } = collection
  const [listed] = await db.listCollections({ name }, { nameOnly: false }).toArray()
  const indexes = await db.collection(name).indexes()
  return [
    ...wholes(trial, collection),
    ...validatorMechanisms(collection, { ...Object(listed?.options?.validator?.$jsonSchema) }),
    ...indexMechanisms(collection, indexes),
  ]
}

function wholes({ mend }: MongoTrial, { collection: name }: Collection): readonly Mechanism[] {
  const guarantees = ['validator']
  const set = (what: string, options: object): Mechanism => ({
    name: `${name}: ${what}`,
    guarantees,
    remove: (db) => db.command({ collMod: name, ...options }),
    restore: mend,
  })
  return [
    set('validator taken away', { validator: {} }),
    set('validator turned off', { validationLevel: 'off' }),
    set('validator for sound documents only', { validationLevel: 'moderate' }),
    set('validator that only warns', { validationAction: 'warn' }),
    {
      name: `${name}: collection dropped`,
      guarantees,
      remove: (db) => db.dropCollection(name),
      restore: async (db) => {
        // A proof that writes makes it anew, without anything that makes it what it is.
        await db.dropCollection(name)
        await mend()
      },
    },
    {
      name: `${name}: an index that nobody described`,
      guarantees: [],
      remove: (db) => db.collection(name).createIndex({ stray: 1 }, { name: 'stray' }),
      restore: (db) => db.collection(name).dropIndex('stray'),
    },
  ]
}
