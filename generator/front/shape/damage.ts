import type { SpecNode } from '../node.ts'
import type { Place } from './place.ts'

/** The smallest nodes round places where YAML could not be read: what is in them is not what was meant. */
export function damagedNodes(root: SpecNode, offsets: readonly number[]): ReadonlySet<SpecNode> {
  return new Set(offsets.map((offset) => smallestAt(root, offset)))
}

/** Whether a mistake follows from damage: of the node itself, or of what stands directly in it. */
export function isDamaged(place: Place, damaged: ReadonlySet<SpecNode>): boolean {
  return damaged.has(place.node) || (place.parent !== undefined && damaged.has(place.parent.node))
}

/** The innermost list or mapping round an offset. The number of offsets is small, so a walk for each will do. */
function smallestAt(root: SpecNode, offset: number): SpecNode {
  let node = root
  for (;;) {
    const children: readonly SpecNode[] =
      node.kind === 'map' ? node.entries.map(({ value }) => value) : node.kind === 'list' ? node.items : []
    const inner = children.find(({ kind, span }) => kind !== 'scalar' && span.start <= offset && offset <= span.end)
    if (inner === undefined) return node
    node = inner
  }
}
