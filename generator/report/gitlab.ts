import { SourceLines } from '../diagnostic/code-frame.ts'
import type { Severity } from '../diagnostic/diagnostic.ts'
import type { Findings } from '../diagnostic/findings.ts'
import { visibleJson } from '../diagnostic/visible-text.ts'
import { adviceOn } from './advice.ts'
import { entriesOf } from './entries.ts'
import { repositoryPath } from './repository-path.ts'
import type { ReportSettings } from './settings.ts'

/** One entry of a Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
interface Issue {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker'
  readonly location: {
    /** From the folder of the repository, without `./`. */
    readonly path: string
    readonly lines: { readonly begin: number; readonly end: number }
  }
}

/** GitLab knows five; `critical` and `blocker` are for what harms a running system. */
const severities: Readonly<Record<Severity, Issue['severity']>> = { error: 'major', warning: 'minor', info: 'info' }

/** A Code Quality report, which GitLab shows in a merge request. What was answered for is left out: GitLab has no word for it. */
export function renderGitlab(findings: Findings, settings: ReportSettings): string {
  const lines = new SourceLines()
  const issues = entriesOf(findings).flatMap(({ diagnostic, fingerprint, suppression }): readonly Issue[] => {
    if (suppression !== undefined) return []
    const { code, message, severity, span } = diagnostic
    const advice = adviceOn(diagnostic)
    const begin = span === undefined ? 1 : lines.position(span.file, span.start).line
    const end = span === undefined ? 1 : lines.position(span.file, Math.max(span.start, span.end - 1)).line
    return [
      {
        description: advice === undefined ? message : `${message}; ${advice}`,
        check_name: code,
        fingerprint,
        severity: severities[severity],
        location: { path: repositoryPath(settings, span?.file.path ?? settings.projectFile), lines: { begin, end } },
      },
    ]
  })
  return `${visibleJson(JSON.stringify(issues, undefined, 2))}\n`
}
