import { leaves } from '../bson/path.ts'
import { type BsonDocument, type BsonValue, isArray, isNumber, toNumber } from '../bson/value.ts'
import type { CollectionIndex } from './collection-index.ts'

/** Whether the index lets documents expire at all. */
export function expires({ specification }: CollectionIndex): boolean {
  return specification.expireAfterSeconds !== undefined
}

/** Whether an index with an expiry has done with a document. */
export function hasExpired(index: CollectionIndex, document: BsonDocument, now: Date): boolean {
  const [path] = index.paths
  const { expireAfterSeconds } = index.specification
  return path !== undefined && index.covers(document) && isPast(document, path, expireAfterSeconds, now)
}

/** Whether the earliest of the dates at a path is this long ago. Without a date there is no end. */
export function isPast(document: BsonDocument, path: readonly string[], seconds: BsonValue, now: Date): boolean {
  if (!isNumber(seconds)) return false
  const earliest = leaves(document, path)
    .flatMap((value) => (isArray(value) ? value : [value]))
    .reduce<number>((least, value) => (value instanceof Date ? Math.min(least, value.getTime()) : least), Infinity)
  return earliest + toNumber(seconds) * 1000 <= now.getTime()
}
