import type { Variables } from '../aggregation/expression.ts'
import type { Collation } from '../bson/collation.ts'
import { compare, equal } from '../bson/compare.ts'
import { valueAtParts } from '../bson/path.ts'
import type { BsonDocument, BsonValue } from '../bson/value.ts'
import { matchedElement } from '../query/matched-element.ts'
import { refuse } from '../server-error.ts'
import { type ArrayFilters, compileArrayFilters } from './array-filters.ts'
import { added, popped, pulled, pulledAll, pushed } from './array-operators.ts'
import { type Change, changesOf, checkUpdate, isPipeline, isReplacement, type Update } from './check.ts'
import { bitwise, calculated, currentDate, type Place } from './field-operators.ts'
import { checkTopLevelName, removeAt, setAt } from './path.ts'
import { runUpdateStages } from './pipeline.ts'
import { concretePaths } from './positional.ts'

export { checkUpdate, isReplacement, type Update } from './check.ts'

export interface UpdateOptions {
  /** By which the document was found, for the positional `$`. */
  readonly filter?: BsonDocument | undefined
  readonly arrayFilters?: readonly BsonValue[] | undefined
  /** Whether the document is about to be inserted by an upsert. */
  readonly isInsert?: boolean
  /** What `$currentDate` sets. */
  readonly now?: Date
  readonly variables?: Variables | undefined
  readonly collation?: Collation | undefined
}

/**
 * The document after an update; the one before is left as it is.
 * @throws ServerError where MongoDB would refuse, 66 ImmutableField where `_id` would change
 */
export function applyUpdate(document: BsonDocument, update: Update, options: UpdateOptions = {}): BsonDocument {
  const arrayFilters = options.arrayFilters ?? []
  checkUpdate(update, arrayFilters)
  return idFirst(withSameId(document, changed(document, update, arrayFilters, options)))
}

function changed(
  document: BsonDocument,
  update: Update,
  arrayFilters: readonly BsonValue[],
  options: UpdateOptions,
): BsonDocument {
  if (isPipeline(update)) return runUpdateStages(document, update, options.variables)
  if (isReplacement(update)) return update._id === undefined ? { _id: document._id, ...update } : update
  const filters = compileArrayFilters(arrayFilters, { collation: options.collation })
  return changesOf(update).reduce((result, change) => applyChange(result, change, document, filters, options), document)
}

function applyChange(
  result: BsonDocument,
  change: Change,
  before: BsonDocument,
  arrayFilters: ArrayFilters,
  { filter = {}, isInsert = false, now = new Date(), collation }: UpdateOptions,
): BsonDocument {
  if (change.operator === '$setOnInsert' && !isInsert) return result
  if (change.operator !== '$unset' && !isInsert) checkTopLevelName(change.path.split('.'))
  const isPositional = change.path.split('.').includes('$') && !isInsert
  const matchedIndex = isPositional ? matchedElement(filter, before, { collation }) : undefined
  const paths = concretePaths(result, change.path, matchedIndex, arrayFilters)
  return paths.reduce((document, path) => applyAt(document, path, change, before._id, now, collation), result)
}

function applyAt(
  document: BsonDocument,
  path: readonly string[],
  { operator, operand }: Change,
  id: BsonValue,
  now: Date,
  collation: Collation | undefined,
): BsonDocument {
  const current = valueAtParts(document, path)
  const place: Place = { field: path.join('.'), id }
  const set = (value: BsonValue): BsonDocument => setAt(document, path, value)
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return set(operand)
    case '$unset':
      return removeAt(document, path)
    case '$inc':
    case '$mul':
      return set(calculated(operator, current, operand, place))
    case '$min':
      return current === undefined || compare(operand, current, collation) < 0 ? set(operand) : document
    case '$max':
      return current === undefined || compare(operand, current, collation) > 0 ? set(operand) : document
    case '$rename':
      if (current === undefined || typeof operand !== 'string') return document
      return setAt(removeAt(document, path), operand.split('.'), current)
    case '$currentDate':
      return set(currentDate(operand, now))
    case '$bit':
      return set(bitwise(current, operand, place))
    case '$push':
      return set(pushed(current, operand, place, collation))
    case '$addToSet':
      return set(added(current, operand, place, collation))
    case '$pop':
      return current === undefined ? document : set(popped(current, operand, place))
    case '$pull':
      return current === undefined ? document : set(pulled(current, operand, collation))
    case '$pullAll':
      return current === undefined ? document : set(pulledAll(current, operand, collation))
  }
}

function withSameId(before: BsonDocument, after: BsonDocument): BsonDocument {
  if (before._id === undefined || (after._id !== undefined && equal(before._id, after._id))) return after
  return refuse(
    66,
    'ImmutableField',
    "After applying the update, the (immutable) field '_id' was found to have been altered or removed",
  )
}

/** MongoDB stores `_id` before every other field. */
export function idFirst(document: BsonDocument): BsonDocument {
  const { _id, ...fields } = document
  if (_id === undefined) return fields
  return Object.keys(document)[0] === '_id' ? document : { _id, ...fields }
}
