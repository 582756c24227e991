import type { SourceFile, Span } from '../source/source-file.ts'

/** YAML as the compiler sees it: values with their places, aliases resolved, no YAML library in sight. */
export type SpecNode = ScalarNode | ListNode | MapNode

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  readonly span: Span
  /** Whether it stood in quotes or in a block: a fix must keep that. */
  readonly quoted: boolean
}

export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly SpecNode[]
  readonly span: Span
}

export interface MapNode {
  readonly kind: 'map'
  readonly entries: readonly MapEntry[]
  readonly span: Span
}

export interface MapEntry {
  readonly key: string
  readonly keySpan: Span
  readonly value: SpecNode
}

/** A file that is YAML: its root is a mapping. */
export interface SpecDocument {
  readonly file: SourceFile
  readonly root: MapNode
}

/** A file whose every part has the language's shape, but for what is in `broken`: later stages take those as unknown. */
export interface ShapedDocument extends SpecDocument {
  /** `rules` is a file of rules alone, which several projects share. */
  readonly kind: 'project' | 'domain' | 'rules'
  /** Nodes (the smallest that fail) whose shape is wrong; reported already. */
  readonly broken: ReadonlySet<SpecNode>
}

/** The entry of a mapping under a key, if it is there. */
export function entryOf(node: MapNode, key: string): MapEntry | undefined {
  for (const entry of node.entries) if (entry.key === key) return entry
  return undefined
}
