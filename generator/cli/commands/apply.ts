import type { LiveStoreName } from '../../live/report.ts'
import { renderText } from '../../report/text.ts'
import { compile, verdictOn } from '../compile.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { chosenStores } from '../stores/index.ts'
import { throughStores } from '../stores/outcome.ts'
import { tellOutcomes } from '../stores/tell-outcomes.ts'

export interface ApplyCommandOptions {
  readonly store: LiveStoreName | 'all'
  readonly dryRun?: boolean
  readonly replace?: boolean
  readonly format: 'text' | 'json'
}

/** Brings the stores to what the spec says, as far as nothing is dropped or loosened by it. */
export async function applyCommand(session: Session, options: ApplyCommandOptions): Promise<ExitCode> {
  const stages = new Stages(session.io)
  const compilation = await compile(session, stages)
  const { model } = compilation
  if (model === undefined) {
    session.io.stderr.write(renderText(compilation, session.err))
    return verdictOn(compilation)
  }
  const { dryRun = false, replace = false, format } = options
  const stores = chosenStores(model, options.store)
  const outcomes = await throughStores(session, model, stores, stages, (connection) =>
    connection.apply({ dryRun, replace }),
  )
  return tellOutcomes(session, outcomes, { format, dryRun })
}
