import { lastCleanRun } from '../clean-run/clean-run.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import type { ReportOptions } from '../report/options.ts'
import { upToDateText } from '../run-text.ts'
import { secondsText } from '../seconds.ts'
import type { Session } from '../session.ts'

/**
 * What a pipeline asks: is the spec sound, and is what is committed made from it? What it takes to find out is loaded only where
 * the last run does not show it.
 */
export async function checkCommand(session: Session, options: ReportOptions): Promise<ExitCode> {
  const { io } = session
  const { baseline, format, output } = options
  const isUsual = session.customRules && baseline !== false && (format ?? output) === undefined
  const last = isUsual ? await lastCleanRun(session, 'all') : undefined
  if (last !== undefined) {
    io.stderr.write(upToDateText(last.spec, last.files, timeOf(session)))
    return clean
  }
  const [{ checkOutput }, { emitters }, { Stages }, { specText }] = await Promise.all([
    import('../check-output.ts'),
    import('../../emit/index.ts'),
    import('../stages.ts'),
    import('../run-summary.ts'),
  ])
  const { code, compared } = await checkOutput(session, emitters, options, new Stages(io))
  if (code === clean && compared !== undefined) {
    const { model, inspection } = compared
    io.stderr.write(upToDateText(specText(model), inspection.plan.changes.length, timeOf(session)))
  } else if (io.stderr.isTTY) io.stderr.write(`checked${timeOf(session)}\n`)
  return code
}

/** At a terminal only. */
function timeOf({ io }: Session): string {
  return io.stderr.isTTY ? ` in ${secondsText(io.now())}` : ''
}
