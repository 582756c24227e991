import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'
import type { BsonValue } from './value.ts'

/** The aliases of `$type`, and `missing` for a field that is not there. */
export type BsonTypeName =
  | 'missing'
  | 'minKey'
  | 'null'
  | 'int'
  | 'long'
  | 'double'
  | 'decimal'
  | 'string'
  | 'symbol'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'javascript'
  | 'maxKey'

const int32Limit = 2 ** 31

const isInt32 = (value: number): boolean =>
  Number.isInteger(value) && value >= -int32Limit && value < int32Limit && !Object.is(value, -0)

export function typeName(value: BsonValue): BsonTypeName {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return isInt32(value) ? 'int' : 'double'
  if (typeof value === 'bigint') return 'long'
  return objectTypeName(value)
}

function objectTypeName(value: object): BsonTypeName {
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp || value instanceof BSONRegExp) return 'regex'
  if (value instanceof Int32) return 'int'
  if (value instanceof Double) return 'double'
  // A Timestamp is a Long to JavaScript, so it is asked for first.
  if (value instanceof Timestamp) return 'timestamp'
  if (value instanceof Long) return 'long'
  if (value instanceof Decimal128) return 'decimal'
  if (value instanceof ObjectId) return 'objectId'
  if (value instanceof Binary) return 'binData'
  if (value instanceof MinKey) return 'minKey'
  if (value instanceof MaxKey) return 'maxKey'
  if (value instanceof Code) return 'javascript'
  if (value instanceof BSONSymbol) return 'symbol'
  return 'object'
}

/**
 * The place of each type in MongoDB's order of values; numbers share one, strings and symbols another.
 * https://www.mongodb.com/docs/v7.0/reference/bson-type-comparison-order/
 */
const ranks: Readonly<Record<BsonTypeName, number>> = {
  minKey: 0,
  missing: 1,
  null: 1,
  int: 2,
  long: 2,
  double: 2,
  decimal: 2,
  string: 3,
  symbol: 3,
  object: 4,
  array: 5,
  binData: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  timestamp: 10,
  regex: 11,
  javascript: 12,
  maxKey: 13,
}

export function typeRank(value: BsonValue): number {
  return ranks[typeName(value)]
}
