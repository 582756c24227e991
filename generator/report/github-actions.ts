import { SourceLines } from '../diagnostic/code-frame.ts'
import type { Diagnostic, Severity } from '../diagnostic/diagnostic.ts'
import type { Findings } from '../diagnostic/findings.ts'
import { brief, visible } from '../diagnostic/visible-text.ts'
import { adviceOn } from './advice.ts'
import { repositoryPath } from './repository-path.ts'
import type { ReportSettings } from './settings.ts'

/** GitHub's words for the three severities. */
const commands: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

/** How much of a text an annotation shows. */
const longestText = 1_000

/**
 * Workflow commands, a line each, which GitHub Actions turns into annotations of a pull request
 * (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions). Empty where there is no finding.
 */
export function renderGithubActions({ diagnostics, links }: Findings, settings: ReportSettings): string {
  const lines = new SourceLines()
  return diagnostics
    .map((diagnostic) => {
      const properties = Object.entries(propertiesOf(diagnostic, settings, lines))
      const written = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',')
      const advice = adviceOn(diagnostic)
      const rule = links?.(diagnostic).rule
      const told = [
        diagnostic.message,
        ...(advice === undefined ? [] : [`help: ${advice}`]),
        ...(rule === undefined ? [] : [`docs: ${rule}`]),
      ]
      return `::${commands[diagnostic.severity]} ${written}::${data(told)}\n`
    })
    .join('')
}

function propertiesOf(
  { code, span }: Diagnostic,
  settings: ReportSettings,
  lines: SourceLines,
): Readonly<Record<string, string | number>> {
  if (span === undefined) return { title: code, file: repositoryPath(settings, settings.projectFile), line: 1 }
  const { line, column } = lines.position(span.file, span.start)
  const end = lines.position(span.file, Math.max(span.start, span.end - 1))
  // GitHub refuses columns where the lines differ, and takes the last column as part of the place.
  const columns = line === end.line ? { col: column, endColumn: end.column } : {}
  return { title: code, file: repositoryPath(settings, span.file.path), line, endLine: end.line, ...columns }
}

/** The value of a property: a colon or a comma would end it. */
function property(value: string): string {
  return percentEscaped(visible(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** What stands behind the second pair of colons. Only line ends of our own are left in it. */
function data(paragraphs: readonly string[]): string {
  return percentEscaped(paragraphs.map((text) => brief(text, longestText)).join('\n'))
}

/** A line end would end the command, and begin another one. */
function percentEscaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
