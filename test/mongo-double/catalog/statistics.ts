import type { BsonDocument } from '../bson/value.ts'
import { byteLength } from '../storage/byte-length.ts'
import type { Collection } from './collection.ts'

/** What `collStats` says of a collection. Sizes are of the documents in BSON; an index is given a page. */
export interface CollectionStatistics extends BsonDocument {
  readonly size: number
  readonly count: number
  readonly nindexes: number
  readonly totalIndexSize: number
}

const page = 4096

export function collectionStatistics(collection: Collection): CollectionStatistics {
  const { records, indexes, options } = collection
  let size = 0
  for (const document of records.values()) size += byteLength(document)
  const count = records.size
  return {
    ns: collection.name,
    size,
    count,
    avgObjSize: count === 0 ? 0 : Math.floor(size / count),
    storageSize: size,
    capped: collection.isCapped,
    ...(collection.isCapped ? { max: options.max, maxSize: options.size } : {}),
    nindexes: indexes.all.length,
    indexSizes: Object.fromEntries(indexes.all.map(({ name }) => [name, page])),
    totalIndexSize: page * indexes.all.length,
  }
}

export function databaseStatistics(database: string, collections: readonly Collection[]): BsonDocument {
  const all = collections.filter(({ kind }) => kind !== 'view').map(collectionStatistics)
  const total = (of: (statistics: CollectionStatistics) => number): number =>
    all.reduce((sum, statistics) => sum + of(statistics), 0)
  return {
    db: database,
    collections: all.length,
    views: collections.length - all.length,
    objects: total(({ count }) => count),
    dataSize: total(({ size }) => size),
    storageSize: total(({ size }) => size),
    indexes: total(({ nindexes }) => nindexes),
    indexSize: total(({ totalIndexSize }) => totalIndexSize),
  }
}
