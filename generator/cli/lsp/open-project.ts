import { join } from 'node:path'
import type { ClientCapabilities, Connection } from 'vscode-languageserver'
import { shownFindings } from '../../lsp/diagnostics.ts'
import { ProjectState } from '../../lsp/project-state.ts'
import { Workspace } from '../../workspace/workspace.ts'
import { withBaseline } from '../baseline/baseline.ts'
import { diskReader } from '../disk-reader.ts'
import { OverlayReader } from '../overlay-reader.ts'
import { Published } from './published.ts'
import { RuleLoader } from './rule-loader.ts'
import { uriOfPath } from './uris.ts'

/** The shortest and the longest time of silence after an edit before it is analysed, in milliseconds. */
const settling = { least: 5, most: 250 } as const

export interface ProjectLocation {
  /** Absolute. */
  readonly folder: string
  /** The project file, relative to the folder, posix. */
  readonly projectPath: string
}

/** The editor that a project is open in, and what it lets the server do. */
export interface Editing {
  readonly connection: Connection
  readonly client: ClientCapabilities
  /** Whether it tells of changes on disk. */
  readonly watched: boolean
  /** Whether rules of the project's own are run: they are code. */
  readonly customRules: boolean
}

/** A project that the server follows: analysed again when its files have changed and the typing pauses. */
export class OpenProject implements ProjectLocation {
  readonly folder: string
  readonly projectPath: string
  readonly state: ProjectState
  readonly #reader: OverlayReader
  readonly #connection: Connection
  readonly #published: Published
  readonly #ownRules: RuleLoader | undefined
  #timer: NodeJS.Timeout | undefined
  #analysed = false
  /** How long the last analysis took, in milliseconds. */
  #cost = 0

  constructor({ folder, projectPath }: ProjectLocation, { client, connection, customRules, watched }: Editing) {
    this.folder = folder
    this.projectPath = projectPath
    this.#reader = new OverlayReader(diskReader(folder), watched)
    this.#connection = connection
    this.#ownRules = customRules ? new RuleLoader(folder) : undefined
    this.#published = new Published(connection)
    this.state = new ProjectState(
      {
        projectPath,
        uriOf: (path) => uriOfPath(join(folder, path)),
        accept: (snapshot) => withBaseline(projectPath, this.#reader, snapshot),
      },
      new Workspace(this.#reader),
      client,
    )
    this.#schedule()
  }

  /** Whether there was an analysis at all, so that there is something to answer from. */
  get analysed(): boolean {
    return this.#analysed
  }

  get hasOwnRules(): boolean {
    return this.#ownRules?.named === true
  }

  edit(uri: string, path: string, version: number, text: string): void {
    this.#reader.cover(path, text)
    this.state.edit(uri, path, version, text)
    this.#schedule()
  }

  close(path: string): void {
    this.#reader.uncover(path)
    this.state.close(path)
    this.#schedule()
  }

  /** Files changed on disk, or may have. */
  reread(): void {
    this.#reader.forget()
    this.#ownRules?.forget()
    this.state.touch()
    this.#schedule()
  }

  /** Analyses what changed, at once, and shows what was found. */
  bringUpToDate(): void {
    clearTimeout(this.#timer)
    if (!this.state.stale) return
    this.#analysed = true
    const started = performance.now()
    try {
      this.state.analyze()
    } catch (error) {
      // A fault of ours: what was shown stays, and the next edit is another try.
      this.#log(error)
      return
    }
    this.#cost = performance.now() - started
    this.#published.show(shownFindings(this.state, this.projectPath))
    this.#followRules().catch((error: unknown) => this.#log(error))
  }

  #log(error: unknown): void {
    this.#connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }

  /** Loads the project's own rules where other ones are named, or something changed, and analyses with them. */
  async #followRules(): Promise<void> {
    const own = await this.#ownRules?.load(this.state.snapshot.parsed)
    if (own === undefined) return
    this.state.follow(own)
    this.#schedule()
  }

  /** Nothing of it is shown any more. */
  end(): void {
    clearTimeout(this.#timer)
    this.#published.show([])
  }

  /** Waits a quarter of what the last analysis took, so that a request that follows an edit at once is answered before it. */
  #schedule(): void {
    clearTimeout(this.#timer)
    const silence = Math.min(Math.max(this.#cost / 4, settling.least), settling.most)
    this.#timer = setTimeout(() => this.bringUpToDate(), silence)
  }
}
