import { type BsonDocument, type BsonValue, fieldOf, isArray, isDocument } from '../bson/value.ts'
import { refuse } from '../server-error.ts'
import type { CollectionIndex } from './collection-index.ts'

/** @throws ServerError 171 where two fields of one index hold arrays that do not lie in each other */
export function checkParallelArrays(indexes: readonly CollectionIndex[], document: BsonDocument): void {
  for (const index of indexes) {
    if (index.paths.length < 2 || index.specification.weights !== undefined || !index.covers(document)) continue
    const [first, second] = new Set(index.paths.flatMap((path) => firstArray(document, path) ?? []))
    if (first === undefined || second === undefined) continue
    refuse(171, 'CannotIndexParallelArrays', `cannot index parallel arrays [${second}] [${first}]`)
  }
}

/** The path of the outermost array on the way. */
function firstArray(document: BsonDocument, path: readonly string[]): string | undefined {
  let value: BsonValue = document
  for (const [depth, part] of path.entries()) {
    if (!isDocument(value)) return undefined
    value = fieldOf(value, part)
    if (isArray(value)) return path.slice(0, depth + 1).join('.')
  }
  return undefined
}
