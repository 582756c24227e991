import type { BsonDocument } from '../bson/value.ts'
import type { Collection } from '../catalog/collection.ts'
import { namespaceNotFound, parseNamespace } from '../catalog/namespace.ts'
import { collectionStatistics } from '../catalog/statistics.ts'
import { ResultCursor } from '../cursors/result-cursor.ts'
import { compileFilter } from '../query/filter.ts'
import { type Command, type Invocation, known } from './command.ts'

function listCollections({ server, storage, args, database }: Invocation): BsonDocument {
  const matches = compileFilter(args.optionalDocument('filter') ?? {})
  const described = storage.catalog.collectionsOf(database).map(describe).filter(matches)
  const listed = args.flag('nameOnly') ? described.map(({ name, type }) => ({ name, type })) : described
  const cursor = new ResultCursor(`${database}.$cmd.listCollections`, listed)
  return server.cursors.open(cursor, firstBatch(args.optionalDocument('cursor')))
}

/** Without a wish the whole list comes at once. */
function firstBatch(cursor: BsonDocument | undefined): number {
  return cursor?.batchSize === undefined ? Infinity : Number(cursor.batchSize)
}

function describe(collection: Collection): BsonDocument {
  const { kind, options, uuid, indexes } = collection
  const name = collection.namespace.collection
  if (kind === 'view') return { name, type: kind, options, info: { readOnly: true } }
  return {
    name,
    type: kind,
    options,
    info: { readOnly: false, uuid },
    ...(kind === 'collection' && options.clusteredIndex === undefined ? { idIndex: indexes.id.specification } : {}),
  }
}

function drop({ storage, args, database }: Invocation): BsonDocument {
  const collection = storage.catalog.find(database, args.text('drop'))
  // Since 7.0 what is not there counts as dropped.
  if (collection === undefined) return {}
  storage.catalog.drop(collection)
  if (collection.kind !== 'view') {
    storage.log.append({ operation: 'drop', namespace: collection.namespace, collection })
  }
  return { nIndexesWas: collection.indexes.all.length, ns: collection.name }
}

function renameCollection({ storage, args }: Invocation): BsonDocument {
  const from = parseNamespace(args.text('renameCollection'))
  const to = parseNamespace(args.text('to'))
  const collection = storage.catalog.find(from.database, from.collection)
  if (collection === undefined) {
    return namespaceNotFound(`Source collection ${args.text('renameCollection')} does not exist`)
  }
  storage.catalog.rename(collection, to, args.flag('dropTarget'))
  storage.log.append({ operation: 'rename', namespace: from, collection, to })
  return {}
}

function collStats({ storage, args, database }: Invocation): BsonDocument {
  const name = args.text('collStats')
  const collection = storage.catalog.find(database, name)
  if (collection !== undefined) return collectionStatistics(collection)
  const none = { size: 0, count: 0, storageSize: 0, nindexes: 0, indexSizes: {}, totalIndexSize: 0 }
  return { ns: `${database}.${name}`, ...none }
}

export const collectionCommands: readonly Command[] = [
  {
    name: 'listCollections',
    run: listCollections,
    known: known('listCollections', 'filter', 'nameOnly', 'authorizedCollections', 'cursor'),
  },
  { name: 'drop', run: drop, known: known('drop') },
  { name: 'renameCollection', run: renameCollection, known: known('renameCollection', 'to', 'dropTarget') },
  { name: 'collStats', run: collStats, known: known('collStats', 'scale') },
]
