import { SCALAR_STYLE, type ScalarEvent } from 'js-yaml-5'
import { flowExtent } from '../extent.ts'

/** Whether a plain text in a flow may be a type that its own comma cut in two: `decimal(12`. */
export function isCutType(text: string): boolean {
  const open = text.indexOf('(')
  return open !== -1 && !text.includes(')', open)
}

/** Whether a pattern may be more than YAML took for it: one without quotes that does not end with its line or its place. */
export function isCutPattern(text: string, { style, valueStart, valueEnd }: ScalarEvent, inFlow: boolean): boolean {
  if (valueStart === -1) return true
  if (style !== SCALAR_STYLE.PLAIN) return false
  if (inFlow) return flowExtent(text, valueStart) !== valueEnd
  const end = text.indexOf('\n', valueStart)
  return text.slice(valueStart, end === -1 ? undefined : end).trimEnd().length !== valueEnd - valueStart
}
