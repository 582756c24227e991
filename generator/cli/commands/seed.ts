import { renderText } from '../../report/text.ts'
import { compile, verdictOn } from '../compile.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import { type SeedOptions, seedStores } from '../provider/seed.ts'
import { seedText } from '../provider/seed-text.ts'
import { withProvider } from '../provider/with-provider.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { UserError } from '../user-error.ts'

export interface SeedCommandOptions extends SeedOptions {
  readonly format: 'text' | 'json'
}

/** Fills the stores with records for trying things out. */
export async function seedCommand(session: Session, options: SeedCommandOptions): Promise<ExitCode> {
  const { io } = session
  if (io.env.STOWAGE_ENV === 'production')
    throw new UserError('STOWAGE_ENV is production, and seeding is for trying things out', 'Name another environment.')
  const stages = new Stages(io)
  const compilation = await compile(session, stages)
  const { model } = compilation
  if (model === undefined) {
    io.stderr.write(renderText(compilation, session.err))
    return verdictOn(compilation)
  }
  return await withProvider(session, model, async (opened) => {
    const report = await stages.wait('seed', () => seedStores(opened, options, (what) => stages.show(`seed ${what}`)))
    stages.clear()
    io.stdout.write(options.format === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : seedText(report))
    return clean
  })
}
