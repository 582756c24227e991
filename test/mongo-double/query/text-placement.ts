import { type BsonDocument, type BsonValue, fieldOf, isArray, isDocument, isRegularExpression } from '../bson/value.ts'
import { badValue, refuse, refuseLocation } from '../server-error.ts'
import { isOperators } from './condition.ts'
import { impliesPartialFilter } from './implication.ts'

export interface TextPlacementOptions {
  readonly hint?: BsonValue
  readonly sort?: BsonDocument | undefined
  /** First keys of the other indexes: beside `$text` in an `$or`, every clause needs one. */
  readonly indexedFields?: ReadonlySet<string> | undefined
}

/**
 * Refuses `$text` where MongoDB cannot answer it: without an index, twice, below `$nor`, without equality on each key
 * before the text key, outside of what a partial index holds.
 * https://www.mongodb.com/docs/v7.0/reference/operator/query/text/#restrictions
 * https://www.mongodb.com/docs/v7.0/core/indexes/index-types/index-text/text-index-restrictions/
 * @param textIndex the index as it is listed, with `_fts` among its keys
 * @returns whether the filter searches at all
 * @throws ServerError 2, 27, 291, 40218
 */
export function checkTextPlacement(
  filter: BsonDocument,
  textIndex: BsonDocument | undefined,
  options: TextPlacementOptions = {},
): boolean {
  const count = countText(filter)
  if (count === 0) {
    if (sortsByScore(options.sort)) refuseMissingScore()
    return false
  }
  if (count > 1) badValue('Too many text expressions')
  if (options.hint !== undefined) badValue('text and hint not allowed in same query')
  if (options.sort?.$natural !== undefined) badValue('text expression not allowed with $natural sort order')
  if (textIndex === undefined) refuse(27, 'IndexNotFound', 'text index required for $text query')
  checkClauses(filter, filter, textIndex, options.indexedFields ?? new Set())
  return true
}

/** The score was asked for and nothing is searched. */
export function refuseMissingScore(): never {
  return refuseLocation(40218, 'query requires text score metadata, but it is not available')
}

function sortsByScore(sort: BsonDocument | undefined): boolean {
  return sort !== undefined && Object.values(sort).some((order) => isDocument(order) && order.$meta === 'textScore')
}

function countText(filter: BsonDocument): number {
  return Object.entries(filter).reduce((count, [name, operand]) => {
    if (name === '$text') return count + 1
    return count + clausesOf(name, operand).reduce((sum, clause) => sum + countText(clause), 0)
  }, 0)
}

function clausesOf(name: string, operand: BsonValue): readonly BsonDocument[] {
  const isLogical = name === '$and' || name === '$or' || name === '$nor'
  return isLogical && isArray(operand) ? operand.filter(isDocument) : []
}

/** @param scope everything that holds together with the clause, as one conjunction */
function checkClauses(
  filter: BsonDocument,
  scope: BsonDocument,
  textIndex: BsonDocument,
  indexedFields: ReadonlySet<string>,
): void {
  if ('$text' in filter) checkIndexAnswers(scope, textIndex)
  for (const [name, operand] of Object.entries(filter)) {
    const clauses = clausesOf(name, operand)
    const searching = clauses.find((clause) => countText(clause) > 0)
    if (searching === undefined) continue
    if (name === '$nor') badValue('text expression not allowed in nor')
    if (name === '$or') checkAlternatives(clauses, searching, indexedFields)
    // A branch of `$or` is planned by itself: what stands beside the `$or` does not help it.
    checkClauses(searching, name === '$or' ? searching : { $and: [scope, searching] }, textIndex, indexedFields)
  }
}

function checkAlternatives(
  clauses: readonly BsonDocument[],
  searching: BsonDocument,
  indexedFields: ReadonlySet<string>,
): void {
  const isIndexed = (clause: BsonDocument): boolean => Object.keys(clause).some((name) => indexedFields.has(name))
  if (clauses.every((clause) => clause === searching || isIndexed(clause))) return
  noPlan('Failed to produce a solution for TEXT under OR - other non-TEXT clauses under OR have to be indexed as well.')
}

function checkIndexAnswers(scope: BsonDocument, textIndex: BsonDocument): void {
  const { key, partialFilterExpression } = textIndex
  const prefix = isDocument(key) ? Object.keys(key).slice(0, Object.keys(key).indexOf('_fts')) : []
  const isCovered =
    prefix.every((field) => isFixed(scope, field)) &&
    (!isDocument(partialFilterExpression) || impliesPartialFilter(scope, partialFilterExpression))
  if (isCovered) return
  noPlan(
    'failed to use text index to satisfy $text query (if text index is compound, are equality predicates given for all prefix fields?)',
  )
}

/** Whether a filter gives a field by equality: neither a range nor `$in` will do. */
function isFixed(filter: BsonDocument, field: string): boolean {
  const operand = fieldOf(filter, field)
  const value = isOperators(operand) ? operand.$eq : operand
  if (value !== undefined && !isRegularExpression(value)) return true
  const { $and } = filter
  return isArray($and) && $and.some((clause) => isDocument(clause) && isFixed(clause, field))
}

function noPlan(reason: string): never {
  return refuse(
    291,
    'NoQueryExecutionPlans',
    `error processing query: planner returned error :: caused by :: ${reason}`,
  )
}
