import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver'
import { onlyFix } from '../../diagnostic/fixable.ts'
import { MendRounds } from '../../diagnostic/mend-rounds.ts'
import { lineEdits } from '../line-edits.ts'
import type { EditedDocument, ProjectView } from '../project-view.ts'
import { workspaceEdit } from '../workspace-edit.ts'

/** Its kind: one of `source.fixAll`, so that an editor can run it whenever a file is saved. */
export const fixAllKind: string = `${CodeActionKind.SourceFixAll}.stowage`

/** The action that mends all in a file that can be mended without a choice; what it edits is worked out when it is chosen. */
export function fixAllAction(view: ProjectView, { path, uri }: EditedDocument): readonly CodeAction[] {
  const any = view.snapshot.diagnostics.some((each) => each.span?.file.path === path && onlyFix(each) !== undefined)
  if (!any) return []
  return [{ title: 'fix all that Stowage can fix in this file', kind: fixAllKind, data: uri }]
}

/** All its edits: those of renames reach other files too, since half a rename would be worse than none. */
export function fixAllEdit(view: ProjectView, { path }: EditedDocument): WorkspaceEdit {
  const rounds = new MendRounds()
  let { files, diagnostics } = view.snapshot
  for (;;) {
    const own = diagnostics.filter(({ span }) => span?.file.path === path)
    const changed = new Map(rounds.next(files, own).map((file) => [file.path, file]))
    if (changed.size === 0) break
    files = files.map((file) => changed.get(file.path) ?? file)
    diagnostics = view.findingsOf(files)
  }
  const after = new Map(rounds.changes.map((change) => [change.path, change.after]))
  const edits = view.snapshot.files.flatMap((file) => lineEdits(file, after.get(file.path) ?? file.text))
  return workspaceEdit(view, edits)
}
