import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { renderText } from '../../diagnostic/render-text.ts'
import type { Model } from '../../model/model.ts'
import { type Compilation, compile, verdictOn } from '../compile.ts'
import { clean, type ExitCode } from '../exit-code.ts'
import { tellFailure } from '../failure.ts'
import type { Session } from '../session.ts'
import { Stages } from '../stages.ts'
import { alone } from './alone.ts'
import { type Astro, openWorkshop } from './astro.ts'
import { type ComposeOptions, compose, publishedBase } from './compose.ts'
import { updateStaging } from './staging.ts'
import { watchTree } from './watch-tree.ts'

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
  io.stderr.write(renderText(first.diagnostics, first.files.length, session.err))
  const { model } = first
  if (model === undefined) return verdictOn(first)
  try {
    return await alone(staging, io, () =>
      follow(session, options, { astro, staging, files: first.files, model, stages }),
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
  readonly model: Model
  readonly stages: Stages
}

async function follow(session: Session, options: ServeOptions, opened: Opened): Promise<ExitCode> {
  const { io } = session
  const { astro, files: specFiles, staging, stages } = opened
  updateStaging(staging, await compose(session, opened.model, options, stages))
  const server = await stages.wait('start the server', () =>
    astro.dev({ root: staging, logLevel: 'error', server: { port: options.port, host: false } }),
  )
  stages.clear()
  io.stderr.write(
    `  the site is at http://localhost:${server.address.port}${options.base ?? publishedBase(opened.model)}\n`,
  )
  io.stderr.write('  it follows the spec and the pages; Ctrl+C ends it\n')
  const stop = watchFolders(foldersOf(session, options, specFiles), async () => {
    const started = io.now()
    try {
      const { diagnostics, files, model } = await compile(session, new Stages(io))
      io.stderr.write(renderText(diagnostics, files.length, session.err))
      if (model === undefined) {
        io.stderr.write('  the site stays as it was\n')
        return
      }
      updateStaging(staging, await compose(session, model, options, new Stages(io)))
      io.stderr.write(`  up to date, ${Math.round(io.now() - started)} ms\n`)
    } catch (error) {
      tellFailure(error, io)
    }
  })
  await stopSignal()
  stop()
  await Promise.race([server.stop(), sleep(leaving, undefined, { ref: false })])
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

/** Calls once things have settled, never twice at a time. */
function watchFolders(folders: ReadonlySet<string>, act: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined
  let acting = false
  let again = false
  const run = async (): Promise<void> => {
    if (acting) {
      again = true
      return
    }
    acting = true
    await act()
    acting = false
    if (again) {
      again = false
      await run()
    }
  }
  const close = watchTree(folders, (name) => {
    if (name !== null && !/[.](?:ya?ml|md|png|jpe?g|gif|svg|webp)$/i.test(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => void run(), settling)
  })
  return () => {
    clearTimeout(timer)
    close()
  }
}

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
}
