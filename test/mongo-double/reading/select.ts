import { type BsonDocument, type BsonValue, isNumber, toNumber } from '../bson/value.ts'
import { compileProjection } from '../projection/projection.ts'
import { sortDocuments } from '../query/sort.ts'
import type { Target } from '../storage/target.ts'
import { hintedIndex, throughIndex } from './hint.ts'
import { runPipeline } from './pipeline.ts'
import { Reading } from './reading.ts'
import { scan } from './scan.ts'
import { findTarget, type Scope } from './scope.ts'

/** Which documents to read, and what of them. */
export interface Selection {
  readonly collection: string
  readonly filter: BsonDocument
  readonly sort?: BsonDocument | undefined
  readonly skip?: number | undefined
  /** 0 and nothing are no limit. */
  readonly limit?: number | undefined
  readonly projection?: BsonDocument | undefined
  readonly hint?: BsonValue
  readonly collation?: BsonValue
  readonly variables?: Readonly<Record<string, unknown>> | undefined
}

export function select(scope: Scope, selection: Selection): readonly BsonDocument[] {
  const { filter, sort, skip = 0, limit = 0 } = selection
  const target = findTarget(scope, selection.collection)
  const index = target === undefined ? undefined : hintedIndex(target.collection, selection.hint)
  const reading = new Reading(target?.collection, selection)
  const found = throughIndex(index, matching(scope, target, filter, reading))
  const project = compileProjection(selection.projection, {
    filter,
    ...(reading.score === undefined ? {} : { score: reading.score }),
    ...(reading.variables === undefined ? {} : { variables: reading.variables }),
    ...(reading.collation === undefined ? {} : { collation: reading.collation }),
  })
  const sorted = inOrder(found, sort, reading)
  return sorted.slice(skip, limit === 0 ? undefined : skip + limit).map(project)
}

function matching(scope: Scope, target: Target | undefined, filter: BsonDocument, reading: Reading): BsonDocument[] {
  if (target === undefined) {
    reading.compile(filter)
    return []
  }
  if (target.collection.kind !== 'view') return scan(target, filter, reading)
  return runPipeline(scope, target.collection.namespace.collection, []).filter(reading.compile(filter))
}

/** Documents without an order are in that of their insertion, which `$natural` turns round. */
function inOrder(
  found: readonly BsonDocument[],
  sort: BsonDocument | undefined,
  reading: Reading,
): readonly BsonDocument[] {
  if (sort === undefined || Object.keys(sort).length === 0) return found
  const { $natural } = sort
  if ($natural !== undefined) return isNumber($natural) && toNumber($natural) < 0 ? found.toReversed() : found
  return sortDocuments(found, sort, { collation: reading.collation, score: reading.score })
}
