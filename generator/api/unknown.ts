/** What somebody else's code hands over, narrowed step by step. */
export type Unknowns = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Unknowns {
  return typeof value === 'object' && value !== null
}

/** A text with something in it, on one line. */
export function lineOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const line = value.trim().replace(/\s*[\r\n\u2028\u2029]\s*/g, ' ')
  return line === '' ? undefined : line
}
