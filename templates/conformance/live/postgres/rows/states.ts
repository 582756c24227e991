import type { LifecycleFact } from '../../../expected/facts.ts'

/** The shortest way from the start to a state, the start left out; undefined where there is none. */
export function pathTo({ start, allow }: LifecycleFact, state: string): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[start, undefined]])
  for (const [from] of cameFrom) {
    if (from === state) return wayBack(cameFrom, state)
    for (const to of allow[from] ?? []) if (!cameFrom.has(to)) cameFrom.set(to, from)
  }
  return undefined
}

function wayBack(cameFrom: ReadonlyMap<string, string | undefined>, state: string): readonly string[] {
  const path: string[] = []
  for (let current: string | undefined = state; current !== undefined; current = cameFrom.get(current)) {
    path.unshift(current)
  }
  return path.slice(1)
}
