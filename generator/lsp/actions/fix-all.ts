import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver'
import { analyze } from '../../analyze.ts'
import { applyFixes } from '../../diagnostic/apply-fixes.ts'
import { onlyFix } from '../../diagnostic/fixable.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { lineEdits } from '../line-edits.ts'
import type { EditedDocument, ProjectView } from '../project-view.ts'
import { workspaceEdit } from '../workspace-edit.ts'

/** Its kind: one of `source.fixAll`, so that an editor can run it whenever a file is saved. */
export const fixAllKind: string = `${CodeActionKind.SourceFixAll}.stowage`

/** Mends can bring up new findings with mends of their own; this many rounds, then a person looks. */
const mostRounds = 10

/** The action that mends all in a file that can be mended without a choice; what it edits is worked out when it is chosen. */
export function fixAllAction(view: ProjectView, { path, uri }: EditedDocument): readonly CodeAction[] {
  const any = view.snapshot.diagnostics.some((each) => each.span?.file.path === path && onlyFix(each) !== undefined)
  if (!any) return []
  return [{ title: 'fix all that Stowage can fix in this file', kind: fixAllKind, data: uri }]
}

/** All its edits: those of renames reach other files too, since half a rename would be worse than none. */
export function fixAllEdit(view: ProjectView, { path }: EditedDocument): WorkspaceEdit {
  const { files: before, diagnostics: found } = view.snapshot
  const changed = new Map<string, SourceFile>()
  let files = before
  let diagnostics = found
  for (let round = 0; round < mostRounds; round += 1) {
    const own = diagnostics.filter(({ span }) => span?.file.path === path)
    const result = applyFixes(files, own)
    if (result.files.length === 0) break
    for (const file of result.files) changed.set(file.path, file)
    files = files.map((file) => changed.get(file.path) ?? file)
    diagnostics = analyze(files, undefined, [], view.custom).diagnostics
  }
  const edits = before.flatMap((file) => lineEdits(file, changed.get(file.path)?.text ?? file.text))
  return workspaceEdit(view, edits)
}
