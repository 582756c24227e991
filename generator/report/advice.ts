import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { onlyFix } from '../diagnostic/fixable.ts'

/** Said behind what can be mended mechanically. */
const byCommand = 'fixable: stowage lint --fix'

/** What is to be done about a finding, in one line; undefined where it does not say. */
export function adviceOn(diagnostic: Diagnostic, fixable: string = byCommand): string | undefined {
  const fix = onlyFix(diagnostic)
  if (fix === undefined) return diagnostic.help
  return `${diagnostic.help ?? fix.title} (${fixable})`
}
