import { didYouMean } from '../../base/did-you-mean.ts'
import { assertNever } from '../../base/internal-error.ts'
import { summarize } from '../../diagnostic/summary.ts'
import type { Emitter } from '../../emit/emitter.ts'
import { emitters } from '../../emit/index.ts'
import { generate } from '../../generate.ts'
import type { Model } from '../../model/model.ts'
import { nodeFileSystem } from '../../output/file-system.ts'
import { outputRoot } from '../../output/output-root.ts'
import { effects, refusals } from '../../output/plan.ts'
import { type Inspection, inspect, update } from '../../output/update.ts'
import { renderText } from '../../report/text.ts'
import { baselineNotice, baselineWish } from '../baseline/baseline.ts'
import { changeLines } from '../change-list.ts'
import { checkOutput } from '../check-output.ts'
import { type Compilation, compile, verdictOn } from '../compile.ts'
import { drawingNotice } from '../drawing/stale-drawings.ts'
import { clean, type ExitCode, failed, findings } from '../exit-code.ts'
import { refusalText } from '../refusal.ts'
import type { ReportOptions } from '../report/options.ts'
import { changesText, secondsText, specText } from '../run-summary.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { UserError } from '../user-error.ts'

export interface GenerateOptions extends ReportOptions {
  readonly check?: boolean
  readonly dryRun?: boolean
  readonly only?: readonly string[]
  readonly force?: boolean
  readonly stats?: boolean
  readonly diagrams?: boolean
  readonly watch?: boolean
}

/** How long a run waits for another one in the same project, in milliseconds. */
const patience = 10_000

export async function generateCommand(session: Session, options: GenerateOptions): Promise<ExitCode> {
  const { io } = session
  const stages = new Stages(io)
  const chosen = choose(options.only)
  if (options.check === true) {
    const { code } = await checkOutput(session, chosen, options, stages)
    if (options.stats === true) tellTimes(session, stages)
    return code
  }
  demandNoReport(options)
  if (options.watch === true) {
    const { watchAndGenerate } = await import('../watch/generate-watch.ts')
    return await watchAndGenerate(session, chosen, options)
  }
  const compilation = await compile(session, stages, baselineWish(options))
  const { model } = compilation
  io.stderr.write(renderText(compilation, session.err) + baselineNotice(compilation.baseline))
  if (model === undefined) return verdictOn(compilation)
  const inspection = await settle(session, model, chosen, options, stages)
  stages.clear()
  const code = conclude(session, model, inspection, options)
  if (code === clean) tellRun(session, compilation, model, inspection, options, stages)
  const drawn = code === clean ? await settleDrawings(session, model, options, stages) : code
  if (options.stats === true) tellTimes(session, stages)
  return drawn
}

/** Draws where that was asked for; else says what the run has left behind. Having nothing to draw with is no failure here. */
async function settleDrawings(
  session: Session,
  model: Model,
  { diagrams, force }: GenerateOptions,
  stages: Stages,
): Promise<ExitCode> {
  if (diagrams !== true) {
    session.io.stderr.write(drawingNotice(session, model))
    return clean
  }
  const { bringDrawingsUpToDate } = await import('../drawing/bring-up-to-date.ts')
  const outcome = await bringDrawingsUpToDate(session, model, { force: force === true }, stages)
  switch (outcome) {
    case 'done':
    case 'missing':
      return clean
    case 'failed':
      return findings
    case 'refused':
      return failed
    default:
      return assertNever(outcome)
  }
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

/**
 * A run that writes tells what it found on its way, for a person.
 * @throws UserError where a report was asked for
 */
function demandNoReport({ failSeverity, format, full, maxWarnings, output, quiet }: GenerateOptions): void {
  const asked = [
    [format, '--format'],
    [output, '--output'],
    [maxWarnings, '--max-warnings'],
    [quiet, '--quiet'],
    [full, '--full'],
    [failSeverity === 'error' ? undefined : failSeverity, '--fail-severity'],
  ] as const
  const [, name] = asked.find(([value]) => value !== undefined) ?? []
  if (name === undefined) return
  throw new UserError(
    `${name} needs --check`,
    'stowage generate --check reports what is stale, `stowage lint` what is wrong',
  )
}

/** Compares with the disk, and writes unless it is a rehearsal. */
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
  if (options.dryRun === true) {
    return stages.run('plan', () => inspect(root, files, planOptions, nodeFileSystem))
  }
  const onWait = (holder: string): void => {
    stages.clear()
    session.io.stderr.write(`waiting: ${holder} is writing the same output\n`)
  }
  return await stages.wait('write', () => update(root, files, { ...planOptions, patience, onWait }, nodeFileSystem))
}

function conclude(session: Session, model: Model, inspection: Inspection, options: GenerateOptions): ExitCode {
  const { io, out, err } = session
  const { root } = model.project.output
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
  compilation: Compilation,
  model: Model,
  { plan }: Inspection,
  { dryRun }: GenerateOptions,
  stages: Stages,
): void {
  const { errors, warnings } = summarize(compilation)
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
