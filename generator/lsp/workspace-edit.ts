import type { TextEdit as ShownEdit, SnippetTextEdit, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver'
import type { TextEdit } from '../diagnostic/diagnostic.ts'
import { rangeOf } from './positions.ts'
import type { ProjectView } from './project-view.ts'

/**
 * Edits of any files as one change of the workspace, which an editor makes as a whole or not at all. Says for which version of
 * an open file it holds, where the editor can be told.
 */
export function workspaceEdit(view: ProjectView, edits: readonly TextEdit[]): WorkspaceEdit {
  const byPath = Map.groupBy(edits, ({ span }) => span.file.path)
  const shown = [...byPath].map(([path, own]) => ({ path, edits: own.map(shownEdit) }))
  if (!takesVersions(view)) {
    return { changes: Object.fromEntries(shown.map(({ path, edits: own }) => [view.uriOf(path), own])) }
  }
  return { documentChanges: shown.map(({ path, edits: own }) => documentEdit(view, path, own)) }
}

/** Whether the editor takes edits with the version of the file that they are for; those with gaps to fill in too. */
export function takesVersions({ client }: ProjectView): boolean {
  return client.workspace?.workspaceEdit?.documentChanges === true
}

export function documentEdit(
  view: ProjectView,
  path: string,
  edits: readonly (ShownEdit | SnippetTextEdit)[],
): TextDocumentEdit {
  return { textDocument: { uri: view.uriOf(path), version: view.versionOf(path) }, edits: [...edits] }
}

export function shownEdit({ span, text }: TextEdit): ShownEdit {
  return { range: rangeOf(span), newText: text }
}
