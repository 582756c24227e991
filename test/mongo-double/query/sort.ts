import type { Collation } from '../bson/collation.ts'
import { compare } from '../bson/compare.ts'
import { leaves } from '../bson/path.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument, isNumber, toNumber } from '../bson/value.ts'
import { badValue, refuseLocation } from '../server-error.ts'

export interface SortOptions {
  readonly collation?: Collation | undefined
  /** The score of a `$text` query, for `{ $meta: 'textScore' }`. */
  readonly score?: ((document: BsonDocument) => number) | undefined
}

type Key =
  | { readonly kind: 'field'; readonly parts: readonly string[]; readonly direction: 1 | -1 }
  | { readonly kind: 'score' }

/**
 * Sorts stably. An array sorts by its least element upwards and by its greatest downwards.
 * https://www.mongodb.com/docs/v7.0/reference/method/cursor.sort/
 */
export function sortDocuments<Item extends BsonValue>(
  documents: readonly Item[],
  specification: BsonDocument,
  options: SortOptions = {},
): Item[] {
  const keys = parseSort(specification)
  const rows = documents.map((document) => ({ document, values: keys.map((key) => keyValue(document, key, options)) }))
  rows.sort((left, right) => {
    for (const [index, key] of keys.entries()) {
      const order = compare(left.values[index], right.values[index], options.collation)
      if (order !== 0) return key.kind === 'score' ? -order : order * key.direction
    }
    return 0
  })
  return rows.map(({ document }) => document)
}

/** @throws ServerError 15974, 15975 for a direction that is none, 17312 for metadata that a sort does not know */
function parseSort(specification: BsonDocument): readonly Key[] {
  return Object.entries(specification).map(([path, order]): Key => {
    if (isDocument(order)) {
      if (order.$meta === undefined) refuseLocation(17312, '$meta is the only expression supported by $sort right now')
      if (order.$meta !== 'textScore') badValue('Illegal $meta sort: only textScore is supported')
      return { kind: 'score' }
    }
    if (!isNumber(order)) refuseLocation(15974, `Illegal key in $sort specification: ${path}`)
    const direction = toNumber(order)
    if (direction !== 1 && direction !== -1) {
      refuseLocation(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    }
    return { kind: 'field', parts: path.split('.'), direction }
  })
}

function keyValue(document: BsonValue, key: Key, { score, collation }: SortOptions): BsonValue {
  if (key.kind === 'score') {
    if (score === undefined) refuseLocation(40218, 'query requires text score metadata, but it is not available')
    return isDocument(document) ? score(document) : 0
  }
  const candidates = leaves(document, key.parts).flatMap((value) => {
    if (!isArray(value)) return [value]
    // An empty array sorts before null, as a missing element does.
    return value.length === 0 ? [undefined] : value
  })
  return candidates.reduce<BsonValue>(
    (best, value) => (Math.sign(compare(value, best, collation)) === -key.direction ? value : best),
    candidates[0],
  )
}
