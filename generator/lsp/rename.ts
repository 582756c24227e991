import {
  LSPErrorCodes,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { rangeOf } from './positions.ts'
import type { EditedDocument, ProjectView } from './project-view.ts'
import { rememberRename } from './rename/former-names.ts'
import { planRename, renameableAt } from './rename/plan.ts'
import { workspaceEdit } from './workspace-edit.ts'

/** What is renamed: the text that the editor lets its user change. @throws ResponseError with the reason for what cannot be */
export function prepareRename(view: ProjectView, { path }: EditedDocument, offset: number): PrepareRenameResult {
  const found = renameableAt(view.snapshot, path, offset)
  if ('refused' in found) throw refusal(found.refused)
  return { range: rangeOf(found.span), placeholder: found.name }
}

/** The rename in every file of the spec, whole. @throws ResponseError with the reason where that is not possible */
export function renameAt(
  view: ProjectView,
  { path }: EditedDocument,
  offset: number,
  { newName }: RenameParams,
): WorkspaceEdit {
  const plan = planRename(view, path, offset, newName.trim())
  if ('refused' in plan) throw refusal(plan.refused)
  rememberRename(view, plan.family, plan.name, newName.trim())
  return workspaceEdit(view, plan.edits)
}

/** An editor shows the message to its user. */
function refusal(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason)
}
