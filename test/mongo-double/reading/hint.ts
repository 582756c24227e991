import { identityKey } from '../bson/identity-key.ts'
import { type BsonDocument, type BsonValue, isDocument, isNumber, mapValues, toNumber } from '../bson/value.ts'
import type { Collection } from '../catalog/collection.ts'
import type { CollectionIndex } from '../indexes/collection-index.ts'
import { sortDocuments } from '../query/sort.ts'
import { badValue } from '../server-error.ts'

/**
 * The index that a hint names, by its name or by its key; none for `$natural`.
 *
 * @throws ServerError 2 where there is no such index
 */
export function hintedIndex(collection: Collection, hint: BsonValue): CollectionIndex | undefined {
  if (hint === undefined || (isDocument(hint) && (Object.keys(hint).length === 0 || '$natural' in hint))) {
    return undefined
  }
  const found = collection.indexes.all.find(({ name, specification }) =>
    typeof hint === 'string' ? name === hint : identityKey(specification.key) === identityKey(hint),
  )
  return (
    found ??
    badValue(
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    )
  )
}

/** What an index gives of documents: those that it holds, in its order. */
export function throughIndex(
  index: CollectionIndex | undefined,
  documents: readonly BsonDocument[],
): readonly BsonDocument[] {
  if (index === undefined) return documents
  const held = documents.filter((document) => index.entriesOf(document).length > 0)
  const { key } = index.specification
  if (!Object.values(key).every(isNumber)) return held
  const order = mapValues(key, (direction) => (isNumber(direction) ? Math.sign(toNumber(direction)) : 1))
  return sortDocuments(held, order, { collation: index.collation })
}
