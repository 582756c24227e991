import type { FieldDescription } from '../description/field.ts'
import type { Check, Problems } from './problems.ts'

type Bounds = Pick<FieldDescription, 'min' | 'max'>

const int32 = { min: -(2 ** 31), max: 2 ** 31 - 1 }
const int64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n }
const whole = /^-?(?:0|[1-9]\d{0,18})$/

/** A whole number of 32 bits. */
export function intCheck(bounds: Bounds): Check {
  return (value, problems) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < int32.min || value > int32.max) {
      problems.add('must be a whole number of at most 32 bits')
      return value
    }
    within(value, bounds, problems)
    return value === 0 ? 0 : value
  }
}

/** A whole number of 64 bits: a bigint, a number that is exact, or its digits. Given as a bigint. */
export function bigintCheck(bounds: Bounds): Check {
  return (value, problems) => {
    const number = asBigint(value)
    if (number === undefined || number < int64.min || number > int64.max) {
      problems.add('must be a whole number of at most 64 bits, as a bigint or in digits')
      return value
    }
    within(number, bounds, problems)
    return number
  }
}

export function floatCheck(bounds: Bounds): Check {
  return (value, problems) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      problems.add('must be a finite number')
      return value
    }
    within(value, bounds, problems)
    return value
  }
}

function within(value: number | bigint, { min, max }: Bounds, problems: Problems): void {
  if (min !== undefined && value < min) problems.add(`must be at least ${min}`)
  if (max !== undefined && value > max) problems.add(`must be at most ${max}`)
}

function asBigint(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined
  return typeof value === 'string' && whole.test(value) ? BigInt(value) : undefined
}
