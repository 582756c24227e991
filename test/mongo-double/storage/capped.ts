import { isNumber, toNumber } from '../bson/value.ts'
import { byteLength } from './byte-length.ts'
import type { Target } from './target.ts'

/** Drops the oldest documents of a capped collection until it keeps its bounds. No change stream hears of it. */
export function evictFromCapped({ storage, collection }: Target): void {
  const { max, size } = collection.options
  const most = isNumber(max) && toNumber(max) > 0 ? toNumber(max) : Infinity
  const longest = isNumber(size) ? toNumber(size) : Infinity
  let bytes = 0
  for (const document of collection.records.values()) bytes += byteLength(document)
  for (const [key, document] of collection.records.entries()) {
    if (collection.records.size <= most && bytes <= longest) return
    bytes -= byteLength(document)
    storage.commitSilently(collection, [{ key, before: document, after: undefined }])
  }
}
