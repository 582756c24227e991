import { extname, sep } from 'node:path'
import { sameItems } from '../../base/same-items.ts'
import type { Emitter } from '../../emit/emitter.ts'
import type { Around } from '../../generate.ts'
import { Generation } from '../../generation.ts'
import type { Model } from '../../model/model.ts'
import { nodeFileSystem } from '../../output/file-system.ts'
import { outputRoot } from '../../output/output-root.ts'
import { refusals } from '../../output/plan.ts'
import { StandingOutput } from '../../output/standing-output.ts'
import type { Inspection } from '../../output/update.ts'
import { renderText } from '../../report/text.ts'
import { Workspace } from '../../workspace/workspace.ts'
import { type Compilation, compile } from '../compile.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import { tellFailure } from '../failure.ts'
import { findProjectFile, projectFile } from '../project-file.ts'
import { refusalText } from '../refusal.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { UserError } from '../user-error.ts'
import { KeptReader } from './kept-reader.ts'
import { changedFilesOf, filesText, rebuildText, watchLine } from './rebuild-text.ts'
import { settled } from './settled.ts'
import { specFolders } from './spec-folders.ts'
import { stopSignal } from './stop-signal.ts'
import { watchFolders } from './watch-folders.ts'

export interface WatchOptions {
  /** Only files of these emitters are touched. */
  readonly only?: readonly string[]
  readonly force?: boolean
  readonly stats?: boolean
  readonly baseline?: boolean
}

/** An editor saves in several steps: this many milliseconds of silence, and it is done. */
const settling = 25

/** How long a rebuild waits for another run in the same project, in milliseconds. */
const patience = 10_000

/** The endings of what decides about an output: a spec, a baseline, rules of the project's own. */
const endings: ReadonlySet<string> = new Set(['.yaml', '.yml', '.json', '.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'])

/**
 * Brings the output up to date at every change of the spec, until the process is told to stop. A rebuild that fails leaves
 * the output as it was.
 * @throws UserError where there is no project file in the beginning
 */
export async function watchAndGenerate(
  session: Session,
  emitters: readonly Emitter[],
  options: WatchOptions,
): Promise<ExitCode> {
  projectFile(session)
  const stopped = stopSignal()
  const following = new Following(session, emitters, options)
  await following.rebuild()
  const rebuilding = settled(() => following.rebuild(), settling)
  const watching = watchFolders(
    () => following.folders(),
    (path) => {
      if (path === null) following.forget()
      if (path === null || following.concerns(path)) rebuilding.poke()
    },
  )
  following.onRebuilt = watching.refresh
  // What was saved while the first build went on.
  rebuilding.poke()
  session.io.stderr.write('watching the spec; Ctrl+C ends it\n')
  await stopped
  watching.close()
  await rebuilding.end()
  return clean
}

/** What a rebuild found, for the next one to tell what is new. */
interface Told {
  readonly files: Compilation['files']
  readonly custom: Compilation['custom']
  readonly report: string
}

/** A spec and its output, from one rebuild to the next. */
class Following {
  readonly #session: Session
  readonly #options: WatchOptions
  readonly #reader: KeptReader
  readonly #workspace: Workspace
  readonly #generation: Generation
  #output: { readonly root: string; readonly standing: StandingOutput } | undefined
  /** Absent where the last rebuild did not come to its end, so that the next one says how it went. */
  #told: Told | undefined
  #files: Compilation['files'] = []
  /** Called after each rebuild: the spec may lie in other folders now. */
  onRebuilt: () => void = () => undefined

  constructor(session: Session, emitters: readonly Emitter[], options: WatchOptions) {
    this.#session = session
    this.#options = options
    this.#reader = new KeptReader(session.folder)
    this.#workspace = new Workspace(this.#reader)
    this.#generation = new Generation(emitters)
  }

  folders(): ReadonlySet<string> {
    return specFolders(this.#session, this.#reader.asked, this.#workspace.loaded, this.#output?.root)
  }

  /** Whether a change of a file may concern the spec. */
  concerns(path: string): boolean {
    const root = this.#output?.root
    const isOutput = root !== undefined && (path === root || path.startsWith(`${root}${sep}`))
    return !isOutput && endings.has(extname(path))
  }

  /** Forgets what is known of the disk. */
  forget(): void {
    this.#reader.forget()
  }

  /** Never fails: a fault in one rebuild does not end the watch. */
  async rebuild(): Promise<void> {
    const { io } = this.#session
    const stages = new Stages(io)
    const started = io.now()
    try {
      await this.#rebuild(stages, started)
    } catch (error) {
      this.#told = undefined
      stages.clear()
      tellFailure(error, io)
    }
    this.onRebuilt()
  }

  async #rebuild(stages: Stages, started: number): Promise<void> {
    const { err, io } = this.#session
    const { baseline } = this.#options
    if (!hasProjectFile(this.#session)) {
      this.#told = undefined
      this.#files = []
      this.#tell('the project file is gone: the output stays as it was until it is back')
      return
    }
    this.#reader.forgetAsked()
    const compilation = await compile(this.#session, stages, {
      reader: this.#reader,
      workspace: this.#workspace,
      ...(baseline === undefined ? {} : { baseline }),
    })
    const { custom, diagnostics, files, model } = compilation
    const report = renderText(compilation, err)
    const told = this.#told
    const isSame = told !== undefined && sameItems(told.files, files) && sameItems(told.custom, custom)
    if (isSame && told.report === report) return
    const changed = changedFilesOf(this.#files, files)
    this.#files = files
    if (report !== told?.report) io.stderr.write(report)
    if (model === undefined) {
      this.#told = { files, custom, report }
      const errors = errorsText(compilation)
      this.#tell(`${filesText(changed)}: ${errors}, the output stays as it was, ${milliseconds(io.now() - started)}`)
      return
    }
    const inspection = await this.#write(model, stages)
    stages.clear()
    if (refusals(inspection.plan.changes).length > 0) {
      this.#told = undefined
      io.stderr.write(refusalText(inspection, model.project.output.root, err))
      return
    }
    this.#told = { files, custom, report }
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
    this.#tell(rebuildText(changed, inspection.plan.changes, warnings, io.now() - started))
    if (this.#options.stats === true) this.#tellTimes(stages)
  }

  async #write(model: Model, stages: Stages): Promise<Inspection> {
    const { folder, io } = this.#session
    const { force, only } = this.#options
    // Of an edit, measuring each file would take as long as making it.
    const isMeasured = this.#options.stats === true || this.#told === undefined
    const around: Around = (emitter, run) => stages.run(`emit ${emitter.name}`, run)
    const files = this.#generation.asMade(model, isMeasured ? around : undefined)
    const root = outputRoot(folder, model.project.output.root)
    if (this.#output?.root !== root) this.#output = { root, standing: new StandingOutput(root, nodeFileSystem) }
    const { standing } = this.#output
    const onWait = (holder: string): void => {
      stages.clear()
      io.stderr.write(`waiting: ${holder} is writing the same output\n`)
    }
    const scope = only === undefined ? {} : { only: new Set(only) }
    return await stages.wait('write', () =>
      standing.update(files, { ...scope, force: force === true, patience, onWait }),
    )
  }

  #tell(text: string): void {
    const { err, io } = this.#session
    io.stderr.write(watchLine(text, err, io.stderr.isTTY))
  }

  #tellTimes(stages: Stages): void {
    const times = [...stages.times].filter(([name]) => name !== 'start')
    this.#session.io.stderr.write(`  ${times.map(([name, time]) => `${name} ${milliseconds(time)}`).join(', ')}\n`)
  }
}

/** One that was named and is not there is told as a mistake of the command line; while watching it is only gone. */
function hasProjectFile(session: Session): boolean {
  try {
    return findProjectFile(session) !== undefined
  } catch (error) {
    if (error instanceof UserError) return false
    throw error
  }
}

function errorsText({ diagnostics }: Compilation): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  return errors === 1 ? '1 error' : `${errors} errors`
}

function milliseconds(time: number): string {
  return `${Math.round(time)} ms`
}
