import { counted } from '../base/plural.ts'
import type { Diagnostic } from './diagnostic.ts'
import { onlyFix } from './fixable.ts'

/** A report in numbers. */
export interface Summary {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Findings that `lint --fix` mends. */
  readonly fixable: number
  /** Files that a finding points at. */
  readonly filesWithFindings: number
  /** Files that were read. */
  readonly files: number
}

export function summarize(diagnostics: readonly Diagnostic[], files: number): Summary {
  const withFindings = new Set<string>()
  let errors = 0
  let warnings = 0
  let fixable = 0
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === 'error') errors += 1
    if (diagnostic.severity === 'warning') warnings += 1
    if (onlyFix(diagnostic) !== undefined) fixable += 1
    if (diagnostic.span !== undefined) withFindings.add(diagnostic.span.file.path)
  }
  const infos = diagnostics.length - errors - warnings
  return { errors, warnings, infos, fixable, filesWithFindings: withFindings.size, files }
}

/** `2 errors and 1 warning, 1 fixable, in 1 of 14 files`; `no findings in 14 files`. */
export function summaryText(summary: Summary): string {
  const counts = [
    summary.errors === 0 ? '' : counted(summary.errors, 'error'),
    summary.warnings === 0 ? '' : counted(summary.warnings, 'warning'),
    summary.infos === 0 ? '' : counted(summary.infos, 'note'),
  ].filter((text) => text !== '')
  const files = counted(summary.files, 'file')
  const last = counts.pop()
  if (last === undefined) return `no findings in ${files}`
  const all = counts.length === 0 ? last : `${counts.join(', ')} and ${last}`
  const fixable = summary.fixable === 0 ? '' : `, ${summary.fixable.toLocaleString('en-US')} fixable`
  const where = summary.filesWithFindings === 0 ? '' : `, in ${summary.filesWithFindings} of ${files}`
  return `${all}${fixable}${where}`
}
