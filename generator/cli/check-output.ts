import { inReadingOrder } from '../diagnostic/collector.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Findings } from '../diagnostic/findings.ts'
import type { Emitter } from '../emit/emitter.ts'
import type { Model } from '../model/model.ts'
import { nodeFileSystem } from '../output/file-system.ts'
import { outputRoot } from '../output/output-root.ts'
import { type Inspection, inspect } from '../output/update.ts'
import { baselineWish } from './baseline/baseline.ts'
import { CleanRunRecorder } from './clean-run/recorder.ts'
import { compile, verdictOn } from './compile.ts'
import { staleDrawings } from './drawing/stale-drawings.ts'
import { clean, type ExitCode } from './exit-code.ts'
import { migrationsBehind } from './migrations/behind.ts'
import type { ReportOptions } from './report/options.ts'
import { planReports } from './report/plan.ts'
import { tell } from './report/tell.ts'
import { verdictOver } from './report/verdict.ts'
import { Emission } from './second-thread/emission.ts'
import type { Session } from './session.ts'
import type { Stages } from './stages.ts'
import { type Stale, staleFiles } from './stale.ts'
import { Tally } from './stats.ts'

export interface CheckOptions extends ReportOptions {
  /** The emitters whose files are looked at; absent where all are. */
  readonly only?: readonly string[]
  /** Whether what each emitter makes is counted. */
  readonly stats?: boolean
}

/** How a check ended. */
export interface Checked {
  readonly code: ExitCode
  /** Absent where the spec has errors: then nothing is compared. */
  readonly compared?: { readonly model: Model; readonly inspection: Inspection }
}

/**
 * Asks whether the spec is sound and whether what is there is made from it, and tells what is not. Writes nothing but the
 * reports that were asked for.
 */
export async function checkOutput(
  session: Session,
  emitters: readonly Emitter[],
  options: CheckOptions,
  stages: Stages,
  tally: Tally = new Tally(),
): Promise<Checked> {
  const emission = new Emission(emitters, stages)
  try {
    return await check(session, emission, options, stages, tally)
  } finally {
    emission.end()
  }
}

async function check(
  session: Session,
  emission: Emission,
  options: CheckOptions,
  stages: Stages,
  tally: Tally,
): Promise<Checked> {
  const recorder = leavesStamp(session, options) ? new CleanRunRecorder(session) : undefined
  const plan = planReports(options, session.folder)
  const reader = recorder === undefined ? {} : { reader: recorder.reader }
  const compilation = await compile(session, stages, { ...baselineWish(options), ...reader, onRead: emission.begin })
  const { model } = compilation
  const behind = model === undefined ? [] : migrationsBehind(session.folder, model)
  const compared =
    model === undefined ? undefined : { model, inspection: compare(session, model, emission, options, stages, tally) }
  const stale = compared === undefined ? [] : staleIn(session, compared.model, compared.inspection)
  stages.clear()
  const shown: Findings = { ...compilation, diagnostics: [...compilation.diagnostics, ...behind] }
  const findings: Findings = {
    ...shown,
    diagnostics: sorted([...shown.diagnostics, ...stale.flatMap((each) => each.diagnostics)]),
  }
  const verdict = verdictOver(findings.diagnostics, options)
  tell(
    session,
    { compilation, findings, shown, list: (palette) => stale.map(({ list }) => list(palette)).join('') },
    plan,
    options,
    verdict,
  )
  if (plan.printed === 'text') session.io.stderr.write(stale.map(({ advice }) => advice).join(''))
  const unsound = verdictOn(compilation)
  if (compared !== undefined && findings.diagnostics.length === 0) {
    stages.quietly('stamp', () => recorder?.record({ compilation, inspection: compared.inspection, checked: true }))
  }
  return { code: unsound === clean ? verdict.code : unsound, ...(compared === undefined ? {} : { compared }) }
}

/** Whether a later run may go by this one: it looks at everything, in the usual way. */
function leavesStamp({ customRules }: Session, { baseline, only }: CheckOptions): boolean {
  return customRules && baseline !== false && only === undefined
}

function compare(
  session: Session,
  model: Model,
  emission: Emission,
  { only, stats }: CheckOptions,
  stages: Stages,
  tally: Tally,
): Inspection {
  const made = emission.files(model)
  const files = stats === true ? tally.counting(made) : made
  const root = outputRoot(session.folder, model.project.output.root)
  const scope = only === undefined ? {} : { only: new Set(only) }
  return stages.run('plan', () => inspect(root, files, scope, nodeFileSystem))
}

function staleIn(session: Session, model: Model, inspection: Inspection): readonly Stale[] {
  return [staleFiles(inspection, model.project.output.root), staleDrawings(session, model)]
}

function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(inReadingOrder)
}
