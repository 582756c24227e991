import { completeCollation } from '../bson/collation.ts'
import { type BsonDocument, type DraftDocument, isDocument, isTruthy } from '../bson/value.ts'
import { checkIndexSpecification } from './check-specification.ts'
import type { IndexSpecification } from './specification.ts'

/**
 * An index as the server stores it, from what a client asked for.
 *
 * @param inherited the collation of the collection, complete
 * @throws ServerError where MongoDB refuses such an index
 */
export function completeIndexSpecification(
  requested: BsonDocument,
  inherited: BsonDocument | undefined,
): IndexSpecification {
  checkIndexSpecification(requested)
  const key = isDocument(requested.key) ? requested.key : {}
  const name = String(requested.name)
  const { partialFilterExpression } = requested
  const partial = isDocument(partialFilterExpression) ? { partialFilterExpression } : {}
  if (Object.values(key).includes('text')) {
    return { v: 2, key: textKey(key), name, ...partial, ...textOptions(key, requested) }
  }
  return {
    v: 2,
    key,
    name,
    ...flags(requested),
    ...partial,
    ...given(requested, ['expireAfterSeconds', 'wildcardProjection', 'min', 'max', 'bits', 'background']),
    ...collationOf(requested.collation, inherited),
    ...(Object.values(key).includes('2dsphere') ? { '2dsphereIndexVersion': 3 } : {}),
  }
}

function flags(requested: BsonDocument): BsonDocument {
  const set = ['unique', 'sparse', 'hidden'].filter((flag) => isTruthy(requested[flag]))
  return Object.fromEntries(set.map((flag) => [flag, true]))
}

function given(requested: BsonDocument, options: readonly string[]): BsonDocument {
  const set = options.filter((option) => requested[option] !== undefined)
  return Object.fromEntries(set.map((option) => [option, requested[option]]))
}

function collationOf(requested: BsonDocument[string], inherited: BsonDocument | undefined): BsonDocument {
  if (!isDocument(requested)) return inherited === undefined ? {} : { collation: inherited }
  return requested.locale === 'simple' ? {} : { collation: completeCollation(requested) }
}

/** All fields of the text stand as one pair where the first of them stood. */
function textKey(key: BsonDocument): BsonDocument {
  const stored: DraftDocument = {}
  for (const [field, kind] of Object.entries(key)) {
    if (kind === 'text') Object.assign(stored, { _fts: 'text', _ftsx: 1 })
    else stored[field] = kind
  }
  return stored
}

function textOptions(key: BsonDocument, requested: BsonDocument): BsonDocument {
  const weights = isDocument(requested.weights) ? requested.weights : {}
  // What `listIndexes` gave can be created again: there `_fts` stands for the fields, and the weights name them.
  const searched = Object.keys(key).filter((field) => key[field] === 'text' && field !== '_fts')
  const fields = [...new Set([...searched, ...Object.keys(weights)])].sort()
  return {
    weights: Object.fromEntries(fields.map((field) => [field, weights[field] ?? 1])),
    default_language: requested.default_language ?? 'english',
    language_override: requested.language_override ?? 'language',
    textIndexVersion: 3,
  }
}
