import type { BsonDocument } from '../bson/value.ts'
import { select } from '../reading/select.ts'
import { notImplemented } from '../server-error.ts'
import { Arguments } from './arguments.ts'
import { type Command, type Invocation, known } from './command.ts'
import { findArguments, selectionOf } from './find.ts'

/**
 * Says which index MongoDB could use for a `find`: one whose first field the filter has. The double itself may well
 * look at every document.
 */
function explain(invocation: Invocation): BsonDocument {
  const { storage, database, args } = invocation
  const explained = args.document('explain')
  if (explained.find === undefined) notImplemented('explain of anything but find')
  const find = new Arguments('find', explained)
  find.checkKnown(findArguments)
  const selection = selectionOf(find)
  const { collection: name, filter } = selection
  const found = select(invocation, selection).length
  const collection = storage.catalog.find(database, name)
  const index = collection?.indexes.specifications.find(({ key }) => Object.hasOwn(filter, Object.keys(key)[0] ?? ''))
  return {
    explainVersion: '1',
    queryPlanner: {
      namespace: `${database}.${name}`,
      parsedQuery: filter,
      winningPlan:
        index === undefined
          ? { stage: 'COLLSCAN' }
          : { stage: 'FETCH', inputStage: { stage: 'IXSCAN', keyPattern: index.key, indexName: index.name } },
      rejectedPlans: [],
    },
    executionStats: {
      executionSuccess: true,
      nReturned: found,
      totalDocsExamined: index === undefined ? (collection?.records.size ?? 0) : found,
      totalKeysExamined: index === undefined ? 0 : found,
    },
    serverInfo: { testDouble: true },
  }
}

export const explainCommands: readonly Command[] = [
  { name: 'explain', run: explain, known: known('explain', 'verbosity') },
]
