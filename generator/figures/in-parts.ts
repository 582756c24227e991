/** What a thing takes up in a diagram. */
export interface Weight {
  readonly characters: number
  readonly edges: number
}

export interface Budget extends Weight {
  /** Things that a person can take in at once. */
  readonly things: number
  /** Whether a picture of these is legible; asked of as many as `things` at most. */
  readonly legible?: (names: readonly string[]) => boolean
}

/**
 * Deals things out to as many diagrams as the budget asks for, related ones side by side. One diagram keeps the order
 * that was given; several follow the relations outward from the first thing that is left, with a queue and no
 * recursion, since the relations may form a ring of any length.
 */
export function inParts(
  names: readonly string[],
  related: ReadonlyMap<string, readonly string[]>,
  weights: ReadonlyMap<string, Weight>,
  budget: Budget,
): readonly (readonly string[])[] {
  if (fits(names, weights, budget)) return names.length === 0 ? [] : [names]
  const parts: string[][] = []
  let part: string[] = []
  let used = { characters: 0, edges: 0 }
  for (const name of outward(names, related)) {
    const weight = weights.get(name) ?? { characters: 0, edges: 0 }
    const full =
      part.length >= budget.things ||
      used.characters + weight.characters > budget.characters ||
      used.edges + weight.edges > budget.edges ||
      budget.legible?.([...part, name]) === false
    if (full && part.length > 0) {
      parts.push(part)
      part = []
      used = { characters: 0, edges: 0 }
    }
    part.push(name)
    used = { characters: used.characters + weight.characters, edges: used.edges + weight.edges }
  }
  parts.push(part)
  return parts
}

function fits(names: readonly string[], weights: ReadonlyMap<string, Weight>, budget: Budget): boolean {
  let characters = 0
  let edges = 0
  for (const name of names) {
    characters += weights.get(name)?.characters ?? 0
    edges += weights.get(name)?.edges ?? 0
  }
  if (names.length > budget.things || characters > budget.characters || edges > budget.edges) return false
  return budget.legible?.(names) !== false
}

function outward(names: readonly string[], related: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const left = new Set(names)
  const order: string[] = []
  for (const first of names) {
    if (!left.delete(first)) continue
    const start = order.length
    order.push(first)
    for (let at = start; at < order.length; at += 1) {
      for (const next of related.get(order[at] ?? '') ?? []) if (left.delete(next)) order.push(next)
    }
  }
  return order
}
