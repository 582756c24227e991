import { Decimal128, Double, Int32, Long } from 'bson'
import { type BsonNumber, toNumber } from './value.ts'

/** `coefficient * 10 ** exponent`; no coefficient ends in a zero, so equal numbers have equal parts. */
export interface ExactNumber {
  readonly coefficient: bigint
  readonly exponent: number
}

/** The exact value of a finite number: a double has finitely many decimal digits too. */
export function exactNumber(value: BsonNumber): ExactNumber {
  if (value instanceof Decimal128) return ofDecimal(value.toString())
  if (typeof value === 'bigint') return reduced(value, 0)
  if (value instanceof Long) return reduced(value.toBigInt(), 0)
  if (value instanceof Int32) return reduced(BigInt(value.value), 0)
  return ofDouble(value instanceof Double ? value.value : value)
}

/** Numbers of all four types by their value; NaN is less than every number, as in MongoDB. */
export function compareNumbers(left: BsonNumber, right: BsonNumber): number {
  const a = toNumber(left)
  const b = toNumber(right)
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1
  if (Number.isNaN(b)) return 1
  // Rounding keeps order: what differs as a double differs the same way before.
  if (a < b) return -1
  if (a > b) return 1
  if (!Number.isFinite(a) || (isDoubleLike(left) && isDoubleLike(right))) return 0
  return compareExact(exactNumber(left), exactNumber(right))
}

/** A text that is equal for equal numbers of whatever type. */
export function numberKey(value: BsonNumber): string {
  const double = toNumber(value)
  if (!Number.isFinite(double)) return String(double)
  if (isDoubleLike(value) && Number.isSafeInteger(double)) return `${double === 0 ? 0 : double}`
  const { coefficient, exponent } = exactNumber(value)
  return exponent >= 0 && exponent < 400 ? `${coefficient * 10n ** BigInt(exponent)}` : `${coefficient}e${exponent}`
}

const isDoubleLike = (value: BsonNumber): boolean =>
  typeof value === 'number' || value instanceof Double || value instanceof Int32

function compareExact(a: ExactNumber, b: ExactNumber): number {
  const exponent = Math.min(a.exponent, b.exponent)
  const left = a.coefficient * 10n ** BigInt(a.exponent - exponent)
  const right = b.coefficient * 10n ** BigInt(b.exponent - exponent)
  if (left === right) return 0
  return left < right ? -1 : 1
}

function ofDecimal(text: string): ExactNumber {
  const [digits = '0', power = '0'] = text.split('E')
  const [whole = '0', fraction = ''] = digits.split('.')
  return reduced(BigInt(whole + fraction), Number(power) - fraction.length)
}

function ofDouble(value: number): ExactNumber {
  if (Number.isInteger(value)) return reduced(BigInt(value), 0)
  let halvings = 0
  let scaled = value
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    halvings += 1
  }
  // scaled / 2 ** n is scaled * 5 ** n / 10 ** n
  return reduced(BigInt(scaled) * 5n ** BigInt(halvings), -halvings)
}

function reduced(coefficient: bigint, exponent: number): ExactNumber {
  if (coefficient === 0n) return { coefficient, exponent: 0 }
  let rest = coefficient
  let power = exponent
  while (rest % 10n === 0n) {
    rest /= 10n
    power += 1
  }
  return { coefficient: rest, exponent: power }
}
