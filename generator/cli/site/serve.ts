import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Model } from '../../model/model.ts'
import { renderText } from '../../report/text.ts'
import { type Compilation, compile, verdictOn } from '../compile.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import { tellFailure } from '../failure.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { settled } from '../watch/settled.ts'
import { stopSignal } from '../watch/stop-signal.ts'
import { foldersBelow, watchFolders } from '../watch/watch-folders.ts'
import { alone } from './alone.ts'
import { type Astro, openWorkshop } from './astro.ts'
import { type ComposeOptions, compose, publishedBase } from './compose.ts'
import { updateStaging } from './staging.ts'

export interface ServeOptions extends ComposeOptions {
  readonly port: number
}

/** An editor saves in several steps: this many milliseconds of silence, and it is done. */
const settling = 120

/** What a server that was told to stop still needs at the most, in milliseconds. */
const leaving = 2_000

/** Serves the site and rebuilds it when the spec or a handwritten page changes, until the process is told to stop. */
export async function serveSite(session: Session, options: ServeOptions): Promise<ExitCode> {
  const { io } = session
  const stages = new Stages(io)
  const { astro, staging } = await openWorkshop(session.folder, process.env)
  const first = await compile(session, stages)
  io.stderr.write(renderText(first, session.err))
  const { model } = first
  if (model === undefined) return verdictOn(first)
  try {
    return await alone(staging, io, () =>
      follow(session, options, { astro, staging, files: first.files, custom: first.custom, model, stages }),
    )
  } finally {
    // What a server leaves open, one that could not start too, must not keep the process: this timer alone does not.
    setTimeout(() => process.exit(), leaving).unref()
  }
}

interface Opened {
  readonly astro: Astro
  readonly staging: string
  readonly files: Compilation['files']
  readonly custom: Compilation['custom']
  readonly model: Model
  readonly stages: Stages
}

async function follow(session: Session, options: ServeOptions, opened: Opened): Promise<ExitCode> {
  const { io } = session
  const { astro, files: specFiles, staging, stages } = opened
  updateStaging(staging, await compose(session, opened, options, stages))
  const server = await stages.wait('start the server', () =>
    astro.dev({ root: staging, logLevel: 'error', server: { port: options.port, host: false } }),
  )
  stages.clear()
  io.stderr.write(
    `  the site is at http://localhost:${server.address.port}${options.base ?? publishedBase(opened.model)}\n`,
  )
  io.stderr.write('  it follows the spec and the pages; Ctrl+C ends it\n')
  const rebuild = async (): Promise<void> => {
    const started = io.now()
    try {
      const compilation = await compile(session, new Stages(io))
      const { model } = compilation
      io.stderr.write(renderText(compilation, session.err))
      if (model === undefined) {
        io.stderr.write('  the site stays as it was\n')
        return
      }
      updateStaging(staging, await compose(session, { custom: compilation.custom, model }, options, new Stages(io)))
      io.stderr.write(`  up to date, ${Math.round(io.now() - started)} ms\n`)
    } catch (error) {
      tellFailure(error, io)
    }
  }
  const rebuilding = settled(rebuild, settling)
  const roots = foldersOf(session, options, specFiles)
  const watching = watchFolders(
    () => [...roots].flatMap((root) => foldersBelow(root)),
    (path) => {
      if (path === null || /[.](?:ya?ml|md|png|jpe?g|gif|svg|webp)$/i.test(path)) rebuilding.poke()
    },
  )
  await stopSignal()
  watching.close()
  await Promise.race([Promise.all([rebuilding.end(), server.stop()]), sleep(leaving, undefined, { ref: false })])
  return clean
}

/** The folders in which the project file, what it includes and the handwritten pages lie. */
function foldersOf(
  { folder }: Session,
  { pages }: ServeOptions,
  files: readonly { readonly path: string }[],
): ReadonlySet<string> {
  const folders = new Set(files.map(({ path }) => resolve(folder, path, '..')))
  if (pages !== undefined) folders.add(resolve(folder, pages))
  return folders
}
