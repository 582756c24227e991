import {
  Binary,
  BSONRegExp,
  type BSONSymbol,
  type Code,
  Decimal128,
  Double,
  Int32,
  Long,
  type MaxKey,
  type MinKey,
  type ObjectId,
  Timestamp,
} from 'bson'

/** A number as it stands in a document: its type is part of the value. */
export type BsonNumber = Int32 | Double | Long | Decimal128 | number | bigint

/** A value as `decode` gives it; bare numbers stand only in what the double itself makes. */
export type BsonValue =
  | undefined
  | null
  | string
  | boolean
  | BsonNumber
  | Date
  | RegExp
  | ObjectId
  | Binary
  | Timestamp
  | BSONRegExp
  | MinKey
  | MaxKey
  | Code
  | BSONSymbol
  | readonly BsonValue[]
  | BsonDocument

export interface BsonDocument {
  readonly [field: string]: BsonValue
}

/** A document of the double's own making, before it is handed on. */
export interface DraftDocument {
  [field: string]: BsonValue
}

export function isArray(value: BsonValue): value is readonly BsonValue[] {
  return Array.isArray(value)
}

export function isDocument(value: BsonValue): value is BsonDocument {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

export function isNumber(value: BsonValue): value is BsonNumber {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof Int32 ||
    value instanceof Double ||
    // A Timestamp is a Long to JavaScript and no number to MongoDB.
    (value instanceof Long && !(value instanceof Timestamp)) ||
    value instanceof Decimal128
  )
}

export function isRegularExpression(value: BsonValue): value is RegExp | BSONRegExp {
  return value instanceof RegExp || value instanceof BSONRegExp
}

export function isBinary(value: BsonValue): value is Binary {
  return value instanceof Binary
}

export function toNumber(value: BsonNumber): number {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Int32 || value instanceof Double) return value.value
  if (value instanceof Long) return value.toNumber()
  return Number(value.toString())
}

/** The number that a value is, or nothing where it is not one. */
export function numberOf(value: BsonValue): number | undefined {
  return isNumber(value) ? toNumber(value) : undefined
}

/** How a command reads an option: `true` and every number but zero. */
export function isTruthy(value: BsonValue): boolean {
  return value === true || (isNumber(value) && toNumber(value) !== 0)
}

/** A document with other values under the same names, in the same order. */
export function mapValues(document: BsonDocument, change: (value: BsonValue) => BsonValue): DraftDocument {
  return Object.fromEntries(Object.entries(document).map(([field, value]) => [field, change(value)]))
}

/** The value under a name of its own: never what `Object.prototype` has. */
export function fieldOf(document: BsonDocument, field: string): BsonValue {
  return Object.hasOwn(document, field) ? document[field] : undefined
}
