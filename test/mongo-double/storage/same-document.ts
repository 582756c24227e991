import { encode } from '../bson/codec.ts'
import type { BsonDocument } from '../bson/value.ts'

/** Whether two documents are the same down to the types of their numbers and the order of their fields. */
export function isSameDocument(left: BsonDocument, right: BsonDocument): boolean {
  return left === right || Buffer.compare(encode(left), encode(right)) === 0
}
