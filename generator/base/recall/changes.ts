/** What came into a list and what left it, from one turn to the next. Items are told apart by identity. */
export interface Changes<T> {
  readonly come: readonly T[]
  readonly gone: readonly T[]
}

/** Goes through both lists once. Most items stand where they stood. */
export function changesBetween<T>(before: readonly T[], now: readonly T[]): Changes<T> {
  if (before.length === 0) return { come: now, gone: [] }
  const come: T[] = []
  const gone: T[] = []
  if (before.length === now.length) {
    for (let at = 0; at < now.length; at += 1) {
      const [item, other] = [now[at], before[at]]
      if (item === other || item === undefined || other === undefined) continue
      come.push(item)
      gone.push(other)
    }
  } else {
    come.push(...now)
    gone.push(...before)
  }
  if (come.length === 0) return { come, gone }
  // One that only moved neither came nor went.
  const [those, these] = [new Set(gone), new Set(come)]
  return { come: come.filter((item) => !those.has(item)), gone: gone.filter((item) => !these.has(item)) }
}

/**
 * The names under which a map holds another value than the one before, or only one of the two holds any.
 * @returns also whether both have the same names in the same order
 */
export function changedNames<V>(
  before: ReadonlyMap<string, V>,
  now: ReadonlyMap<string, V>,
): { readonly names: readonly string[]; readonly sameOrder: boolean } {
  const names: string[] = []
  const others = before.entries()
  let isInStep = true
  for (const [name, value] of now) {
    // The names are mostly those of before, in their order, and then nothing has to be looked up.
    const other: [string, V] | undefined = isInStep ? others.next().value : undefined
    isInStep &&= other?.[0] === name
    if ((isInStep ? other?.[1] : before.get(name)) !== value) names.push(name)
  }
  const sameOrder = isInStep && now.size === before.size
  if (!sameOrder) for (const name of before.keys()) if (!now.has(name)) names.push(name)
  return { names, sameOrder }
}
