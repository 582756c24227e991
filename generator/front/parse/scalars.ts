import type { Scalar } from 'yaml'
import type { ScalarNode } from '../node.ts'
import { type Reading, spanOf } from './reading.ts'

/** A scalar of the YAML library as ours, and where it ends in the mended text. */
export function scalarOf(reading: Reading, scalar: Scalar): { readonly node: ScalarNode; readonly end: number } {
  const [start, valueEnd] = scalar.range ?? [0, 0]
  const quoted = scalar.type !== 'PLAIN' && scalar.type !== undefined
  const block = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED'
  const end = block ? trimmedEnd(reading.mended.text, start, valueEnd) : valueEnd
  const span = spanOf(reading, start, end)
  const { value } = scalar
  const node: ScalarNode = { kind: 'scalar', value: plainValue(value), span, quoted }
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    reading.lost.add(node)
    const written = reading.mended.text.slice(start, end)
    reading.report({
      code: 'shape/out-of-range',
      severity: 'error',
      message: `\`${written}\` is too large a number to be kept exactly`,
      span,
      label: 'more than 9,007,199,254,740,991',
    })
  }
  return { node, end }
}

/** The core schema gives these types and no other; whatever else a tag may have made was reported with the tag. */
function plainValue(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? null : String(value)
}

/** Where a text ends without the white space at its end. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/.test(text.charAt(at - 1))) at -= 1
  return at
}
