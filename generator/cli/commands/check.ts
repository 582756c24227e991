import { renderText } from '../../diagnostic/render-text.ts'
import { emitters } from '../../emit/index.ts'
import { generate } from '../../generate.ts'
import { nodeFileSystem } from '../../output/file-system.ts'
import { outputRoot } from '../../output/output-root.ts'
import { inspect } from '../../output/update.ts'
import { compile, verdictOn } from '../compile.ts'
import { staleDrawings } from '../drawing/stale-drawings.ts'
import { clean, type ExitCode, findings } from '../exit-code.ts'
import { migrationsBehind } from '../migrations/behind.ts'
import { specText } from '../run-summary.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { staleText } from '../stale.ts'

/** What a pipeline asks: is the spec sound, and is what is committed made from it? */
export async function checkCommand(session: Session): Promise<ExitCode> {
  const { io } = session
  const stages = new Stages(io)
  const compilation = await compile(session, stages)
  const { diagnostics, files, model } = compilation
  const behind = model === undefined ? [] : migrationsBehind(session.folder, model)
  io.stdout.write(renderText([...diagnostics, ...behind], files.length, session.out, compilation.links))
  if (model === undefined) return verdictOn(compilation)
  const wanted = generate(model, emitters, (emitter, run) => stages.run(`emit ${emitter.name}`, run))
  const root = outputRoot(session.folder, model.project.output.root)
  const inspection = stages.run('plan', () => inspect(root, wanted, {}, nodeFileSystem))
  stages.clear()
  const stale = staleText(inspection, model.project.output.root, session.out)
  io.stdout.write(stale.list)
  io.stderr.write(stale.advice)
  const drawings = staleDrawings(session, model)
  io.stdout.write(drawings.list)
  io.stderr.write(drawings.advice)
  if (stale.list !== '' || drawings.list !== '' || behind.length > 0) return findings
  io.stderr.write(`${specText(model)}; ${inspection.plan.changes.length.toLocaleString('en-US')} files up to date\n`)
  return clean
}
