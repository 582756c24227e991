import type { TextEdit } from 'vscode-languageserver'
import { format } from '../format/format.ts'
import { lineEdits } from './line-edits.ts'
import { type EditedDocument, isOfSpec, type ProjectView } from './project-view.ts'
import { shownEdit } from './workspace-edit.ts'

/** The canonical form of a file of the spec, as edits of the lines that differ; none where it cannot be read cleanly. */
export function formattingOf(view: ProjectView, document: EditedDocument): TextEdit[] {
  const { file } = document
  const text = isOfSpec(view, document) ? format(file) : undefined
  return text === undefined ? [] : lineEdits(file, text).map(shownEdit)
}
