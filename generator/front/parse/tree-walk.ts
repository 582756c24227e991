import type { Node } from 'yaml'
import { yamlLibrary } from './yaml-library.ts'

/** What a tree of the YAML library shows of misreadings and of brackets and quotes that are not closed. */
export interface TreeSigns {
  /** A key in `{ }` without a value: mostly the rest of a text that a comma cut. */
  readonly bareKey: boolean
  /** Where each opening stands that has no closing, by where it was given up. */
  readonly unclosed: ReadonlyMap<number, number>
}

/** Looks through a tree without recursion, since its depth is not yet checked. */
export function treeSigns(root: Node, text: string): TreeSigns {
  const { isMap, isPair, isScalar, isSeq } = yamlLibrary()
  const unclosed = new Map<number, number>()
  const open: unknown[] = [root]
  let bareKey = false
  while (open.length > 0) {
    const node = open.pop()
    if (isPair(node)) open.push(node.key, node.value)
    else if (isScalar(node)) {
      const [start, end] = node.range ?? [0, 0]
      const quote = text.charAt(start)
      const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
      if (quoted && (end - start < 2 || text.charAt(end - 1) !== quote)) unclosed.set(end, start)
    } else if (isMap(node) || isSeq(node)) {
      const [start, end] = node.range ?? [0, 0]
      const closes = isMap(node) ? '}' : ']'
      // Of several that are given up at one place the outermost is found first, and the innermost is the one to show.
      if (node.flow === true && /[[{]/.test(text.charAt(start)) && text.charAt(end - 1) !== closes)
        unclosed.set(end, start)
      for (const item of node.items) {
        if (isPair(item) && node.flow === true && item.value === null) bareKey = true
        open.push(item)
      }
    }
  }
  return { bareKey, unclosed }
}

/** Of a document with nothing in it. */
export const noSigns: TreeSigns = { bareKey: false, unclosed: new Map() }
