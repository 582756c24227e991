import { inGroups } from '../base/plural.ts'
import type { Findings } from '../diagnostic/findings.ts'
import type { Palette } from '../diagnostic/palette.ts'
import { summarize, summaryText } from '../diagnostic/summary.ts'
import { tallyByCode, tallyByFile } from '../diagnostic/tally.ts'
import { brief } from '../diagnostic/visible-text.ts'

/** With more findings than this a person asks where to start. */
const few = 10

/** How many codes are named with their counts. */
const namedCodes = 3

/** How much of a path is shown. */
const longestPath = 200

/**
 * The last lines of a report: how many findings there are and, where they are many, of what, where to start and what
 * mends them. There is at least one finding. Ends with a newline.
 */
export function overviewText(findings: Findings, palette: Palette): string {
  const { diagnostics } = findings
  const summary = summarize(findings)
  const codes = tallyByCode(diagnostics)
  if (diagnostics.length <= few) {
    const more = palette.bold(`\`stowage explain ${diagnostics[0]?.code}\``)
    return `${summaryText(summary)}. ${more} tells more.\n`
  }
  const commonest = codes.slice(0, namedCodes)
  const rest = codes.slice(namedCodes)
  const others = rest.reduce((sum, { count }) => sum + count, 0)
  const most = [
    ...commonest.map(({ name, count }) => `${name} ${number(count)}`),
    ...(rest.length === 0
      ? []
      : [`${number(rest.length)} more ${rest.length === 1 ? 'code' : 'codes'} ${number(others)}`]),
  ]
  // What ends the run with 1 comes first; only then what is merely much.
  const [fullest] = tallyByFile(summary.errors === 0 ? diagnostics : diagnostics.filter(isError))
  const kind = summary.errors === 0 ? 'of the findings' : 'of the errors'
  const rows = [
    ['most', most.join(', ')],
    ...(fullest === undefined
      ? []
      : [['start', `${brief(fullest.name, longestPath)}, which has ${number(fullest.count)} ${kind}`]]),
    ...(summary.fixable === 0 ? [] : [['mend', `\`stowage lint --fix\` mends ${number(summary.fixable)}`]]),
    ['read', `\`stowage explain ${commonest[0]?.name}\``],
  ]
  const lines = rows.map(([word = '', text = '']) => `  ${palette.bold(word.padEnd(5))}  ${text}\n`)
  return `${palette.bold(summaryText(summary))}\n${lines.join('')}`
}

function isError({ severity }: Findings['diagnostics'][number]): boolean {
  return severity === 'error'
}

function number(value: number): string {
  return inGroups(value)
}
