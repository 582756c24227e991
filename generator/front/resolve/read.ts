import type { Span } from '../../source/source-file.ts'
import { entryOf, type MapEntry, type MapNode, type ScalarNode, type SpecNode } from '../node.ts'

/**
 * Readers of shaped nodes. The shape is checked before, so a reader that meets something else gives nothing instead of
 * failing: the mistake is reported already, and what depends on it takes it as unknown.
 */
export function asMap(node: SpecNode | undefined): MapNode | undefined {
  return node?.kind === 'map' ? node : undefined
}

export function asScalar(node: SpecNode | undefined): ScalarNode | undefined {
  return node?.kind === 'scalar' ? node : undefined
}

export function child(node: SpecNode | undefined, key: string): SpecNode | undefined {
  return node?.kind === 'map' ? entryOf(node, key)?.value : undefined
}

export function entries(node: SpecNode | undefined): readonly MapEntry[] {
  return node?.kind === 'map' ? node.entries : []
}

export function items(node: SpecNode | undefined): readonly SpecNode[] {
  return node?.kind === 'list' ? node.items : []
}

export function text(node: SpecNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined
  return String(node.value)
}

export function textAt(node: SpecNode | undefined, key: string): string | undefined {
  return text(child(node, key))
}

export function numberAt(node: SpecNode | undefined, key: string): number | undefined {
  const value = asScalar(child(node, key))?.value
  return typeof value === 'number' ? value : undefined
}

export function flagAt(node: SpecNode | undefined, key: string): boolean | undefined {
  const value = asScalar(child(node, key))?.value
  return typeof value === 'boolean' ? value : undefined
}

/** One of a closed set of words; nothing where it is another. */
export function wordAt<T extends string>(node: SpecNode | undefined, key: string, known: readonly T[]): T | undefined {
  const value = textAt(node, key)
  return known.find((word) => word === value)
}

/** `{ about: ... }` of a node, ready to be spread: an absent text must not become an undefined property. */
export function aboutOf(node: SpecNode | undefined): { readonly about?: string } {
  const about = textAt(node, 'about')
  return about === undefined ? {} : { about: about.trim() }
}

/** The span of the text inside a scalar's quotes. */
export function innerSpan(node: ScalarNode): Span {
  const { file, start, end } = node.span
  const first = file.text[start]
  return node.quoted && (first === '"' || first === "'") ? { file, start: start + 1, end: end - 1 } : node.span
}

/** The span of a piece of a scalar's text; the whole scalar where escapes or folding moved the offsets. */
export function spanWithin(node: ScalarNode, start: number, end: number): Span {
  const inner = innerSpan(node)
  const written = inner.file.text.slice(inner.start, inner.end)
  return written === String(node.value)
    ? { file: inner.file, start: inner.start + start, end: Math.min(inner.start + end, node.span.end) }
    : node.span
}

/** A key's span without its quotes, so that a rename replaces the name alone. */
export function keySpan(entry: MapEntry): Span {
  const { file, start, end } = entry.keySpan
  const first = file.text[start]
  return first === '"' || first === "'" ? { file, start: start + 1, end: end - 1 } : entry.keySpan
}
