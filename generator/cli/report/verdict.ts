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
  /** Why warnings do, where it is for their number. */
  readonly because?: string
}

/** What is not printed counts all the same: `--quiet` makes nobody blind to too many warnings. */
export function verdictOver(
  diagnostics: readonly Diagnostic[],
  { failSeverity, maxWarnings }: Pick<ReportOptions, 'failSeverity' | 'maxWarnings'>,
): Verdict {
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings
  const fails = (severity: Severity): boolean =>
    isAtLeast(severity, failSeverity) || (tooMany && severity === 'warning')
  return {
    code: diagnostics.some(({ severity }) => fails(severity)) ? findings : clean,
    fails,
    ...(tooMany ? { because: `${counted(warnings, 'warning')}, where --max-warnings allows ${maxWarnings}` } : {}),
  }
}
