/**
 * Whether two parts of a model say the same, wherever they stand: a span is like any other span, and a file like any other
 * file of its path.
 */
export function sameMeaning(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && sameLists(a, b)
  if (a instanceof Map || a instanceof Set) return a.constructor === b.constructor && sameLists([...a], [...Object(b)])
  return sameObjects(a, b)
}

function sameLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => sameMeaning(item, b[at]))
}

function sameObjects(a: object, b: object): boolean {
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  if (isSpan(a)) return isSpan(b)
  return keys.every(
    (key) => Object.hasOwn(b, key) && (key === 'text' && isFile(a) ? true : sameMeaning(at(a, key), at(b, key))),
  )
}

function at(of: object, key: string): unknown {
  return Reflect.get(of, key)
}

function isSpan(value: object): boolean {
  return 'start' in value && 'end' in value && 'file' in value
}

/** A file is told by its path; a name of a store has a text too, and so has a diagram, each with more besides. */
function isFile(value: object): boolean {
  return 'path' in value && 'text' in value && Object.keys(value).length === 2
}
