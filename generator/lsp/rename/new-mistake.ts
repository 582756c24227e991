import { ruleCodes } from '../../diagnostic/codes.ts'
import type { Diagnostic, TextEdit } from '../../diagnostic/diagnostic.ts'
import { editedFiles } from '../edited-files.ts'
import type { ProjectView } from '../project-view.ts'

/** What has to be known of a project to try edits on it. */
export type Tried = Pick<ProjectView, 'snapshot' | 'suppose'>

/** What edits would break, in the words of the finding: the first mistake of the language that there was not before. */
export function newMistake(project: Tried, edits: readonly TextEdit[]): string | undefined {
  const before = countsOf(project.snapshot.diagnostics)
  const found = findingsAfter(project, edits).filter(isMistake)
  for (const [code, count] of countsOf(found)) {
    if (count > (before.get(code) ?? 0)) return found.find((diagnostic) => diagnostic.code === code)?.message
  }
  return undefined
}

function findingsAfter(project: Tried, edits: readonly TextEdit[]): readonly Diagnostic[] {
  const { files, diagnostics } = project.snapshot
  const after = editedFiles(files, edits)
  const kept = new Set(after)
  const changed = new Set(files.filter((file) => !kept.has(file)).map(({ path }) => path))
  // Nothing is loaded anew, and what parsing found is not found again in a file that stays.
  const loaded = diagnostics.filter(
    ({ code, span }) =>
      code.startsWith('project/') || (code.startsWith('syntax/') && !changed.has(span?.file.path ?? '')),
  )
  return project.suppose(after, loaded)
}

function isMistake({ code, severity }: Diagnostic): boolean {
  return severity === 'error' && !code.startsWith('custom/') && ruleCodes.every((rule) => rule !== code)
}

function countsOf(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { code } of diagnostics.filter(isMistake)) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}
