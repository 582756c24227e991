import type { Reading } from './reading.ts'
import { tokensOf } from './tokens.ts'

/** Deeper than this is not given to the YAML library, which would recurse; what is between is refused node by node. */
const deepest = 256

const indicators = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${deepest}}`, 'm')

/** Whether a line starts with more indicators than a reader may be given, be it in a text that only looks like a list. */
export function pilesUp(text: string): boolean {
  return indicators.test(text)
}

/** Where a text nests too deep to be given to a reader that recurses. */
export function absurdDepth({ mended: { text } }: Reading): number | undefined {
  const piled = indicators.exec(text)
  if (piled !== null) return piled.index
  return mayNest(text) ? deepBracket(text) : undefined
}

/** A cheap look that takes every bracket for one, also in quotes: most files stay far below. */
function mayNest(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at)
    if (char === 0x5b || char === 0x7b) depth += 1
    else if ((char === 0x5d || char === 0x7d) && depth > 0) depth -= 1
    if (depth > deepest) return true
  }
  return false
}

function deepBracket(text: string): number | undefined {
  let depth = 0
  for (const { kind, text: sign, start } of tokensOf(text)) {
    if (kind !== 'mark') continue
    if (sign === '[' || sign === '{') depth += 1
    else if ((sign === ']' || sign === '}') && depth > 0) depth -= 1
    if (depth > deepest) return start
  }
  return undefined
}
