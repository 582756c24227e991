import { calculateObjectSize } from 'bson'
import type { BsonDocument } from '../bson/value.ts'

/** The length of a document in BSON. */
export function byteLength(document: BsonDocument): number {
  return calculateObjectSize(document, { ignoreUndefined: true })
}

/** The longest document that MongoDB stores. */
export const longestDocument: number = 16 * 1024 * 1024
