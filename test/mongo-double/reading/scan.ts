import { type BsonDocument, type BsonValue, isArray, isDocument, isRegularExpression } from '../bson/value.ts'
import type { Target } from '../storage/target.ts'
import type { Reading } from './reading.ts'

/** The documents of a collection that a filter lets through, in the order of their insertion. */
export function scan(target: Target, filter: BsonDocument, reading: Reading): BsonDocument[] {
  const matches = reading.compile(filter)
  const found: BsonDocument[] = []
  for (const document of candidates(target, filter, reading)) {
    if (matches(document)) found.push(document)
  }
  return found
}

/** The one document that a unique index leaves, or all. */
function candidates({ collection, records }: Target, filter: BsonDocument, reading: Reading): Iterable<BsonDocument> {
  const at = (key: string | undefined): readonly BsonDocument[] => {
    const document = key === undefined ? undefined : records.get(key)
    return document === undefined ? [] : [document]
  }
  if (isScalar(filter._id) && reading.comparesAs(collection.collation)) return at(collection.recordKey(filter._id))
  for (const index of collection.indexes.unique) {
    const { key, partialFilterExpression, sparse } = index.specification
    const values = Object.keys(key).map((field) => filter[field])
    const isWhole = partialFilterExpression === undefined && sparse !== true
    if (isWhole && values.every(isScalar) && reading.comparesAs(index.collation)) {
      return at(records.ownerOf(index, index.keyOf(values)))
    }
  }
  return records.values()
}

/** A value that an index holds as it is; null also stands for a missing field. */
function isScalar(value: BsonValue): boolean {
  return value !== undefined && value !== null && !isArray(value) && !isDocument(value) && !isRegularExpression(value)
}
