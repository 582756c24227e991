import { counted, inGroups } from '../base/plural.ts'
import type { Severity } from './diagnostic.ts'
import type { Findings } from './findings.ts'
import { onlyFix } from './fixable.ts'

/** A report in numbers. */
export interface Summary {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Findings that `lint --fix` mends. */
  readonly fixable: number
  /** Findings that somebody answered for; none of the numbers above holds them. */
  readonly suppressed: number
  /** Files of the spec that a finding points at. */
  readonly filesWithFindings: number
  /** Files that were read. */
  readonly files: number
}

export function summarize({ diagnostics, suppressed, files }: Findings): Summary {
  const read = new Set(files.map(({ path }) => path))
  const withFindings = new Set<string>()
  let fixable = 0
  for (const diagnostic of diagnostics) {
    const path = diagnostic.span?.file.path
    if (path !== undefined && read.has(path)) withFindings.add(path)
    if (onlyFix(diagnostic) !== undefined) fixable += 1
  }
  const count = (severity: Severity): number => diagnostics.filter((each) => each.severity === severity).length
  return {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable,
    suppressed: suppressed.length,
    filesWithFindings: withFindings.size,
    files: files.length,
  }
}

/** `2 errors, 1 warning and 3 notes`; empty where there is nothing. */
export function countsText({ errors, warnings, infos }: Pick<Summary, 'errors' | 'warnings' | 'infos'>): string {
  const counts = [
    errors === 0 ? '' : counted(errors, 'error'),
    warnings === 0 ? '' : counted(warnings, 'warning'),
    infos === 0 ? '' : counted(infos, 'note'),
  ].filter((text) => text !== '')
  const last = counts.pop()
  if (last === undefined) return ''
  return counts.length === 0 ? last : `${counts.join(', ')} and ${last}`
}

/** `2 errors and 1 warning, 1 fixable, in 1 of 14 files, 3 suppressed`; `no findings in 14 files`. */
export function summaryText(summary: Summary): string {
  const counts = countsText(summary)
  const files = counted(summary.files, 'file')
  const suppressed = summary.suppressed === 0 ? '' : `, ${inGroups(summary.suppressed)} suppressed`
  if (counts === '') return `no findings in ${files}${suppressed}`
  const fixable = summary.fixable === 0 ? '' : `, ${inGroups(summary.fixable)} fixable`
  const where = summary.filesWithFindings === 0 ? '' : `, in ${summary.filesWithFindings} of ${files}`
  return `${counts}${fixable}${where}${suppressed}`
}
