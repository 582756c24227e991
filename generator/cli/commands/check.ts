import { emitters } from '../../emit/index.ts'
import { checkOutput } from '../check-output.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import type { ReportOptions } from '../report/options.ts'
import { secondsText, specText } from '../run-summary.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'

/** What a pipeline asks: is the spec sound, and is what is committed made from it? */
export async function checkCommand(session: Session, options: ReportOptions): Promise<ExitCode> {
  const { io } = session
  const stages = new Stages(io)
  const { code, compared } = await checkOutput(session, emitters, options, stages)
  const time = io.stderr.isTTY ? ` in ${secondsText(stages.elapsed)}` : ''
  if (code === clean && compared !== undefined) {
    const { model, inspection } = compared
    const files = inspection.plan.changes.length.toLocaleString('en-US')
    io.stderr.write(`${specText(model)}; ${files} files up to date${time}\n`)
  } else if (time !== '') io.stderr.write(`checked${time}\n`)
  return code
}
