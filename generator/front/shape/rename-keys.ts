import type { MapNode, SpecNode } from '../node.ts'

/** New keys by mapping and old key. */
export type Renames = ReadonlyMap<MapNode, ReadonlyMap<string, string>>

/** The document as it was meant: what hangs below a mistyped key is checked and used under the right one. */
export function renameKeys<T extends SpecNode>(node: T, renames: Renames): T
export function renameKeys(node: SpecNode, renames: Renames): SpecNode {
  if (node.kind === 'scalar') return node
  if (node.kind === 'list') {
    const items = node.items.map((item) => renameKeys(item, renames))
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items }
  }
  const keys = renames.get(node)
  let changed = keys !== undefined
  const entries = node.entries.map((entry) => {
    const value = renameKeys(entry.value, renames)
    const key = keys?.get(entry.key) ?? entry.key
    if (value === entry.value && key === entry.key) return entry
    changed = true
    return { ...entry, key, value }
  })
  return changed ? { ...node, entries } : node
}
