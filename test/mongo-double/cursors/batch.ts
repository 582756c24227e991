import type { BsonDocument } from '../bson/value.ts'
import { byteLength } from '../storage/byte-length.ts'

/** What MongoDB puts into one answer, in bytes; a single document may be longer. */
const longestBatch = 16 * 1024 * 1024 - 16 * 1024

/** How many of the documents from `start` on fit into one batch. */
export function batchEnd(documents: readonly BsonDocument[], start: number, most: number): number {
  let bytes = 0
  let end = start
  for (const document of documents.slice(start, most === Infinity ? undefined : start + most)) {
    bytes += byteLength(document)
    if (bytes > longestBatch && end > start) break
    end += 1
  }
  return end
}
