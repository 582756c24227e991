/** What somebody else's code hands over, narrowed step by step. */
export type Unknowns = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Unknowns {
  return typeof value === 'object' && value !== null
}

/** A text with something in it, on one line. */
export function lineOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  // Split, not replaced: a pattern with blanks around the line end would take the square of a run of blanks.
  const lines = value.split(/[\r\n\u2028\u2029]/).map((line) => line.trim())
  const line = lines.filter((each) => each !== '').join(' ')
  return line === '' ? undefined : line
}
