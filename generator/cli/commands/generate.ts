import { didYouMean } from '../../base/did-you-mean.ts'
import { renderText } from '../../diagnostic/render-text.ts'
import { summarize } from '../../diagnostic/summary.ts'
import type { Emitter } from '../../emit/emitter.ts'
import { emitters } from '../../emit/index.ts'
import { generate } from '../../generate.ts'
import type { Model } from '../../model/model.ts'
import { nodeFileSystem } from '../../output/file-system.ts'
import { outputRoot } from '../../output/output-root.ts'
import { effects, refusals } from '../../output/plan.ts'
import { type Inspection, inspect, update } from '../../output/update.ts'
import { changeLines } from '../change-list.ts'
import { type Compilation, compile, verdictOn } from '../compile.ts'
import { clean, type ExitCode, failed, findings } from '../exit-code.ts'
import { migrationsBehind } from '../migrations/behind.ts'
import { refusalText } from '../refusal.ts'
import { changesText, secondsText, specText } from '../run-summary.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { staleText } from '../stale.ts'
import { UserError } from '../user-error.ts'

export interface GenerateOptions {
  readonly check?: boolean
  readonly dryRun?: boolean
  readonly only?: readonly string[]
  readonly force?: boolean
  readonly stats?: boolean
}

/** How long a run waits for another one in the same project, in milliseconds. */
const patience = 10_000

export async function generateCommand(session: Session, options: GenerateOptions): Promise<ExitCode> {
  const { io } = session
  const stages = new Stages(io)
  const chosen = choose(options.only)
  const compilation = compile(session, stages)
  const { model } = compilation
  const behind = model !== undefined && options.check === true ? migrationsBehind(session.folder, model) : []
  io.stderr.write(renderText([...compilation.diagnostics, ...behind], compilation.files.length, session.err))
  if (model === undefined) return verdictOn(compilation)
  const inspection = await settle(session, model, chosen, options, stages)
  stages.clear()
  const code = conclude(session, model, inspection, options, behind.length > 0)
  if (code === clean && options.check !== true) tellRun(session, compilation, model, inspection, options, stages)
  if (options.stats === true) tellTimes(session, stages)
  return code
}

/** @throws UserError for a name that no emitter has */
function choose(only: readonly string[] | undefined): readonly Emitter[] {
  if (only === undefined) return emitters
  const names = emitters.map((emitter) => emitter.name)
  for (const name of only) {
    if (names.includes(name)) continue
    const near = didYouMean(name, names)[0]
    throw new UserError(
      `there is no emitter named ${JSON.stringify(name)}${near === undefined ? '' : `; did you mean ${near}?`}`,
      `emitters: ${names.join(', ')}`,
    )
  }
  return emitters.filter((emitter) => only.includes(emitter.name))
}

/** Compares with the disk, and writes unless it is a check or a rehearsal. */
async function settle(
  session: Session,
  model: Model,
  chosen: readonly Emitter[],
  options: GenerateOptions,
  stages: Stages,
): Promise<Inspection> {
  const files = generate(model, chosen, (emitter, run) => stages.run(`emit ${emitter.name}`, run))
  const root = outputRoot(session.folder, model.project.output.root)
  const only = options.only === undefined ? {} : { only: new Set(options.only) }
  const planOptions = { ...only, force: options.force === true }
  if (options.check === true || options.dryRun === true) {
    return stages.run('plan', () => inspect(root, files, planOptions, nodeFileSystem))
  }
  const onWait = (holder: string): void => {
    stages.clear()
    session.io.stderr.write(`waiting: ${holder} is writing the same output\n`)
  }
  return await stages.wait('write', () => update(root, files, { ...planOptions, patience, onWait }, nodeFileSystem))
}

function conclude(
  { io, out, err }: Session,
  model: Model,
  inspection: Inspection,
  options: GenerateOptions,
  isBehind: boolean,
): ExitCode {
  const { root } = model.project.output
  if (options.check === true) {
    const stale = staleText(inspection, root, out)
    io.stdout.write(stale.list)
    io.stderr.write(stale.advice)
    return stale.list === '' && !isBehind ? clean : findings
  }
  const changes = effects(inspection.plan.changes)
  if (refusals(inspection.plan.changes).length > 0) {
    io.stderr.write(refusalText(inspection, root, err))
    return failed
  }
  if (options.dryRun === true) io.stdout.write(asText(changeLines(changes, root, out, Number.POSITIVE_INFINITY)))
  else io.stderr.write(asText(changeLines(changes, root, err)))
  return clean
}

function tellRun(
  { io, err }: Session,
  { diagnostics, files }: Compilation,
  model: Model,
  { plan }: Inspection,
  { dryRun }: GenerateOptions,
  stages: Stages,
): void {
  const { errors, warnings } = summarize(diagnostics, files.length)
  const lines = [
    `  ${err.bold('spec')}      ${specText(model)}`,
    `  ${err.bold('checked')}   ${errors} errors, ${warnings === 1 ? '1 warning' : `${warnings} warnings`}`,
    `  ${err.bold(dryRun === true ? 'would be' : 'written ')}  ${changesText(plan.changes)}`,
    `  ${secondsText(stages.elapsed)}`,
  ]
  io.stderr.write(asText(lines))
}

function tellTimes({ io }: Session, stages: Stages): void {
  const width = Math.max(...[...stages.times.keys()].map((name) => name.length))
  const lines = [...stages.times].map(([name, time]) => `  ${name.padEnd(width)}  ${time.toFixed(1).padStart(8)} ms`)
  io.stderr.write(asText(['', ...lines]))
}

function asText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}
