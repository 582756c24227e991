import type { SpecNode } from '../node.ts'

/** A node as the plain data that a JSON Schema is checked against. Mappings have no prototype: every key is a key. */
export function dataOf(node: SpecNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'list':
      return node.items.map(dataOf)
    case 'map': {
      const data: Record<string, unknown> = Object.create(null)
      for (const { key, value } of node.entries) data[key] = dataOf(value)
      return data
    }
  }
}
