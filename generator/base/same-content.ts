/**
 * Whether two values of plain data hold the same: objects, arrays, maps and sets by what is in them, everything else by
 * identity.
 * @param leftOut keys of objects that do not count
 */
export function sameContent(a: unknown, b: unknown, leftOut?: ReadonlySet<string>): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameArrays(a, b, leftOut)
  if (a instanceof Map || b instanceof Map) return a instanceof Map && b instanceof Map && sameMaps(a, b, leftOut)
  if (a instanceof Set || b instanceof Set)
    return a instanceof Set && b instanceof Set && sameArrays([...a], [...b], leftOut)
  return sameMaps(entriesOf(a, leftOut), entriesOf(b, leftOut), leftOut)
}

function sameArrays(a: readonly unknown[], b: readonly unknown[], leftOut?: ReadonlySet<string>): boolean {
  return a.length === b.length && a.every((item, at) => sameContent(item, b[at], leftOut))
}

/** In one order: who goes through them sees it. */
function sameMaps(
  a: ReadonlyMap<unknown, unknown>,
  b: ReadonlyMap<unknown, unknown>,
  leftOut?: ReadonlySet<string>,
): boolean {
  if (a.size !== b.size) return false
  const others = b.entries()
  for (const [key, value] of a) {
    const other = others.next().value
    if (other === undefined || other[0] !== key || !sameContent(value, other[1], leftOut)) return false
  }
  return true
}

function entriesOf(value: object, leftOut: ReadonlySet<string> | undefined): ReadonlyMap<string, unknown> {
  const entries = Object.entries(value)
  return new Map(leftOut === undefined ? entries : entries.filter(([key]) => !leftOut.has(key)))
}
