import { inGroups } from '../../base/plural.ts'
import { type CleanRun, lastCleanRun } from '../clean-run/clean-run.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import type { GenerateOptions } from '../generate-options.ts'
import { peakMemoryText } from '../peak-memory.ts'
import { asText, runText } from '../run-text.ts'
import type { Session } from '../session.ts'

/** What it takes to make an output is loaded only where the last run does not show that there is nothing to do. */
export async function generateCommand(session: Session, options: GenerateOptions): Promise<ExitCode> {
  const last = mayGoByLast(session, options)
    ? await lastCleanRun(session, options.check === true ? 'all' : 'generate')
    : undefined
  if (last !== undefined) return tellUnchanged(session, options, last)
  const { generateOutput } = await import('../generate-output.ts')
  return await generateOutput(session, options)
}

/** Whether a run with these options does all of the work in the usual way, and has nothing to print where nothing is found. */
function mayGoByLast({ customRules }: Session, options: GenerateOptions): boolean {
  const { baseline, check, diagrams, dryRun, failSeverity, format, full, maxWarnings, only, output, quiet, watch } =
    options
  const isUsual = customRules && baseline !== false && only === undefined && (format ?? output) === undefined
  if (check === true) return isUsual
  const asksForReport = failSeverity !== 'error' || (maxWarnings ?? quiet ?? full) !== undefined
  return isUsual && !asksForReport && [diagrams, dryRun, watch].every((asked) => asked !== true)
}

function tellUnchanged({ io, err }: Session, { check, stats }: GenerateOptions, { files, spec }: CleanRun): ExitCode {
  if (check !== true) {
    const changes = `nothing to do, ${inGroups(files)} unchanged`
    io.stderr.write(runText({ spec, errors: 0, warnings: 0, changes, rehearsed: false, elapsed: io.now() }, err))
  }
  if (stats === true) {
    const time = `${io.now().toFixed(1)} ms`
    io.stderr.write(
      asText([
        '',
        `  nothing had to be done, which took ${time}: all is as the last clean run left it`,
        peakMemoryText(),
      ]),
    )
  }
  return clean
}
