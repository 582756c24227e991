import type { BsonDocument } from '../bson/value.ts'
import { defaultFirstBatch } from '../cursors/cursor-table.ts'
import { ResultCursor } from '../cursors/result-cursor.ts'
import { TailableCursor } from '../cursors/tailable-cursor.ts'
import { compileProjection } from '../projection/projection.ts'
import { Reading } from '../reading/reading.ts'
import { type Selection, select } from '../reading/select.ts'
import { badValue, notImplemented } from '../server-error.ts'
import type { Arguments } from './arguments.ts'
import { type Command, type Invocation, known } from './command.ts'

const unsupported = ['min', 'max', 'returnKey', 'showRecordId'] as const

export const findArguments: ReadonlySet<string> = known(
  'find',
  'filter',
  'sort',
  'projection',
  'hint',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'tailable',
  'oplogReplay',
  'noCursorTimeout',
  'awaitData',
  'allowPartialResults',
  'collation',
  'allowDiskUse',
  'let',
  ...unsupported,
)

function find(invocation: Invocation): BsonDocument {
  const { server, args, database } = invocation
  if (args.flag('tailable')) return findTailable(invocation)
  const documents = select(invocation, selectionOf(args))
  const cursor = new ResultCursor(`${database}.${args.text('find')}`, documents)
  return server.cursors.open(cursor, args.count('batchSize') ?? defaultFirstBatch, args.flag('singleBatch'))
}

/** What a `find` asks for; `explain` reads the same. */
export function selectionOf(args: Arguments): Selection {
  for (const option of unsupported) {
    if (args.has(option) && args.value(option) !== false) notImplemented(`find.${option}`)
  }
  return {
    collection: args.text('find'),
    filter: args.optionalDocument('filter') ?? {},
    sort: args.optionalDocument('sort'),
    skip: args.count('skip'),
    limit: args.count('limit'),
    projection: args.optionalDocument('projection'),
    hint: args.value('hint'),
    collation: args.value('collation'),
    variables: args.variables(),
  }
}

function findTailable({ server, storage, args, database }: Invocation): BsonDocument {
  const { collection: name, filter, projection, collation, variables } = selectionOf(args)
  const collection = storage.catalog.find(database, name)
  if (collection?.isCapped !== true) {
    return badValue('error processing query: tailable cursor requested on non capped collection')
  }
  const matches = new Reading(collection, { collation, variables }).compile(filter)
  const project = compileProjection(projection)
  const cursor = new TailableCursor(collection, args.flag('awaitData'), (document) =>
    matches(document) ? [project(document)] : [],
  )
  return server.cursors.open(cursor, args.count('batchSize') ?? defaultFirstBatch)
}

export const findCommands: readonly Command[] = [
  { name: 'find', run: find, known: findArguments, runsInTransactions: true },
]
