import type { BsonDocument } from '../bson/value.ts'
import { databaseStatistics } from '../catalog/statistics.ts'
import { compileFilter } from '../query/filter.ts'
import { byteLength } from '../storage/byte-length.ts'
import type { Storage } from '../storage/storage.ts'
import type { Command, Invocation } from './command.ts'

function listDatabases({ storage, args }: Invocation): BsonDocument {
  const matches = compileFilter(args.optionalDocument('filter') ?? {})
  const sizes = storage.catalog.databases().map((name) => ({ name, sizeOnDisk: sizeOf(storage, name), empty: false }))
  const listed = sizes.filter(matches).sort((left, right) => (left.name < right.name ? -1 : 1))
  return {
    databases: args.flag('nameOnly') ? listed.map(({ name }) => ({ name })) : listed,
    totalSize: listed.reduce((sum, { sizeOnDisk }) => sum + sizeOnDisk, 0),
  }
}

function sizeOf({ catalog }: Storage, database: string): number {
  let size = 4096
  for (const { records } of catalog.collectionsOf(database)) {
    for (const document of records.values()) size += byteLength(document)
  }
  return size
}

function dropDatabase({ storage, database }: Invocation): BsonDocument {
  for (const collection of storage.catalog.collectionsOf(database)) {
    storage.log.append({ operation: 'drop', namespace: collection.namespace, collection })
  }
  if (!storage.catalog.dropDatabase(database)) return {}
  storage.log.append({ operation: 'dropDatabase', namespace: { database, collection: '' } })
  return { dropped: database }
}

export const databaseCommands: readonly Command[] = [
  { name: 'listDatabases', run: listDatabases },
  { name: 'dropDatabase', run: dropDatabase },
  {
    name: 'dbStats',
    run: ({ storage, database }) => databaseStatistics(database, storage.catalog.collectionsOf(database)),
  },
]
