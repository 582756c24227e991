import type { ClientCapabilities, DocumentUri } from 'vscode-languageserver'
import { analyze } from '../analyze.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { SpecDocument } from '../front/node.ts'
import type { Model } from '../model/model.ts'
import type { Rule } from '../rules/rule.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { Snapshot, Workspace } from '../workspace/workspace.ts'
import { editedDocument, type OpenText } from './edited-document.ts'
import type { EditedDocument, ProjectView } from './project-view.ts'

/** Where a project's files are, as the editor calls them. */
export interface ProjectPlace {
  /** Of the project file, relative to the project's folder, posix. */
  readonly projectPath: string
  uriOf(path: string): DocumentUri
  /** Takes out of an analysis what was answered for outside of the spec. */
  accept(snapshot: Snapshot): Snapshot
}

/** The rules of a project's own. */
export interface OwnRules {
  readonly rules: readonly Rule[]
  /** What was found in loading them. */
  readonly found: readonly Diagnostic[]
}

/**
 * A project that is edited: its open texts, its last analysis, and the last model that all of its files went into. Does no
 * IO: the workspace's reader gives it files, the server tells it of texts and of changes.
 */
export class ProjectState implements ProjectView {
  readonly client: ClientCapabilities
  readonly #place: ProjectPlace
  readonly #workspace: Workspace
  readonly #open = new Map<string, OpenText>()
  #own: OwnRules = { rules: [], found: [] }
  #snapshot: Snapshot = { files: [], parsed: new Map(), diagnostics: [], suppressed: [] }
  #whole: Model | undefined
  #stale = true

  constructor(place: ProjectPlace, workspace: Workspace, client: ClientCapabilities) {
    this.#place = place
    this.#workspace = workspace
    this.client = client
  }

  get snapshot(): Snapshot {
    return this.#snapshot
  }

  get model(): Model | undefined {
    return isWhole(this.#snapshot) ? this.#snapshot.model : (this.#whole ?? this.#snapshot.model)
  }

  get custom(): readonly Rule[] {
    return this.#own.rules
  }

  /** Whether something changed since the last analysis. */
  get stale(): boolean {
    return this.#stale
  }

  uriOf(path: string): DocumentUri {
    return this.#open.get(path)?.uri ?? this.#place.uriOf(path)
  }

  versionOf(path: string): number | null {
    return this.#open.get(path)?.version ?? null
  }

  /** A text as features get it; nothing where the editor has no such file open. */
  document(path: string): EditedDocument | undefined {
    const open = this.#open.get(path)
    return open === undefined ? undefined : editedDocument(open, this.#snapshot)
  }

  suppose(files: readonly SourceFile[], found: readonly Diagnostic[]): readonly Diagnostic[] {
    return this.#workspace.suppose(files, found)
  }

  findingsOf(files: readonly SourceFile[]): readonly Diagnostic[] {
    const analysis = analyze(files, undefined, this.#own.found, this.#own.rules)
    return this.#place.accept({ files, parsed: this.#snapshot.parsed, ...analysis }).diagnostics
  }

  /** The editor has a file open, or its text changed. */
  edit(uri: DocumentUri, path: string, version: number, text: string): void {
    this.#open.set(path, { uri, path, version, file: { path, text } })
    this.#stale = true
  }

  /** The editor gave a file back to the disk. */
  close(path: string): void {
    this.#open.delete(path)
    this.#stale = true
  }

  /** A file may have changed on disk. */
  touch(): void {
    this.#stale = true
  }

  /** Rules of the project's own, from now on. */
  follow(own: OwnRules): void {
    this.#own = own
    this.#stale = true
  }

  /** Brings the snapshot up to date; does nothing where nothing changed. */
  analyze(): Snapshot {
    if (!this.#stale) return this.#snapshot
    this.#stale = false
    const loaded = this.#workspace.load(this.#place.projectPath)
    const found = [...loaded.found, ...this.#own.found]
    this.#snapshot = this.#place.accept(this.#workspace.analyzeLoaded({ ...loaded, found }, this.#own.rules))
    if (isWhole(this.#snapshot)) this.#whole = this.#snapshot.model
    return this.#snapshot
  }
}

/** Whether all files could be read as they were meant, so that no name is missing from the model. */
function isWhole({ model, parsed, diagnostics }: Snapshot): boolean {
  return (
    model !== undefined &&
    [...parsed.values()].every((document) => document !== undefined && !isDamaged(document)) &&
    diagnostics.every(({ code }) => code !== 'project/missing-file' && code !== 'project/missing-include')
  )
}

function isDamaged(document: SpecDocument): boolean {
  return 'damaged' in document && Array.isArray(document.damaged) && document.damaged.length > 0
}
