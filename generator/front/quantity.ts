const units = {
  size: { '': 1, B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
  count: { '': 1, k: 1e3, M: 1e6, G: 1e9 },
  /** In seconds; a year has 365 days, as S3 Object Lock counts it. */
  duration: { s: 1, m: 60, h: 3600, d: 86_400, y: 31_536_000 },
} as const

/** Reads `1MB`, `200k` or `90d` as bytes, records or seconds; undefined where it is none. */
export function parseQuantity(text: string | number, of: keyof typeof units): number | undefined {
  const match = /^(\d{1,12}(?:\.\d{1,6})?)([A-Za-z]*)$/.exec(String(text))
  if (match === null) return undefined
  const [, digits = '', unit = ''] = match
  const factors: Readonly<Record<string, number>> = units[of]
  const factor = Object.hasOwn(factors, unit) ? factors[unit] : undefined
  return factor === undefined ? undefined : Math.round(Number(digits) * factor)
}
