/** Compares by UTF-16 code unit: the one order used in output, since a locale's order differs between machines. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A comparison of things by a text of theirs, by code unit. */
export function by<T>(text: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => byCodeUnit(text(a), text(b))
}
