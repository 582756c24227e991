import { visible } from '../../diagnostic/visible-text.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Session } from '../session.ts'
import { type Outcome, verdictOf } from './outcome.ts'
import { outcomesAsJson } from './report-json.ts'
import { outcomeText, summaryLine } from './report-text.ts'

/**
 * Prints what became of each store: the report to stdout, notes, failures and a summary to stderr.
 * @throws a fault of Stowage itself, once the rest is told
 */
export function tellOutcomes(
  { io, out }: Session,
  outcomes: readonly Outcome[],
  { format, dryRun }: { readonly format: 'text' | 'json'; readonly dryRun: boolean },
): ExitCode {
  if (format === 'json') io.stdout.write(outcomesAsJson(outcomes))
  else for (const outcome of outcomes) io.stdout.write(outcomeText(outcome, out))
  for (const outcome of outcomes) {
    for (const note of outcome.notes) io.stderr.write(`note: ${outcome.title}: ${visible(note)}\n`)
    if (outcome.failure?.kind !== 'fault') io.stderr.write(summaryLine(outcome, dryRun))
  }
  for (const { failure } of outcomes) if (failure?.kind === 'fault') throw failure.error
  return verdictOf(outcomes)
}
