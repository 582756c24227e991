import type { LifecycleDescription } from '../description/entity.ts'

/**
 * The shortest way from where a record starts to a state, the start left out.
 *
 * @throws TypeError where no legal moves lead there
 */
export function pathTo({ field, start, allow }: LifecycleDescription, state: string): readonly string[] {
  const waiting: (readonly string[])[] = [[start]]
  const seen = new Set([start])
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const at = path.at(-1) ?? start
    if (at === state) return path.slice(1)
    for (const next of Object.hasOwn(allow, at) ? (allow[at] ?? []) : []) {
      if (seen.has(next)) continue
      seen.add(next)
      waiting.push([...path, next])
    }
  }
  throw new TypeError(`no moves of ${field} lead from ${start} to the state that was asked for`)
}
