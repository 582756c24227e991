import { fieldKeys } from '../schema/field.ts'
import type { Misquoted } from './misquoted.ts'

/**
 * Where a comma is missing between two keys in braces, which YAML reads as a text with a colon in it: `min: 0 max: 4`. Only
 * behind a single word or a quoted text, and before a key that a field can have: anything else may be a sentence.
 */
export function missingComma(text: string, { start, end, kind, flow }: Misquoted): number | undefined {
  if (kind !== 'text' || !flow) return undefined
  const [, word = '', key = ''] =
    /^("[^"]*"|'[^']*'|[^\s:,{}[\]]+)\s+([A-Za-z_]\w*): +\S/.exec(text.slice(start, end)) ?? []
  return fieldKeys.has(key) ? start + word.length : undefined
}
