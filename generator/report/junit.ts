import { SourceLines } from '../diagnostic/code-frame.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Findings } from '../diagnostic/findings.ts'
import { adviceOn } from './advice.ts'
import { type Entry, entriesOf } from './entries.ts'
import { repositoryPath } from './repository-path.ts'
import type { ReportSettings } from './settings.ts'
import { printXml, type XmlElement } from './xml.ts'

/** What became of a finding as a case of a test. */
type Outcome = 'failed' | 'passed' | 'skipped'

interface Case {
  readonly outcome: Outcome
  readonly element: XmlElement
}

/**
 * A report as of JUnit, which most servers read: a suite a file, a case a finding. What ends the run with 1 is a failure,
 * what does not has passed and says its text all the same, what was answered for was skipped. Where nothing was found one
 * case has passed: a report without a case counts as broken.
 */
export function renderJunit(findings: Findings, settings: ReportSettings): string {
  const lines = new SourceLines()
  const naming = new Names()
  const suites = new Map<string, Case[]>()
  for (const entry of entriesOf(findings)) {
    const path = entry.diagnostic.span?.file.path ?? settings.projectFile
    const cases = suites.get(path) ?? []
    if (cases.length === 0) suites.set(path, cases)
    cases.push(
      caseOf(
        entry,
        naming.of(entry.diagnostic.code, `${path}: ${entry.diagnostic.message}`),
        settings,
        lines,
        findings,
      ),
    )
  }
  if (suites.size === 0) suites.set(settings.projectFile, [allIsWell])
  const all = [...suites.values()].flat()
  const { tests, failures, errors, time } = totals(all)
  return printXml({
    name: 'testsuites',
    attributes: { name: 'stowage', tests, failures, errors, time },
    content: [...suites].map(([path, cases]) => ({
      name: 'testsuite',
      attributes: { name: path, ...totals(cases), file: repositoryPath(settings, path) },
      content: cases.map(({ element }) => element),
    })),
  })
}

const allIsWell: Case = {
  outcome: 'passed',
  element: { name: 'testcase', attributes: { classname: 'stowage', name: 'no findings', time: 0 } },
}

function totals(
  cases: readonly Case[],
): Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped' | 'time', number>> {
  const count = (outcome: Outcome): number => cases.filter((each) => each.outcome === outcome).length
  return { tests: cases.length, failures: count('failed'), errors: 0, skipped: count('skipped'), time: 0 }
}

function caseOf(
  { diagnostic, suppression }: Entry,
  name: string,
  { fails }: ReportSettings,
  lines: SourceLines,
  { links }: Findings,
): Case {
  const { code, message, severity } = diagnostic
  // Jenkins takes what stands before the last dot as the package: findings come in groups by family and rule.
  const attributes = { classname: code.replace('/', '.'), name, time: 0 }
  const outcome = suppression !== undefined ? 'skipped' : fails(severity) ? 'failed' : 'passed'
  const told = tale(diagnostic, lines, links?.(diagnostic).rule)
  const inner: Readonly<Record<Outcome, XmlElement>> = {
    skipped: { name: 'skipped', attributes: { message: suppression?.reason ?? '' } },
    failed: { name: 'failure', attributes: { type: code, message }, content: told },
    passed: { name: 'system-out', attributes: {}, content: told },
  }
  return { outcome, element: { name: 'testcase', attributes, content: [inner[outcome]] } }
}

/** What a person reads who opens a case. */
function tale(diagnostic: Diagnostic, lines: SourceLines, rule: string | undefined): readonly string[] {
  const { code, label, message, severity, span } = diagnostic
  const at = span === undefined ? undefined : lines.position(span.file, span.start)
  const advice = adviceOn(diagnostic)
  return [
    `${severity}[${code}]: ${message}`,
    ...(span === undefined || at === undefined ? [] : [`at ${span.file.path}:${at.line}:${at.column}`]),
    ...(label === undefined ? [] : [label]),
    ...(advice === undefined ? [] : [`help: ${advice}`]),
    ...(rule === undefined ? [] : [`docs: ${rule}`]),
  ]
}

/** Gives each case a name that no other of its class has: a server keeps only one of two that have the same. */
class Names {
  readonly #seen = new Map<string, number>()

  of(group: string, name: string): string {
    const key = JSON.stringify([group, name])
    const count = (this.#seen.get(key) ?? 0) + 1
    this.#seen.set(key, count)
    return count === 1 ? name : `${name} (${count})`
  }
}
