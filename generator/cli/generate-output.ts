import { didYouMean } from '../base/did-you-mean.ts'
import { assertNever } from '../base/internal-error.ts'
import { summarize } from '../diagnostic/summary.ts'
import type { Emitter } from '../emit/emitter.ts'
import { emitters } from '../emit/index.ts'
import type { Model } from '../model/model.ts'
import { nodeFileSystem } from '../output/file-system.ts'
import { outputRoot } from '../output/output-root.ts'
import { effects, refusals } from '../output/plan.ts'
import { type Inspection, inspect, update } from '../output/update.ts'
import { renderText } from '../report/text.ts'
import { baselineNotice, baselineWish } from './baseline/baseline.ts'
import { changeLines } from './change-list.ts'
import { checkOutput } from './check-output.ts'
import { CleanRunRecorder } from './clean-run/recorder.ts'
import { type Compilation, compile, verdictOn } from './compile.ts'
import { drawingNotice } from './drawing/stale-drawings.ts'
import { clean, type ExitCode, failed, findings } from './exit-code.ts'
import type { GenerateOptions } from './generate-options.ts'
import { refusalText } from './refusal.ts'
import { changesText, specText } from './run-summary.ts'
import { asText, runText } from './run-text.ts'
import { Emission } from './second-thread/emission.ts'
import type { Session } from './session.ts'
import { Stages } from './stages.ts'
import { statsText, Tally } from './stats.ts'
import { UserError } from './user-error.ts'

/** How long a run waits for another one in the same project, in milliseconds. */
const patience = 60_000

/** `stowage generate` where there is something to be done, or where nobody knows. */
export async function generateOutput(session: Session, options: GenerateOptions): Promise<ExitCode> {
  const stages = new Stages(session.io)
  const tally = new Tally()
  const code = await run(session, options, stages, tally)
  if (options.stats === true && options.watch !== true) session.io.stderr.write(statsText(stages, tally))
  return code
}

async function run(session: Session, options: GenerateOptions, stages: Stages, tally: Tally): Promise<ExitCode> {
  const chosen = choose(options.only)
  if (options.check === true) {
    const { code } = await checkOutput(session, chosen, options, stages, tally)
    return code
  }
  demandNoReport(options)
  if (options.watch === true) {
    const { watchAndGenerate } = await import('./watch/generate-watch.ts')
    return await watchAndGenerate(session, chosen, options)
  }
  const recorder = leavesStamp(session, options) ? new CleanRunRecorder(session) : undefined
  const emission = new Emission(chosen, stages)
  try {
    return await make(session, emission, options, stages, tally, recorder)
  } finally {
    emission.end()
  }
}

async function make(
  session: Session,
  emission: Emission,
  options: GenerateOptions,
  stages: Stages,
  tally: Tally,
  recorder: CleanRunRecorder | undefined,
): Promise<ExitCode> {
  const { io } = session
  const reader = recorder === undefined ? {} : { reader: recorder.reader }
  const compilation = await compile(session, stages, { ...baselineWish(options), ...reader, onRead: emission.begin })
  const { model } = compilation
  io.stderr.write(renderText(compilation, session.err) + baselineNotice(compilation.baseline))
  if (model === undefined) return verdictOn(compilation)
  const inspection = await settle(session, model, emission, options, stages, tally)
  stages.clear()
  const code = conclude(session, model, inspection, options)
  if (code !== clean) return code
  tellRun(session, compilation, model, inspection, options, stages)
  if (options.diagrams === true) return await draw(session, model, options, stages)
  const notice = drawingNotice(session, model)
  io.stderr.write(notice)
  if (notice === '') stages.quietly('stamp', () => recorder?.record({ compilation, inspection, checked: false }))
  return clean
}

/** Whether a later run may go by this one: it does all of the work, in the usual way. */
function leavesStamp({ customRules }: Session, { baseline, diagrams, dryRun, only }: GenerateOptions): boolean {
  return customRules && baseline !== false && diagrams !== true && dryRun !== true && only === undefined
}

/** Having nothing to draw with is no failure here. */
async function draw(session: Session, model: Model, { force }: GenerateOptions, stages: Stages): Promise<ExitCode> {
  const { bringDrawingsUpToDate } = await import('./drawing/bring-up-to-date.ts')
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
  emission: Emission,
  options: GenerateOptions,
  stages: Stages,
  tally: Tally,
): Promise<Inspection> {
  const made = emission.files(model)
  const files = options.stats === true ? tally.counting(made) : made
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
  { elapsed }: Stages,
): void {
  const { errors, warnings } = summarize(compilation)
  const told = { spec: specText(model), errors, warnings, changes: changesText(plan.changes), elapsed }
  io.stderr.write(runText({ ...told, rehearsed: dryRun === true }, err))
}
