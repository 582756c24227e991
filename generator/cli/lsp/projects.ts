import { statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { DocumentUri } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { ProjectView } from '../../lsp/project-view.ts'
import { usualIn } from '../project-file.ts'
import type { OpenProject, ProjectLocation } from './open-project.ts'
import type { Desk, Freshness, OpenFile } from './request-entry.ts'
import { pathOfUri, pathWithin } from './uris.ts'

/** A text of the editor and the project that it belongs to. */
interface Placed {
  readonly document: TextDocument
  readonly project: OpenProject
  /** Relative to the project's folder, posix. */
  readonly path: string
}

/** Opens a project, which may lie outside of the workspace: above it, or elsewhere on the disk. */
type OpenAt = (location: ProjectLocation, isOfWorkspace: boolean) => OpenProject

/**
 * The projects of a workspace: those of its folders, and those that the files an editor opens lie in. A folder is not
 * searched, since a spec that nobody looks at may be a test's.
 */
export class Projects implements Desk {
  readonly #open: OpenAt
  readonly #config: string | undefined
  /** Where a project is looked for, absolute. */
  readonly #folders = new Set<string>()
  /** Those of them that the editor named. */
  readonly #workspace = new Set<string>()
  readonly #byFolder = new Map<string, OpenProject>()
  readonly #texts = new Map<DocumentUri, TextDocument>()
  readonly #placed = new Map<DocumentUri, Placed>()

  /** @param config the project file, where it has another place than the usual ones, relative to a project's folder */
  constructor(open: OpenAt, config: string | undefined) {
    this.#open = open
    this.#config = config
  }

  /** Where the editor names no folder at all: a project there is followed, and is nonetheless not of the workspace. */
  lookIn(folder: string): void {
    this.#folders.add(folder)
    const projectPath = this.#projectIn(folder)
    if (projectPath !== undefined) this.#projectAt({ folder, projectPath })
  }

  /** A folder of the workspace. What was opened from there before it was one is to be opened anew, by `reread`. */
  addFolder(folder: string): void {
    for (const project of this.#byFolder.values()) {
      if (isIn(folder, project.folder) && !this.#isOfWorkspace(project.folder)) this.#end(project)
    }
    this.#workspace.add(folder)
    this.lookIn(folder)
  }

  removeFolder(folder: string): void {
    this.#folders.delete(folder)
    this.#workspace.delete(folder)
    for (const project of this.#byFolder.values()) if (isIn(folder, project.folder)) this.#end(project)
  }

  /** A text was opened or changed. */
  edit(document: TextDocument): void {
    const { uri } = document
    this.#texts.set(uri, document)
    const placed = this.#placed.get(uri) ?? this.#place(document)
    if (placed === undefined) return
    this.#placed.set(uri, { ...placed, document })
    placed.project.edit(uri, placed.path, document.version, document.getText())
  }

  close(uri: DocumentUri): void {
    const placed = this.#placed.get(uri)
    this.#texts.delete(uri)
    this.#placed.delete(uri)
    placed?.project.close(placed.path)
  }

  /** Files came, changed or went on disk, project files perhaps among them. */
  reread(): void {
    for (const project of [...this.#byFolder.values()]) {
      if (this.#projectIn(project.folder) === project.projectPath) project.reread()
      else this.#end(project)
    }
    for (const folder of this.#folders) this.lookIn(folder)
    for (const [uri, document] of this.#texts) if (!this.#placed.has(uri)) this.edit(document)
  }

  /** Files of code changed on disk: a project with rules of its own may depend on them. */
  rereadRules(): void {
    for (const project of this.#byFolder.values()) if (project.hasOwnRules) project.reread()
  }

  documentAt(uri: DocumentUri, freshness: Freshness): OpenFile | undefined {
    const placed = this.#placed.get(uri)
    if (placed === undefined) return undefined
    const { project, path } = placed
    if (freshness === 'analysed' || !project.analysed) project.bringUpToDate()
    const document = project.state.document(path)
    return document === undefined ? undefined : { view: project.state, document }
  }

  projects(freshness: Freshness): readonly ProjectView[] {
    const all = [...this.#byFolder.values()]
    for (const project of all) if (freshness === 'analysed' || !project.analysed) project.bringUpToDate()
    return all.map(({ state }) => state)
  }

  #end(project: OpenProject): void {
    project.end()
    this.#byFolder.delete(project.folder)
    for (const [uri, placed] of this.#placed) if (placed.project === project) this.#placed.delete(uri)
  }

  #projectAt(location: ProjectLocation): OpenProject {
    const known = this.#byFolder.get(location.folder)
    if (known !== undefined) return known
    const project = this.#open(location, this.#isOfWorkspace(location.folder))
    this.#byFolder.set(location.folder, project)
    return project
  }

  /** The project of the nearest folder above a file that has one. */
  #place(document: TextDocument): Placed | undefined {
    const file = pathOfUri(document.uri)
    if (file === undefined || !/[.]ya?ml$/i.test(file)) return undefined
    for (let folder = dirname(file); ; folder = dirname(folder)) {
      const projectPath = this.#projectIn(folder)
      const path = pathWithin(folder, file)
      if (projectPath !== undefined && path !== undefined) {
        return { document, project: this.#projectAt({ folder, projectPath }), path }
      }
      if (folder === dirname(folder)) return undefined
    }
  }

  #isOfWorkspace(folder: string): boolean {
    return [...this.#workspace].some((root) => isIn(root, folder))
  }

  #projectIn(folder: string): string | undefined {
    if (this.#config !== undefined) return isFile(join(folder, this.#config)) ? this.#config : undefined
    const found = usualIn(folder)
    // The folder of a spec is not the project's: its output lies beside it.
    return found === 'stowage.yaml' && basename(folder) === 'spec' ? undefined : found
  }
}

/** Whether a folder is another one or lies below it. */
function isIn(folder: string, other: string): boolean {
  return other === folder || pathWithin(folder, other) !== undefined
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
