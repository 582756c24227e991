import { renderText } from '../../report/text.ts'
import { compile, verdictOn } from '../compile.ts'
import { bringDrawingsUpToDate, type DrawingOutcome } from '../drawing/bring-up-to-date.ts'
import { clean, type ExitCode, failed, findings } from '../exit-code.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'

export interface DiagramsOptions {
  readonly force?: boolean
}

/** `stowage diagrams`: pictures beside the texts of the diagrams, for pages and code hosts that show files as they are. */
export async function diagramsCommand(session: Session, { force }: DiagramsOptions): Promise<ExitCode> {
  const stages = new Stages(session.io)
  const compilation = await compile(session, stages)
  const { model } = compilation
  if (model === undefined) {
    stages.clear()
    session.io.stderr.write(renderText(compilation, session.err))
    return verdictOn(compilation)
  }
  return exitCodes[await bringDrawingsUpToDate(session, model, { force: force === true }, stages)]
}

const exitCodes: Readonly<Record<DrawingOutcome, ExitCode>> = {
  done: clean,
  failed: findings,
  missing: failed,
  refused: failed,
}
