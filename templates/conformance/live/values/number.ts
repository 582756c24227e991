import type { FieldFact } from '../../expected/facts.ts'

/** A kind of number of the spec. */
export type NumberName = 'int' | 'bigint' | 'float' | 'decimal'

/** What a number may be, in units of its last digit: `decimal(12,2)` counts hundredths. */
export interface NumberRange {
  readonly digits: number
  readonly low: bigint
  readonly high: bigint
}

const greatest: Readonly<Record<NumberName, bigint>> = {
  int: 2n ** 31n - 1n,
  bigint: 10n ** 15n,
  float: 10n ** 9n,
  decimal: 10n ** 15n,
}

/** What the spec lets a number be. */
export function numberRange(
  name: NumberName,
  [precision, scale = 0]: readonly number[],
  { min, max }: Pick<FieldFact, 'min' | 'max'>,
): NumberRange {
  const digits = name === 'decimal' ? (precision === undefined ? 2 : scale) : name === 'float' ? 3 : 0
  const limit = name === 'decimal' && precision !== undefined ? 10n ** BigInt(precision) - 1n : greatest[name]
  const units = (bound: number, round: (value: number) => number): bigint => BigInt(round(bound * 10 ** digits))
  return {
    digits,
    low: min === undefined ? 0n : units(min, Math.ceil),
    high: max === undefined ? limit : units(max, Math.floor),
  }
}

/** The `n`th number that a field may hold, as text; from the start again where there are fewer. */
export function numberText(
  name: NumberName,
  bounds: readonly number[],
  fact: Pick<FieldFact, 'min' | 'max'>,
  n: number,
): string {
  const { digits, low, high } = numberRange(name, bounds, fact)
  // Only an upper bound below nothing: count up to it from below.
  const from = low > high ? high - 1_000_000n : low
  return unitsText(from + (BigInt(n) % (high - from + 1n)), digits)
}

/** Units of the last digit as a number's text: `1205` of two digits is `12.05`. */
export function unitsText(units: bigint, digits: number): string {
  const sign = units < 0n ? '-' : ''
  const all = (units < 0n ? -units : units).toString().padStart(digits + 1, '0')
  return digits === 0 ? `${sign}${all}` : `${sign}${all.slice(0, -digits)}.${all.slice(-digits)}`
}
