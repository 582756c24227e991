/** One thing in which what was found differs from what is described. */
export interface Fact {
  readonly fact: string
  readonly wanted?: string
  readonly found?: string
}

/** The fact that two values differ; nothing where they are the same. */
export function factOf(fact: string, wanted: unknown, found: unknown): readonly Fact[] {
  if (sameValue(wanted, found)) return []
  return [
    {
      fact,
      ...(wanted === undefined ? {} : { wanted: shown(wanted) }),
      ...(found === undefined ? {} : { found: shown(found) }),
    },
  ]
}

/** Facts in one line: what is made of what. */
export function inOneLine(facts: readonly Fact[]): string {
  return facts
    .map(({ fact, wanted, found }) => `${fact}: ${found ?? 'nothing'} becomes ${wanted ?? 'nothing'}`)
    .join('; ')
}

const longest = 200

/** A value as JSON, cut where it is long: validators may be pages. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value, withoutBigInts) ?? 'nothing')
  return text.length <= longest ? text : `${text.slice(0, longest)}...`
}

function withoutBigInts(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

/** Whether two plain values are the same; the order of keys does not count, and `undefined` is as good as absent. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = definedEntries(a)
  const right = new Map(definedEntries(b))
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)))
}

function definedEntries(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, item]) => item !== undefined)
}
