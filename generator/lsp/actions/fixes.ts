import { type CodeAction, CodeActionKind } from 'vscode-languageserver'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { onlyFix } from '../../diagnostic/fixable.ts'
import { shownDiagnostic } from '../diagnostics.ts'
import type { ProjectView } from '../project-view.ts'
import { workspaceEdit } from '../workspace-edit.ts'

/** Every mend of a finding; the only one is the one that an editor may make without asking. */
export function fixesOf(view: ProjectView, diagnostic: Diagnostic): readonly CodeAction[] {
  const preferred = onlyFix(diagnostic)
  return (diagnostic.fixes ?? []).map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [shownDiagnostic(view, diagnostic)],
    edit: workspaceEdit(view, fix.edits),
    ...(fix === preferred ? { isPreferred: true } : {}),
  }))
}
