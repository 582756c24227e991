import { nearest } from './nearest.ts'
import { isPlain } from './plain.ts'
import type { Check, Problems } from './problems.ts'

/** One member that a record may have. */
export interface ShapeMember {
  readonly name: string
  readonly check: Check
  /** Other names that it may be given under: that of a relation. */
  readonly alias?: { readonly name: string; readonly check: Check }
  /** Why it cannot be given at all. */
  readonly refusal?: string
  /** Whether it must be there. Otherwise `fallback` says what it is; without one it is left out. */
  readonly required: boolean
  readonly fallback?: () => unknown
}

/** The members of a record by the names that they may be given under. */
export interface Shape {
  readonly members: readonly ShapeMember[]
  readonly byName: ReadonlyMap<string, ShapeMember>
  /** What may be meant by a name that is none: all that is not refused. */
  readonly offered: readonly string[]
}

export function shapeOf(members: readonly ShapeMember[]): Shape {
  const aliases = members.flatMap((member) =>
    member.alias === undefined ? [] : [[member.alias.name, member] as const],
  )
  const byName = new Map([...aliases, ...members.map((member) => [member.name, member] as const)])
  const offered = [...byName].filter(([, { refusal }]) => refusal === undefined).map(([name]) => name)
  return { members, byName, offered }
}

/** A check of a whole record: everything there, or with a default. */
export function wholeCheck(shape: Shape): Check {
  return (value, problems) => {
    const output = given(shape, value, problems)
    if (output !== undefined) complete(shape, output, problems)
    return output
  }
}

/** Fills in what was left out. */
export function complete({ members }: Shape, output: Record<string, unknown>, problems: Problems): void {
  for (const { name, refusal, required, fallback } of members) {
    if (refusal !== undefined || Object.hasOwn(output, name)) continue
    if (fallback !== undefined) output[name] = fallback()
    else if (required) problems.addAt(name, 'is required')
  }
}

/**
 * The members that are there, each checked, under the names of the store. A member that is undefined is not there.
 *
 * @param beside members that somebody else looks at
 */
export function given(
  { byName, offered }: Shape,
  value: unknown,
  problems: Problems,
  beside: readonly string[] = [],
): Record<string, unknown> | undefined {
  if (!isPlain(value)) {
    problems.add('must be an object')
    return undefined
  }
  const record = value
  const output: Record<string, unknown> = {}
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key === 'symbol') problems.add('has a member that is named by a symbol')
    else if (!beside.includes(key)) take(key)
  }
  return output

  function take(key: string): void {
    const member = byName.get(key)
    const one = record[key]
    if (member === undefined) {
      const meant = nearest(key, [...offered, ...beside])
      const message = meant === undefined ? 'is no member' : `is no member; did you mean ${meant}?`
      problems.addAt(shown(key), message)
    } else if (one === undefined) return
    else if (member.refusal !== undefined) problems.addAt(key, member.refusal)
    else if (Object.hasOwn(output, member.name)) problems.addAt(key, `is given as ${member.name}, too`)
    else {
      const check = key === member.name ? member.check : (member.alias?.check ?? member.check)
      output[member.name] = problems.at(key, () => check(one, problems))
    }
  }
}

/** A name that is none may be anything. */
function shown(key: string): string {
  return /^[\w$.-]{1,64}$/.test(key) ? key : '(a name that is not shown)'
}
