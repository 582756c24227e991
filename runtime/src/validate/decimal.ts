import type { FieldDescription } from '../description/field.ts'
import type { Check, Problems } from './problems.ts'

/** Digits without a point and how many of them stand behind it: 12.50 is 1250 and 2. */
interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** Significant digits of MongoDB's Decimal128, and what we take where the spec names no precision. */
const mostDigits = 34
const notation = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/

/**
 * An exact number: a text, a number, or an object of a library for decimals, whose `toFixed()` or `toString()` gives its digits.
 * More digits than the spec's are refused, where PostgreSQL would round. Given as a text without an exponent.
 */
export function decimalCheck({ precision, scale, min, max }: FieldDescription): Check {
  const places = precision === undefined ? undefined : (scale ?? 0)
  return (value, problems) => {
    const text = textOf(value)
    const decimal = text === undefined ? undefined : parsed(text)
    if (decimal === undefined) {
      problems.add('must be a decimal number, best as a text')
      return value
    }
    if (places !== undefined && decimal.scale > places) problems.add(`has more than ${places} decimal places`)
    hasRoom(decimal, precision, places, problems)
    if (min !== undefined && isBelow(decimal, min)) problems.add(`must be at least ${min}`)
    if (max !== undefined && isBelow(negated(decimal), -max)) problems.add(`must be at most ${max}`)
    return written(decimal)
  }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return undefined
  // Decimal.js gives an exponent by toString, and none by toFixed; Decimal128 has no toFixed.
  const isLibrary = 'toFixed' in value && typeof value.toFixed === 'function'
  const text: unknown = isLibrary ? (value as { toFixed(): unknown }).toFixed() : decimal128Text(value)
  return typeof text === 'string' ? text : undefined
}

function decimal128Text(value: object): string | undefined {
  return '_bsontype' in value && value._bsontype === 'Decimal128' ? String(value) : undefined
}

/** Without zeros at the end of its places. */
function parsed(text: string): Decimal | undefined {
  const [found, sign = '', before = '', behind = '', power = '0'] = notation.exec(text) ?? []
  if (found === undefined || before + behind === '' || before.length + behind.length > 1_000) return undefined
  const places = behind.replace(/0+$/, '')
  const digits = BigInt(`${sign === '-' ? '-' : ''}${before}${places}` || '0')
  const scale = places.length - Number(power)
  if (digits === 0n) return { digits: 0n, scale: 0 }
  if (scale < 0) return scale < -1_000 ? undefined : { digits: digits * 10n ** BigInt(-scale), scale: 0 }
  return withoutZeros(digits, scale)
}

function withoutZeros(digits: bigint, scale: number): Decimal {
  let [left, places] = [digits, scale]
  while (places > 0 && left % 10n === 0n) {
    left /= 10n
    places -= 1
  }
  return { digits: left, scale: places }
}

function hasRoom(
  { digits, scale }: Decimal,
  precision: number | undefined,
  places: number | undefined,
  problems: Problems,
): void {
  const count = String(digits < 0n ? -digits : digits).length
  if (precision === undefined || places === undefined) {
    if (count > mostDigits || scale > 1_000) problems.add(`has more than ${mostDigits} digits`)
    return
  }
  const room = precision - places
  if (digits !== 0n && count - scale > room) problems.add(`has more than ${room} digits before the point`)
}

function isBelow({ digits, scale }: Decimal, bound: number): boolean {
  const limit = parsed(String(bound)) ?? { digits: 0n, scale: 0 }
  return digits * 10n ** BigInt(limit.scale) < limit.digits * 10n ** BigInt(scale)
}

function negated({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale }
}

function written({ digits, scale }: Decimal): string {
  if (scale === 0) return String(digits)
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  return `${digits < 0n ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`
}

/** Without an exponent and without zeros at the end; a text that is no decimal as it is. */
export function plainDecimal(text: string): string {
  const decimal = parsed(text)
  return decimal === undefined ? text : written(decimal)
}
