import type { ClientCapabilities, DocumentUri, Location } from 'vscode-languageserver'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { SpecDocument } from '../front/node.ts'
import type { Model } from '../model/model.ts'
import type { Rule } from '../rules/rule.ts'
import type { SourceFile, Span } from '../source/source-file.ts'
import type { Snapshot } from '../workspace/workspace.ts'
import { rangeOf } from './positions.ts'

/** A file as the editor holds it, perhaps not saved yet. */
export interface EditedDocument {
  /** As the editor writes it: what it is answered with. */
  readonly uri: DocumentUri
  /** Posix, relative to the project's folder. */
  readonly path: string
  /** Counted up by the editor with each change. */
  readonly version: number
  /** The file of the last analysis where the text is the same, so that spans of either are spans of both. */
  readonly file: SourceFile
  /** As far as it can be read; nothing where no mapping can be had. */
  readonly tree: SpecDocument | undefined
}

/** What features know of a project. */
export interface ProjectView {
  /** Of the last analysis: behind what is typed by a moment, except for features that ask for `fresh`. */
  readonly snapshot: Snapshot
  /** To look names up by: that of the snapshot, or the last one of readable files where a file is broken just now. */
  readonly model: Model | undefined
  /** Rules of the project's own, where they are loaded. */
  readonly custom: readonly Rule[]
  /** What the editor can do: features offer no more than that. */
  readonly client: ClientCapabilities
  /** The address of a file of the project: the editor's own where it is open. */
  uriOf(path: string): DocumentUri
  /** The version of a file that is open; null where it is not. */
  versionOf(path: string): number | null
  /**
   * What the language itself would find if some files of the snapshot had other texts; rules are not asked.
   * @param found what loading and parsing found in the files that stay
   */
  suppose(files: readonly SourceFile[], found: readonly Diagnostic[]): readonly Diagnostic[]
  /** What would be shown if the files were these: all rules are asked, and what somebody answered for is not among it. */
  findingsOf(files: readonly SourceFile[]): readonly Diagnostic[]
}

/** Whether a file is part of the spec: other YAML lies in a project's folder too, and is none of our business. */
export function isOfSpec({ snapshot }: ProjectView, { path }: EditedDocument): boolean {
  return snapshot.files.some((file) => file.path === path)
}

export function locationOf(view: ProjectView, span: Span): Location {
  return { uri: view.uriOf(span.file.path), range: rangeOf(span) }
}
