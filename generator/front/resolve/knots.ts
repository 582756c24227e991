interface Step {
  readonly node: string
  next: number
}

/**
 * The parts of a directed graph in which everything is reached from everything (Tarjan), without those of a single node that
 * does not reach itself; each in the graph's order. In time linear in its edges, and without recursion.
 */
export function knotsOf(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open = new Set<string>()
  const stack: string[] = []
  const knots: string[][] = []
  const visit = (node: string): Step => {
    order.set(node, order.size)
    lowest.set(node, order.size - 1)
    open.add(node)
    stack.push(node)
    return { node, next: 0 }
  }
  const lower = (node: string, to: number | undefined): void => {
    if (to !== undefined && to < (lowest.get(node) ?? 0)) lowest.set(node, to)
  }
  for (const start of edges.keys()) {
    if (order.has(start)) continue
    const path = [visit(start)]
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node } = top
      const target = edges.get(node)?.[top.next]
      top.next += 1
      if (target !== undefined) {
        if (!order.has(target)) path.push(visit(target))
        else if (open.has(target)) lower(node, order.get(target))
        continue
      }
      path.pop()
      const above = path.at(-1)
      if (above !== undefined) lower(above.node, lowest.get(node))
      if (lowest.get(node) === order.get(node)) {
        const knot = stack.splice(stack.lastIndexOf(node))
        for (const one of knot) open.delete(one)
        if (knot.length > 1 || edges.get(node)?.includes(node) === true) knots.push(knot)
      }
    }
  }
  const place = new Map([...edges.keys()].map((node, at) => [node, at]))
  const byPlace = (a: string, b: string): number => (place.get(a) ?? 0) - (place.get(b) ?? 0)
  return knots.map((knot) => knot.sort(byPlace)).sort(([a = ''], [b = '']) => byPlace(a, b))
}

/** A shortest way through a knot from a node back to itself, that node first and once. */
export function ringThrough(
  start: string,
  knot: ReadonlySet<string>,
  edges: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const from = new Map<string, string>()
  const queue = [start]
  for (const node of queue) {
    for (const target of edges.get(node) ?? []) {
      if (target === start) {
        const ring: string[] = []
        for (let at: string | undefined = node; at !== undefined && at !== start; at = from.get(at)) ring.push(at)
        return [start, ...ring.reverse()]
      }
      if (!knot.has(target) || from.has(target)) continue
      from.set(target, node)
      queue.push(target)
    }
  }
  return [start]
}
