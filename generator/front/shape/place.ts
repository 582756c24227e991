import { quoted } from '../../diagnostic/quoted.ts'
import type { Span } from '../../source/source-file.ts'
import type { MapEntry, MapNode, SpecNode } from '../node.ts'

/** A node of a document and how it is reached. */
export interface Place {
  readonly node: SpecNode
  /** The entry whose value it is; absent for the root and for items of lists. */
  readonly entry?: MapEntry
  readonly parent?: Place
}

/** Finds the nodes that JSON pointers name. Each mapping is indexed once, however many errors lie below it. */
export class Places {
  readonly #root: Place
  readonly #entries = new Map<MapNode, ReadonlyMap<string, MapEntry>>()

  constructor(root: MapNode) {
    this.#root = { node: root }
  }

  at(pointer: string): Place {
    let place = this.#root
    for (const part of pointer.split('/').slice(1)) {
      const { node } = place
      if (node.kind === 'map') {
        const entry = this.entry(node, part.replaceAll('~1', '/').replaceAll('~0', '~'))
        if (entry === undefined) return place
        place = { node: entry.value, entry, parent: place }
      } else if (node.kind === 'list') {
        const item = node.items[Number(part)]
        if (item === undefined) return place
        place = { node: item, parent: place }
      }
    }
    return place
  }

  entry(map: MapNode, key: string): MapEntry | undefined {
    let entries = this.#entries.get(map)
    if (entries === undefined) {
      entries = new Map(map.entries.map((entry) => [entry.key, entry]))
      this.#entries.set(map, entries)
    }
    return entries.get(key)
  }
}

/** Where to point for a node: a value that is empty has no place of its own, so its key stands for it. */
export function spanAt({ node, entry, parent }: Place): Span {
  if (node.span.start < node.span.end) return node.span
  return entry?.keySpan ?? parent?.node.span ?? node.span
}

/** Where to point for a mapping as a whole: its key, or its first one. */
export function headSpan({ node, entry }: Place): Span {
  if (entry !== undefined) return entry.keySpan
  if (node.kind === 'map' && node.entries[0] !== undefined) return node.entries[0].keySpan
  return { ...node.span, end: Math.min(node.span.end, node.span.start + 1) }
}

/** A place in words: `` `postgres` ``, ``an item of `unique` ``. */
export function named({ entry, parent }: Place): string {
  if (entry !== undefined) return quoted(entry.key)
  if (parent === undefined) return 'the file'
  return parent.entry === undefined ? 'this' : `an item of ${quoted(parent.entry.key)}`
}
