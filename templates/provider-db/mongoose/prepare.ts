import type { Connection, IndexDefinition, IndexOptions, mongo } from 'mongoose'
import type { CollectionDescription } from './collection.ts'

/** What was done to one collection. */
export interface CollectionPreparation {
  readonly collection: string
  readonly validator: 'created' | 'updated' | 'unchanged'
  readonly indexesCreated: readonly string[]
  /** Indexes that were otherwise than described and were made anew, or had only their expiry changed. */
  readonly indexesUpdated: readonly string[]
  readonly indexesUnchanged: readonly string[]
  /** Indexes of another definition under the same name, or of another name; left alone. */
  readonly indexesDiffering: readonly string[]
  /** Indexes that are not described; left alone. */
  readonly indexesUnknown: readonly string[]
}

export interface PrepareOptions {
  /** Whether to drop and make anew what has the name of a described index and another definition. Default false. */
  readonly replaceIndexes?: boolean
}

type Index = readonly [IndexDefinition, IndexOptions]

/**
 * Brings collections, validators and indexes to what is described. May be run any number of times, also by several
 * processes at once; drops nothing that it was not asked to.
 *
 * @throws MongoServerError where the server refuses, a unique index over duplicates for instance.
 */
export async function prepare(
  connection: Connection,
  collections: readonly CollectionDescription[],
  options: PrepareOptions = {},
): Promise<readonly CollectionPreparation[]> {
  const { db } = await connection.asPromise()
  if (db === undefined) throw new Error('the connection has no database')
  const found = await db.listCollections().toArray()
  const existing = new Map(found.map((info) => [info.name, 'options' in info ? info.options : undefined]))
  const done: CollectionPreparation[] = []
  for (const description of collections) {
    const before = existing.get(description.name)
    const validator = await prepareValidator(db, description, existing.has(description.name), before)
    done.push({ collection: description.name, validator, ...(await prepareIndexes(db, description, options)) })
  }
  return done
}

async function prepareValidator(
  db: mongo.Db,
  { name, validator }: CollectionDescription,
  exists: boolean,
  before: { validator?: unknown; validationLevel?: string; validationAction?: string } | undefined,
): Promise<CollectionPreparation['validator']> {
  const wanted = { validator, validationLevel: 'strict', validationAction: 'error' } as const
  if (!exists) {
    try {
      await db.createCollection(name, wanted)
      return 'created'
    } catch (error) {
      if (codeName(error) !== 'NamespaceExists') throw error
    }
  }
  const { validationLevel = 'strict', validationAction = 'error' } = before ?? {}
  const same = validationLevel === 'strict' && validationAction === 'error' && equal(before?.validator, validator)
  if (same) return 'unchanged'
  await db.command({ collMod: name, ...wanted })
  return 'updated'
}

function codeName(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'codeName' in error ? error.codeName : undefined
}

async function prepareIndexes(
  db: mongo.Db,
  { name, indexes }: CollectionDescription,
  { replaceIndexes = false }: PrepareOptions,
): Promise<Omit<CollectionPreparation, 'collection' | 'validator'>> {
  const collection = db.collection(name)
  const present = new Map((await collection.indexes()).map((index) => [index.name, index]))
  const report = {
    created: [] as string[],
    updated: [] as string[],
    unchanged: [] as string[],
    differing: [] as string[],
  }
  for (const [key, { name: indexName = '', ...options }] of indexes.map(withoutBackground)) {
    const index = present.get(indexName)
    present.delete(indexName)
    if (index === undefined) {
      await collection.createIndex(
        key as mongo.IndexSpecification,
        { ...options, name: indexName } as mongo.CreateIndexesOptions,
      )
      report.created.push(indexName)
    } else if (equal(signature(index), signature({ key, ...options }))) {
      report.unchanged.push(indexName)
    } else if (onlyExpiryDiffers(index, { key, ...options })) {
      await db.command({ collMod: name, index: { name: indexName, expireAfterSeconds: options.expireAfterSeconds } })
      report.updated.push(indexName)
    } else if (replaceIndexes) {
      await collection.dropIndex(indexName)
      await collection.createIndex(
        key as mongo.IndexSpecification,
        { ...options, name: indexName } as mongo.CreateIndexesOptions,
      )
      report.updated.push(indexName)
    } else {
      report.differing.push(indexName)
    }
  }
  present.delete('_id_')
  return {
    indexesCreated: report.created,
    indexesUpdated: report.updated,
    indexesUnchanged: report.unchanged,
    indexesDiffering: report.differing,
    indexesUnknown: [...present.keys()].filter((unknown) => unknown !== undefined),
  }
}

/** `background` is Mongoose's own addition; the server has ignored it since 4.2. */
function withoutBackground([key, { background: _, ...options }]: Index): Index {
  return [key, options]
}

/** What makes an index what it is, in one form: the server stores the fields of a text index as weights. */
function signature(index: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const key = Object.entries(Object(index['key']))
  const isText = key.some(([, order]) => order === 'text')
  const texts = key.filter(([field, order]) => order === 'text' && field !== '_fts')
  const weights = Object.fromEntries(texts.map(([field]) => [field, 1]))
  return {
    // Order counts in a key, so it is compared as a list.
    key: key.filter(([field, order]) => order !== 'text' && field !== '_ftsx'),
    weights: isText ? { ...weights, ...Object(index['weights']) } : undefined,
    language: isText ? [index['default_language'] ?? 'english', index['language_override'] ?? 'language'] : undefined,
    unique: index['unique'] === true,
    expireAfterSeconds: index['expireAfterSeconds'],
    partialFilterExpression: index['partialFilterExpression'],
  }
}

function onlyExpiryDiffers(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  if (a['expireAfterSeconds'] === undefined || b['expireAfterSeconds'] === undefined) return false
  return equal({ ...signature(a), expireAfterSeconds: 0 }, { ...signature(b), expireAfterSeconds: 0 })
}

/** Whether two plain values are the same; the order of keys does not count, and `undefined` is as good as absent. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = new Map<string, unknown>(Object.entries(a).filter(([, value]) => value !== undefined))
  const right = new Map<string, unknown>(Object.entries(b).filter(([, value]) => value !== undefined))
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && equal(value, right.get(key)))
}
