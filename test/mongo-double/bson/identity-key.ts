import { BSONRegExp, BSONSymbol, Code, ObjectId, Timestamp } from 'bson'
import type { Collation } from './collation.ts'
import { numberKey } from './exact-number.ts'
import { typeName } from './type-name.ts'
import { type BsonValue, isArray, isBinary, isDocument, isNumber } from './value.ts'

/**
 * A text that is equal exactly for values which MongoDB holds equal: 1, 1.0 and NumberLong(1) share one, as do null
 * and a missing field. For indexes, `$in` with many values and grouping.
 */
export function identityKey(value: BsonValue, collation?: Collation): string {
  if (value === undefined || value === null) return 'null'
  if (isNumber(value)) return `number ${numberKey(value)}`
  if (typeof value === 'string' || value instanceof BSONSymbol) {
    const text = typeof value === 'string' ? value : value.value
    return JSON.stringify(collation === undefined ? text : collation.key(text))
  }
  if (typeof value === 'boolean') return `bool ${value}`
  if (isArray(value)) return `[${value.map((item) => identityKey(item, collation)).join(',')}]`
  if (isDocument(value)) {
    const fields = Object.entries(value).map(
      ([name, item]) => `${JSON.stringify(name)}:${identityKey(item, collation)}`,
    )
    return `{${fields.join(',')}}`
  }
  return `${typeName(value)} ${contentKey(value)}`
}

function contentKey(value: BsonValue): string {
  if (value instanceof Date) return `${value.getTime()}`
  if (value instanceof ObjectId) return value.toHexString()
  if (isBinary(value)) return `${value.sub_type}:${value.toString('hex')}`
  if (value instanceof Timestamp) return `${value.t}:${value.i}`
  if (value instanceof BSONRegExp) return JSON.stringify([value.pattern, value.options])
  if (value instanceof RegExp) return JSON.stringify([value.source, value.flags])
  return value instanceof Code ? JSON.stringify(value.code) : ''
}

/** The same where the order of fields does not count, as in JSON Schema's `enum` and `uniqueItems`. */
export function unorderedKey(value: BsonValue): string {
  return identityKey(withSortedFields(value))
}

function withSortedFields(value: BsonValue): BsonValue {
  if (isArray(value)) return value.map(withSortedFields)
  if (!isDocument(value)) return value
  const fields = Object.entries(value).map(([name, item]) => [name, withSortedFields(item)] as const)
  return Object.fromEntries(fields.sort(([left], [right]) => (left < right ? -1 : 1)))
}
