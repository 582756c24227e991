/**
 * The rings of a directed graph, each once, starting at its first member in the graph's order. Without recursion: a
 * chain of thousands must not overflow the stack.
 */
export function findCycles(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const state = new Map<string, 'open' | 'done'>()
  const rings: string[][] = []
  for (const start of edges.keys()) {
    if (state.has(start)) continue
    const path: { readonly name: string; next: number }[] = [{ name: start, next: 0 }]
    state.set(start, 'open')
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const target = edges.get(top.name)?.[top.next]
      top.next += 1
      if (target === undefined) {
        state.set(top.name, 'done')
        path.pop()
      } else if (state.get(target) === 'open') {
        const from = path.findIndex((step) => step.name === target)
        rings.push(path.slice(from).map((step) => step.name))
      } else if (!state.has(target) && edges.has(target)) {
        state.set(target, 'open')
        path.push({ name: target, next: 0 })
      }
    }
  }
  return rings
}
