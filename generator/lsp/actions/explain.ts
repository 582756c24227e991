import { type CodeAction, CodeActionKind } from 'vscode-languageserver'
import { codes } from '../../diagnostic/codes.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { shownDiagnostic } from '../diagnostics.ts'
import type { ProjectView } from '../project-view.ts'

/** The command by which an editor asks for the page of a code: its argument is the code, its result the page as Markdown. */
export const explainCommand = 'stowage.explain'

/** Shows what a finding is about, whether of a rule that comes with Stowage or of one of the project's own. */
export function explainAction(view: ProjectView, diagnostic: Diagnostic): readonly CodeAction[] {
  const { code } = diagnostic
  if (codes.every((known) => known !== code) && view.custom.every((rule) => rule.code !== code)) return []
  const title = `explain \`${code}\``
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [shownDiagnostic(view, diagnostic)],
      command: { title, command: explainCommand, arguments: [code] },
    },
  ]
}
