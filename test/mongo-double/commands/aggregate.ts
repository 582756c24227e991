import { type BsonDocument, isDocument, isNumber, isTruthy, toNumber } from '../bson/value.ts'
import { ChangeStream, type Watched } from '../change-streams/change-stream.ts'
import { defaultFirstBatch } from '../cursors/cursor-table.ts'
import { ResultCursor } from '../cursors/result-cursor.ts'
import { runPipeline } from '../reading/pipeline.ts'
import { failedToParse, notImplemented, refuse } from '../server-error.ts'
import { patiently } from './bulk.ts'
import { type Command, type Invocation, known } from './command.ts'

async function aggregate(invocation: Invocation): Promise<BsonDocument> {
  const { server, args, database } = invocation
  if (args.flag('explain')) notImplemented('aggregate explain')
  const { batchSize } = args.optionalDocument('cursor') ?? withoutCursor()
  const firstBatch = isNumber(batchSize) ? toNumber(batchSize) : defaultFirstBatch
  const stages = args.array('pipeline')
  const source = sourceOf(invocation)
  const namespace = `${database}.${source ?? '$cmd.aggregate'}`
  const [first, ...rest] = stages
  if (isDocument(first) && isDocument(first.$changeStream)) {
    return server.cursors.open(watch(invocation, namespace, first.$changeStream, rest.filter(isDocument)), firstBatch)
  }
  // Only `$merge` and `$out` ever wait: reading takes what is committed.
  const documents = await patiently(invocation, () =>
    runPipeline(invocation, source, stages, {
      collation: args.value('collation'),
      variables: args.variables(),
      hint: args.value('hint'),
    }),
  )
  return server.cursors.open(new ResultCursor(namespace, documents), firstBatch)
}

/** The collection, or nothing for a pipeline on the database as a whole. */
function sourceOf({ args }: Invocation): string | undefined {
  return isNumber(args.value('aggregate')) ? undefined : args.text('aggregate')
}

function watch(
  invocation: Invocation,
  namespace: string,
  options: BsonDocument,
  stages: readonly BsonDocument[],
): ChangeStream {
  const { storage, database, transaction } = invocation
  if (transaction !== undefined) {
    refuse(263, 'OperationNotSupportedInTransaction', '$changeStream cannot be used in a transaction')
  }
  const collection = sourceOf(invocation)
  const watched: Watched = isTruthy(options.allChangesForCluster)
    ? {}
    : { database, ...(collection === undefined ? {} : { collection }) }
  return new ChangeStream(storage.log, namespace, watched, options, stages)
}

function withoutCursor(): never {
  return failedToParse("The 'cursor' option is required, except for aggregate with the explain argument")
}

export const aggregateCommands: readonly Command[] = [
  {
    name: 'aggregate',
    run: aggregate,
    known: known(
      'aggregate',
      'pipeline',
      'explain',
      'allowDiskUse',
      'cursor',
      'bypassDocumentValidation',
      'collation',
      'hint',
      'let',
    ),
    runsInTransactions: true,
  },
]
