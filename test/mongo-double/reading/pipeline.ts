import { aggregate } from '../aggregation/run.ts'
import { checkStages } from '../aggregation/stages.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument } from '../bson/value.ts'
import { namespaceNotFound } from '../catalog/namespace.ts'
import { collectionStatistics } from '../catalog/statistics.ts'
import { refuse } from '../server-error.ts'
import type { Target } from '../storage/target.ts'
import { hintedIndex, throughIndex } from './hint.ts'
import { writeOutput } from './output.ts'
import { Reading, type ReadingOptions } from './reading.ts'
import { scan } from './scan.ts'
import { findTarget, type Scope } from './scope.ts'

/**
 * Runs an aggregation.
 *
 * @param source the collection or view that it starts from; nothing for the database as a whole
 * @returns what comes out; nothing where the last stage writes it to a collection
 * @throws ServerError
 */
export function runPipeline(
  scope: Scope,
  source: string | undefined,
  stages: readonly BsonValue[],
  options: ReadingOptions = {},
): readonly BsonDocument[] {
  checkStages(stages)
  const pipeline = stages.filter(isDocument)
  const target = source === undefined ? undefined : findTarget(scope, source)
  const index = target === undefined ? undefined : hintedIndex(target.collection, options.hint)
  const reading = new Reading(target?.collection, options)
  const started = start(scope, source, target, pipeline, reading)
  const last = started.rest.at(-1)
  const isWritten = last !== undefined && (last.$out !== undefined || last.$merge !== undefined)
  const documents = throughIndex(index, started.documents)
  const found = through(scope, documents, isWritten ? started.rest.slice(0, -1) : started.rest, reading)
  if (!isWritten) return found
  if (scope.transaction !== undefined) {
    refuse(
      263,
      'OperationNotSupportedInTransaction',
      `Operation not permitted in transaction :: caused by :: Aggregation stage: '${last.$out === undefined ? '$merge' : '$out'}' not supported in a transaction`,
    )
  }
  writeOutput(scope, last, found)
  return []
}

/** What the first stages give, which read the catalog and not documents, and the stages after them. */
interface Started {
  readonly documents: readonly BsonDocument[]
  readonly rest: readonly BsonDocument[]
}

function start(
  scope: Scope,
  source: string | undefined,
  target: Target | undefined,
  pipeline: readonly BsonDocument[],
  reading: Reading,
): Started {
  const [first, ...rest] = pipeline
  if (first?.$collStats !== undefined) {
    if (target === undefined) return namespaceNotFound(`Collection [${scope.database}.${source}] not found.`)
    return { documents: [statisticsOf(target)], rest }
  }
  if (first?.$indexStats !== undefined) return { documents: usesOfIndexes(target), rest }
  if (target?.collection.kind === 'view') {
    const { viewOn, pipeline: stages } = target.collection.options
    const documents = runPipeline(scope, String(viewOn), isArray(stages) ? stages : [])
    return { documents, rest: pipeline }
  }
  // The first filter may use an index; without a collection it is compiled all the same, for its errors.
  if (isDocument(first?.$match)) {
    if (target !== undefined) return { documents: scan(target, first.$match, reading), rest }
    reading.compile(first.$match)
  }
  return { documents: target === undefined ? [] : [...target.records.values()], rest: pipeline }
}

function through(
  scope: Scope,
  documents: readonly BsonDocument[],
  stages: readonly BsonDocument[],
  { variables, collationOptions, score }: Reading,
): readonly BsonDocument[] {
  if (stages.length === 0) return documents
  return aggregate(documents, stages, {
    variables,
    collation: collationOptions,
    score,
    collection: (name) => runPipeline(scope, name, []),
  })
}

function statisticsOf({ collection, records }: Target): BsonDocument {
  return {
    ns: collection.name,
    localTime: new Date(),
    storageStats: collectionStatistics(collection),
    count: records.size,
  }
}

function usesOfIndexes(target: Target | undefined): readonly BsonDocument[] {
  const since = new Date()
  return (target?.collection.indexes.specifications ?? []).map((spec) => ({
    name: spec.name,
    key: spec.key,
    host: 'test-double',
    accesses: { ops: 0, since },
    spec,
  }))
}
