import { identityKey } from '../bson/identity-key.ts'
import { shellText } from '../bson/shell-text.ts'
import { type BsonDocument, type BsonValue, isArray } from '../bson/value.ts'
import type { Collection } from '../catalog/collection.ts'
import { namespaceNotFound } from '../catalog/namespace.ts'
import { ResultCursor } from '../cursors/result-cursor.ts'
import type { CollectionIndex } from '../indexes/collection-index.ts'
import { completeIndexSpecification } from '../indexes/complete-specification.ts'
import { isPresent } from '../indexes/conflicts.ts'
import { checkNoView, createTarget } from '../reading/scope.ts'
import { badValue, refuse } from '../server-error.ts'
import { type Command, type Invocation, known } from './command.ts'

function createIndexes(invocation: Invocation): BsonDocument {
  const { storage, transaction, args, database } = invocation
  const name = args.text('createIndexes')
  const present = storage.catalog.find(database, name)
  if (present !== undefined) checkNoView(present)
  const requested = args.documents('indexes')
  if (requested.length === 0) badValue('Must specify at least one index to create')
  const specifications = requested.map((index) => completeIndexSpecification(index, present?.defaultCollation))
  const { collection } = createTarget(invocation, name)
  if (transaction !== undefined && collection.records.size > 0) {
    refuse(
      263,
      'OperationNotSupportedInTransaction',
      `Cannot create new indexes on non-empty collection ${collection.name} in a multi-document transaction.`,
    )
  }
  const before = collection.indexes.specifications
  try {
    for (const specification of specifications) {
      if (!isPresent(collection.indexes.specifications, specification)) collection.addIndex(specification)
    }
  } catch (error) {
    // All of them or none, and no collection without them.
    for (const index of collection.indexes.all.slice(before.length)) collection.indexes.drop(index)
    if (present === undefined) storage.catalog.drop(collection)
    throw error
  }
  const after = collection.indexes.all.length
  return {
    numIndexesBefore: before.length,
    numIndexesAfter: after,
    createdCollectionAutomatically: present === undefined,
    ...(after === before.length ? { note: 'all indexes already exist' } : {}),
  }
}

function dropIndexes(invocation: Invocation): BsonDocument {
  const { indexes } = theCollection(invocation, 'dropIndexes', 'ns not found')
  const asked = invocation.args.value('index')
  const nIndexesWas = indexes.all.length
  if (asked === '*') {
    indexes.dropAllButId()
    return { nIndexesWas, msg: 'non-_id indexes dropped for collection' }
  }
  for (const one of isArray(asked) ? asked : [asked]) {
    const index = indexes.all.find((other) => isMeant(other, one))
    if (index === undefined) {
      return refuse(
        27,
        'IndexNotFound',
        typeof one === 'string' ? `index not found with name [${one}]` : `can't find index with key: ${shellText(one)}`,
      )
    }
    if (index === indexes.id) refuse(72, 'InvalidOptions', 'cannot drop _id index')
    indexes.drop(index)
  }
  return { nIndexesWas }
}

function isMeant({ name, specification }: CollectionIndex, asked: BsonValue): boolean {
  return typeof asked === 'string' ? name === asked : identityKey(specification.key) === identityKey(asked)
}

function listIndexes(invocation: Invocation): BsonDocument {
  const { name, indexes } = theCollection(invocation, 'listIndexes', 'ns does not exist')
  const batchSize = invocation.args.optionalDocument('cursor')?.batchSize
  const cursor = new ResultCursor(name, indexes.specifications)
  return invocation.server.cursors.open(cursor, batchSize === undefined ? Infinity : Number(batchSize))
}

function theCollection({ storage, args, database }: Invocation, field: string, missing: string): Collection {
  const name = args.text(field)
  const collection = storage.catalog.find(database, name)
  if (collection === undefined) return namespaceNotFound(`${missing}: ${database}.${name}`)
  checkNoView(collection)
  return collection
}

export const indexCommands: readonly Command[] = [
  {
    name: 'createIndexes',
    run: createIndexes,
    known: known('createIndexes', 'indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'),
    runsInTransactions: true,
  },
  { name: 'dropIndexes', run: dropIndexes, known: known('dropIndexes', 'index') },
  { name: 'listIndexes', run: listIndexes, known: known('listIndexes', 'cursor') },
]
