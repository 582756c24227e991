import type { LiveStoreName } from '../../live/report.ts'
import { renderText } from '../../report/text.ts'
import { compile, verdictOn } from '../compile.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { chosenStores } from '../stores/index.ts'
import { look, throughStores } from '../stores/outcome.ts'
import { tellOutcomes } from '../stores/tell-outcomes.ts'

export interface VerifyOptions {
  readonly store: LiveStoreName | 'all'
  readonly format: 'text' | 'json'
}

/** Compares the stores with the spec, reading only. */
export async function verifyCommand(session: Session, { store, format }: VerifyOptions): Promise<ExitCode> {
  const stages = new Stages(session.io)
  const compilation = await compile(session, stages)
  const { model } = compilation
  if (model === undefined) {
    session.io.stderr.write(renderText(compilation, session.err))
    return verdictOn(compilation)
  }
  const stores = chosenStores(model, store)
  const outcomes = await throughStores(session, model, stores, stages, look)
  return tellOutcomes(session, outcomes, { format, dryRun: false })
}
