import type { Indexed } from './indexed.ts'

/** The entities within so many steps of one, in either direction, itself included. */
export function neighboursOf({ links }: Indexed, start: string, steps: number): ReadonlySet<string> {
  const reached = new Set([start])
  let edge = [start]
  for (let step = 0; step < steps; step += 1) {
    const next: string[] = []
    for (const id of edge) {
      for (const { from, to } of links.get(id) ?? []) {
        const other = from === id ? to : from
        if (reached.has(other)) continue
        reached.add(other)
        next.push(other)
      }
    }
    edge = next
  }
  return reached
}
