import { fromMarkdown } from 'mdast-util-from-markdown'

/** A node of a Markdown tree, as far as the site looks at it. */
export interface MarkdownNode {
  readonly type: string
  readonly position?: { readonly start: Point; readonly end: Point } | undefined
  readonly children?: readonly MarkdownNode[] | undefined
  readonly value?: string | undefined
  readonly depth?: number | undefined
  readonly url?: string | undefined
  readonly title?: string | null | undefined
  readonly alt?: string | null | undefined
  readonly label?: string | null | undefined
}

interface Point {
  readonly offset?: number | undefined
}

export function parseMarkdown(text: string): MarkdownNode {
  return fromMarkdown(text)
}

/** Where a node stands in its text. */
export function rangeOf(node: MarkdownNode): { readonly start: number; readonly end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}

/** What a reader sees of a node, without markup. */
export function plainText(node: MarkdownNode): string {
  if (node.type === 'html') return ''
  if (node.type === 'break') return ' '
  if (node.value !== undefined) return node.value
  if (node.type === 'image') return node.alt ?? ''
  return (node.children ?? []).map(plainText).join('')
}

/** Calls for a node and all within it, in the order of the text. */
export function walk(node: MarkdownNode, visit: (node: MarkdownNode) => void): void {
  visit(node)
  for (const child of node.children ?? []) walk(child, visit)
}
