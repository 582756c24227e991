import type { mongo } from 'mongoose'
import { isServerError } from './server-error.ts'

/** A collection as the server describes it. */
export interface FoundCollection {
  readonly name: string
  /** `collection`, `view` or `timeseries`. */
  readonly type: string
  readonly options: Options
  /** Without the one over `_id`; empty for a view. */
  readonly indexes: readonly FoundIndex[]
}

/** An index as the server lists it; its options stand beside its name and key. */
export interface FoundIndex {
  readonly name: string
  readonly key: Options
  readonly options: Options
}

export type Options = Readonly<Record<string, unknown>>

/**
 * What a database holds, by name: every collection, and of those that are `described` the indexes. The server's own
 * collections are left out.
 */
export async function readDatabase(
  db: mongo.Db,
  described: ReadonlySet<string>,
): Promise<ReadonlyMap<string, FoundCollection>> {
  const listed = await db.listCollections({}, { nameOnly: false }).toArray()
  const found = new Map<string, FoundCollection>()
  for (const { name, type = 'collection', options = {} } of listed) {
    if (name.startsWith('system.')) continue
    const indexes = described.has(name) && type !== 'view' ? await readIndexes(db, name) : []
    found.set(name, { name, type, options, indexes })
  }
  return found
}

/** Empty where the collection is gone. */
async function readIndexes(db: mongo.Db, collection: string): Promise<readonly FoundIndex[]> {
  try {
    const listed: readonly object[] = await db.collection(collection).indexes()
    return listed.map(foundIndex).filter(({ name }) => name !== '_id_')
  } catch (error) {
    if (isServerError(error, 'NamespaceNotFound')) return []
    throw error
  }
}

function foundIndex(listed: object): FoundIndex {
  const { name, key, ...options } = listed as Options
  return { name: String(name), key: { ...Object(key) }, options }
}
