import { counted } from '../../base/plural.ts'
import type { Diagnostic, Severity } from '../../diagnostic/diagnostic.ts'
import { isAtLeast } from '../../diagnostic/severity.ts'
import { clean, type ExitCode, findings } from '../exit-code.ts'
import type { ReportOptions } from './options.ts'

/** What findings mean for a run. */
export interface Verdict {
  readonly code: ExitCode
  /** Whether findings of a severity end the run with 1. */
  readonly fails: (severity: Severity) => boolean
  /** Why it ends with 1, where what is printed does not show it. */
  readonly because?: string
}

/** What is not printed counts all the same: `--quiet` makes nobody blind to too many warnings. */
export function verdictOver(
  diagnostics: readonly Diagnostic[],
  { failSeverity, maxWarnings, quiet }: Pick<ReportOptions, 'failSeverity' | 'maxWarnings' | 'quiet'>,
): Verdict {
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings
  const fails = (severity: Severity): boolean =>
    isAtLeast(severity, failSeverity) || (tooMany && severity === 'warning')
  const unsaid = diagnostics.filter(({ severity }) => severity !== 'error' && isAtLeast(severity, failSeverity)).length
  const because = tooMany
    ? `${counted(warnings, 'warning')}, where --max-warnings allows ${maxWarnings}`
    : quiet === true && unsaid > 0
      ? `${counted(unsaid, 'finding')} that --quiet leaves out, where --fail-severity is ${failSeverity}`
      : undefined
  return {
    code: diagnostics.some(({ severity }) => fails(severity)) ? findings : clean,
    fails,
    ...(because === undefined ? {} : { because }),
  }
}
