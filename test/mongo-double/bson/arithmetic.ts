import { Decimal128, Double, Int32, Long } from 'bson'
import { badValue } from '../server-error.ts'
import { exactNumber } from './exact-number.ts'
import { typeName } from './type-name.ts'
import { type BsonNumber, toNumber } from './value.ts'

export type Arithmetic = 'add' | 'multiply'

const int32Bound = 2n ** 31n
const int64Bound = 2n ** 63n

/**
 * Adds or multiplies as `$inc` and `$mul` do: the widest type of the two remains, an int that overflows becomes a
 * long, a long that overflows is refused.
 * https://www.mongodb.com/docs/v7.0/reference/operator/update/mul/
 */
export function calculate(operation: Arithmetic, left: BsonNumber, right: BsonNumber): BsonNumber {
  const types = new Set([typeName(left), typeName(right)])
  if (types.has('decimal')) return ofDecimals(operation, left, right)
  if (types.has('double')) return new Double(ofNumbers(operation, toNumber(left), toNumber(right)))
  const result = ofIntegers(operation, toBigInt(left), toBigInt(right))
  if (!types.has('long') && result >= -int32Bound && result < int32Bound) return new Int32(Number(result))
  if (result < -int64Bound || result >= int64Bound) {
    badValue(`Failed to apply ${operation === 'add' ? '$inc' : '$mul'} operations to current value: overflow`)
  }
  return Long.fromBigInt(result)
}

const ofNumbers = (operation: Arithmetic, a: number, b: number): number => (operation === 'add' ? a + b : a * b)

const ofIntegers = (operation: Arithmetic, a: bigint, b: bigint): bigint => (operation === 'add' ? a + b : a * b)

function ofDecimals(operation: Arithmetic, left: BsonNumber, right: BsonNumber): Decimal128 {
  const double = ofNumbers(operation, toNumber(left), toNumber(right))
  if (!Number.isFinite(toNumber(left)) || !Number.isFinite(toNumber(right))) return Decimal128.fromString(`${double}`)
  const a = exactNumber(left)
  const b = exactNumber(right)
  if (operation === 'multiply') return decimal(a.coefficient * b.coefficient, a.exponent + b.exponent)
  const exponent = Math.min(a.exponent, b.exponent)
  const sum =
    a.coefficient * 10n ** BigInt(a.exponent - exponent) + b.coefficient * 10n ** BigInt(b.exponent - exponent)
  return decimal(sum, exponent)
}

const decimal = (coefficient: bigint, exponent: number): Decimal128 =>
  Decimal128.fromStringWithRounding(`${coefficient}E${exponent}`)

function toBigInt(value: BsonNumber): bigint {
  if (typeof value === 'bigint') return value
  return value instanceof Long ? value.toBigInt() : BigInt(toNumber(value))
}
