import { assertNever } from '../../base/internal-error.ts'
import { counted } from '../../base/plural.ts'
import type { Palette } from '../../diagnostic/palette.ts'
import { brief, visible } from '../../diagnostic/visible-text.ts'
import type { Difference, Step } from '../../live/report.ts'
import type { Outcome } from './outcome.ts'

/** How much of a value is shown. */
const longestValue = 300

/** What was done with a store and what differs there, a line or a few each; empty where there is nothing to say. */
export function outcomeText(outcome: Outcome, palette: Palette): string {
  const { title, target, steps, isBare = false } = outcome
  const differences = shownDifferences(outcome)
  const shown = steps.filter(({ action }) => action !== 'keep')
  if (shown.length === 0 && differences.length === 0 && !isBare) return ''
  const head = palette.bold(target === undefined ? title : `${title}: ${visible(target)}`)
  const lines = [
    head,
    ...(isBare ? ['  nothing of the spec is there yet: stowage apply'] : []),
    ...shown.map((step) => stepLine(step, palette)),
    ...differences.flatMap((one) => differenceLines(one, palette)),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** Where nothing is there, what is missing is said at once; what is there all the same and wrong is still worth its lines. */
function shownDifferences({ differences, isBare = false }: Outcome): readonly Difference[] {
  return isBare
    ? differences.filter(({ fact, found }) => found !== undefined || fact === 'not in the spec')
    : differences
}

function stepLine({ action, place, detail }: Step, palette: Palette): string {
  const more = detail === undefined ? '' : ` (${brief(detail, longestValue)})`
  return `  ${tinted(action, palette)} ${visible(place)}${more}`
}

function tinted(action: Step['action'], palette: Palette): string {
  const word = action.padEnd(7)
  switch (action) {
    case 'create':
      return palette.green(word)
    case 'change':
      return palette.yellow(word)
    case 'keep':
      return palette.dim(word)
    default:
      return assertNever(action)
  }
}

function differenceLines({ place, fact, wanted, found, help }: Difference, palette: Palette): readonly string[] {
  const [ours, theirs] = firstUnequal(wanted, found)
  return [
    `  ${palette.red('differs')} ${visible(place)}: ${visible(fact)}`,
    ...(ours === undefined ? [] : [`            ${palette.dim('wanted')} ${brief(ours, longestValue)}`]),
    ...(theirs === undefined ? [] : [`            ${palette.dim('found ')} ${brief(theirs, longestValue)}`]),
    ...(help === undefined ? [] : [`            ${palette.cyan('help:')}  ${brief(help, 2 * longestValue)}`]),
  ]
}

/** Of two long texts the first line in which they differ. */
function firstUnequal(
  wanted: string | undefined,
  found: string | undefined,
): readonly [string | undefined, string | undefined] {
  // A text that stands alone is there to be recognised: on one line.
  if (wanted === undefined || found === undefined) return [onOneLine(wanted), onOneLine(found)]
  if (!(wanted.includes('\n') || found.includes('\n'))) return [wanted, found]
  const [ours, theirs] = [wanted.split('\n'), found.split('\n')]
  const at = ours.findIndex((line, index) => line !== theirs[index])
  const line = at < 0 ? ours.length : at
  const text = (lines: readonly string[]): string =>
    `line ${line + 1}: ${lines[line]?.trim() ?? '(the text ends before)'}`.replace(/: $/, ': (empty)')
  return [text(ours), text(theirs)]
}

function onOneLine(text: string | undefined): string | undefined {
  return text?.includes('\n') === true ? text.trim().replace(/\s*\n\s*/g, ' ') : text
}

/** One line that sums up a store: what was made, what differs, or why there is nothing to say. Empty where the report is one. */
export function summaryLine(outcome: Outcome, dryRun: boolean): string {
  const { title, target, steps, differences, failure } = outcome
  if (failure !== undefined) {
    const where = target === undefined ? '' : ` (${visible(target)})`
    return `error: ${title}${where}: ${brief(failure.message, 1_000)}\n${failure.hint === undefined ? '' : `${brief(failure.hint, 1_000)}\n`}`
  }
  if (outcome.isBare === true) return ''
  const count = (action: Step['action']): number => steps.filter((step) => step.action === action).length
  const would = dryRun ? 'would be ' : ''
  // Where nothing was printed under the store's head, this line alone says which server it was.
  const isShown = differences.length > 0 || count('create') + count('change') > 0
  const where = isShown || target === undefined ? '' : ` (${visible(target)})`
  const parts = [
    count('create') === 0 ? '' : `${count('create')} ${would}created`,
    count('change') === 0 ? '' : `${count('change')} ${would}changed`,
    count('keep') === 0 ? '' : `${count('keep')} as it should be`,
    // What a rehearsal would still make cannot be compared yet.
    differences.length > 0
      ? counted(differences.length, 'difference')
      : dryRun && count('create') > 0
        ? ''
        : 'nothing differs',
  ]
  return `${title}${where}: ${parts.filter((part) => part !== '').join(', ')}\n`
}
