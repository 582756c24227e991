import { counted, inGroups } from '../../base/plural.ts'
import { baselineWish } from '../baseline/baseline.ts'
import { writeBaseline } from '../baseline/write-baseline.ts'
import { type Compilation, compile, verdictOn } from '../compile.ts'
import { clean, type ExitCode, findings } from '../exit-code.ts'
import { mend, showMended, writeMended } from '../fix.ts'
import type { ForeignOptions } from '../foreign/options.ts'
import type { ReportOptions } from '../report/options.ts'
import { planReports } from '../report/plan.ts'
import { audible, tell } from '../report/tell.ts'
import { verdictOver } from '../report/verdict.ts'
import { specText } from '../run-summary.ts'
import { secondsText } from '../seconds.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'

export interface LintOptions extends ReportOptions, ForeignOptions {
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  readonly writeBaseline?: boolean
}

export async function lintCommand(session: Session, options: LintOptions): Promise<ExitCode> {
  if (options.prisma !== undefined || options.sql !== undefined) {
    const { lintForeignFiles } = await import('../foreign/lint-foreign-files.ts')
    return await lintForeignFiles(session, options)
  }
  const { io } = session
  const asked = planReports(options, session.folder)
  const stages = new Stages(io)
  const wish = baselineWish(options)
  const found = await compile(session, stages, wish)
  const mends = options.fix === true || options.fixDryRun === true
  const mending = mends ? await mend(session, found, stages, wish) : undefined
  stages.clear()
  if (mending !== undefined) {
    if (options.fix === true) writeMended(session, mending)
    else showMended(session, mending)
  }
  // A dry run changes nothing: the report and its verdict are about the spec as it is, and the diff is what is printed.
  const left = options.fix === true ? (mending?.compilation ?? found) : found
  const written = options.writeBaseline === true ? writeBaseline(session, left) : undefined
  const compilation = written === undefined ? left : await compile(session, stages)
  const plan = options.fixDryRun === true ? { files: asked.files } : asked
  const verdict = verdictOver(compilation.diagnostics, options)
  tell(session, { compilation, findings: compilation }, plan, options, verdict)
  if (plan.printed === 'text') io.stderr.write(closing(session, compilation, options, stages))
  if (written !== undefined) io.stderr.write(written.said)
  if (written?.ok === false) return findings
  const unsound = verdictOn(compilation)
  return unsound === clean ? verdict.code : unsound
}

/** What is left to say behind a report for a person: where there is nothing to tell, of what; at a terminal how long it took. */
function closing({ io }: Session, compilation: Compilation, options: LintOptions, stages: Stages): string {
  const time = io.stderr.isTTY ? ` in ${secondsText(stages.elapsed)}` : ''
  const { diagnostics, files, model, suppressed } = compilation
  if (model === undefined || audible(compilation, options).diagnostics.length > 0) {
    return time === '' ? '' : `checked ${counted(files.length, 'file')}${time}\n`
  }
  const what = diagnostics.length === 0 ? 'no findings' : 'no errors'
  const answered = suppressed.length === 0 ? '' : `, ${inGroups(suppressed.length)} suppressed`
  return `${specText(model)}: ${what}${answered}${time}\n`
}
