import { counted, inGroups } from '../base/plural.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Findings } from '../diagnostic/findings.ts'
import { countsText, summarize } from '../diagnostic/summary.ts'
import { tallyByCode } from '../diagnostic/tally.ts'
import { code, type Inline, link } from '../print/markdown/inline.ts'
import { printTable } from '../print/markdown/table.ts'
import { renderFiles } from './markdown-files.ts'
import type { ReportSettings } from './settings.ts'

/**
 * GitHub refuses a comment of more than 65,536 characters; the rest is left to whoever puts it under a heading of their own.
 */
const longest = 60_000

/** How many codes the table names. */
const mostCodes = 20

/**
 * A report for a comment of a pull request or the summary of a job: a headline, a table of what was found, and the findings
 * by file, folded where they are many. Never longer than a comment may be: then it says how many findings it leaves out.
 */
export function renderMarkdown(findings: Findings, settings: ReportSettings): string {
  const { diagnostics } = findings
  const head = [headline(findings)]
  if (diagnostics.length > 0) head.push(printTable(countsTable(findings)))
  const start = head.join('\n\n')
  const files = renderFiles(findings, settings, longest - start.length)
  return `${[start, ...files].join('\n\n')}\n`
}

function headline(findings: Findings): string {
  const summary = summarize(findings)
  const counts = countsText(summary)
  const suppressed = summary.suppressed === 0 ? '' : `, ${inGroups(summary.suppressed)} suppressed`
  if (counts === '') return `### Stowage: no findings in ${counted(summary.files, 'file')}${suppressed}`
  const where =
    summary.filesWithFindings === 0 ? '' : ` in ${summary.filesWithFindings} of ${counted(summary.files, 'file')}`
  const fixable = inGroups(summary.fixable)
  const mend = summary.fixable === 0 ? '' : `\n\nFixable by \`stowage lint --fix\`: ${fixable}.`
  return `### Stowage: ${counts}${where}${suppressed}${mend}`
}

function countsTable({ diagnostics, links }: Findings): Parameters<typeof printTable>[0] {
  const examples = new Map<string, Diagnostic>(diagnostics.map((diagnostic) => [diagnostic.code, diagnostic]))
  const tallies = tallyByCode(diagnostics)
  const row = (name: Inline, ...counts: readonly number[]): { readonly cells: readonly Inline[] } => ({
    cells: [name, ...counts.map((count) => (count === 0 ? '' : inGroups(count)))],
  })
  const named = tallies.slice(0, mostCodes).map(({ name, errors, warnings, infos, fixable }) => {
    const example = examples.get(name)
    const address = example === undefined ? undefined : links?.(example).rule
    return row(address === undefined ? code(name) : link(code(name), address), errors, warnings, infos, fixable)
  })
  const rest = tallies.slice(mostCodes)
  const sum = (pick: (tally: (typeof rest)[number]) => number): number =>
    rest.reduce((total, tally) => total + pick(tally), 0)
  const others =
    rest.length === 0
      ? []
      : [
          row(
            `${counted(rest.length, 'more code')}`,
            sum(({ errors }) => errors),
            sum(({ warnings }) => warnings),
            sum(({ infos }) => infos),
            sum(({ fixable }) => fixable),
          ),
        ]
  return { heads: ['Code', 'Errors', 'Warnings', 'Notes', 'Fixable'], rows: [...named, ...others] }
}
