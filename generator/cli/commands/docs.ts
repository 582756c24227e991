import { rmSync } from 'node:fs'
import { inGroups } from '../../base/plural.ts'
import { renderText } from '../../report/text.ts'
import { compile, verdictOn } from '../compile.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import { specText } from '../run-summary.ts'
import { secondsText } from '../seconds.ts'
import type { Session } from '../session.ts'
import { alone } from '../site/alone.ts'
import { openWorkshop } from '../site/astro.ts'
import { buildSite } from '../site/build.ts'
import { compose } from '../site/compose.ts'
import { demandOut } from '../site/publish.ts'
import { serveSite } from '../site/serve.ts'
import { siteSize } from '../site/site-size.ts'
import { updateStaging } from '../site/staging.ts'
import { Stages } from '../stages.ts'
import { UserError } from '../user-error.ts'

export interface DocsOptions {
  readonly out?: string
  readonly pages?: string
  readonly base?: string
  readonly serve?: boolean
  readonly port: number
}

export async function docsCommand(session: Session, options: DocsOptions): Promise<ExitCode> {
  const { io } = session
  if (options.serve === true) return await serveSite(session, options)
  if (options.out === undefined) {
    throw new UserError('where should the site go?', 'stowage docs --out build/docs; or look at it with --serve')
  }
  const out = demandOut(session.folder, options.out)
  const stages = new Stages(io)
  const compilation = await compile(session, stages)
  const { model } = compilation
  io.stderr.write(renderText(compilation, session.err))
  if (model === undefined) return verdictOn(compilation)
  const { astro, lasting, staging } = await openWorkshop(session.folder, process.env)
  try {
    await alone(staging, io, async () => {
      updateStaging(staging, await compose(session, { custom: compilation.custom, model }, options, stages))
      await stages.wait('build the site', () => buildSite(astro, staging, out))
    })
  } finally {
    if (!lasting) rmSync(staging, { recursive: true, force: true })
  }
  stages.clear()
  const { bytes, pages } = siteSize(out)
  const lines = [
    `  ${session.err.bold('spec')}   ${specText(model)}`,
    `  ${session.err.bold('site')}   ${inGroups(pages)} pages, ${(bytes / 1e6).toFixed(1)} MB in ${options.out}`,
    `  ${secondsText(stages.elapsed)}`,
  ]
  io.stderr.write(`${lines.join('\n')}\n`)
  return clean
}
