import { type CodeAction, CodeActionKind, type SnippetTextEdit, StringValue } from 'vscode-languageserver'
import type { Diagnostic, TextEdit } from '../../diagnostic/diagnostic.ts'
import { nextLine } from '../../front/suppress/directive.ts'
import { isSuppressible } from '../../front/suppress/suppress.ts'
import type { Span } from '../../source/source-file.ts'
import { shownDiagnostic } from '../diagnostics.ts'
import { rangeOf } from '../positions.ts'
import type { EditedDocument, ProjectView } from '../project-view.ts'
import { documentEdit, takesVersions, workspaceEdit } from '../workspace-edit.ts'

/** What stands for the reason until somebody writes it. */
const placeholder = 'say why'

/** The comment that answers for a finding, above its line; the reason is left to be written. */
export function ignoreAction(
  view: ProjectView,
  { path }: EditedDocument,
  diagnostic: Diagnostic,
): readonly CodeAction[] {
  const { code, span } = diagnostic
  if (span === undefined || !isSuppressible(code)) return []
  const edit = commentAbove(span, code)
  return [
    {
      title: `ignore \`${code}\` here, with a reason`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [shownDiagnostic(view, diagnostic)],
      edit: takesSnippets(view)
        ? { documentChanges: [documentEdit(view, path, [snippetOf(edit)])] }
        : workspaceEdit(view, [edit]),
    },
  ]
}

/** What rules find begins with a key or a value, so that its line does: a comment may stand above, in braces too. */
function commentAbove({ file, start: found }: Span, code: string): TextEdit {
  const line = file.text.lastIndexOf('\n', found - 1) + 1
  const start = line === 0 ? behindMark(file.text) : line
  const indent = /^[ \t]*/.exec(file.text.slice(start))?.[0] ?? ''
  const lineEnd = file.text.includes('\r\n') ? '\r\n' : '\n'
  return { span: { file, start, end: start }, text: `${indent}# ${nextLine} ${code} -- ${placeholder}${lineEnd}` }
}

/** A byte order mark must stay the first character. */
function behindMark(text: string): number {
  return text.startsWith('\ufeff') ? 1 : 0
}

function takesSnippets(view: ProjectView): boolean {
  return takesVersions(view) && view.client.workspace?.workspaceEdit?.snippetEditSupport === true
}

/** The same, with the reason to be typed over. */
function snippetOf({ span, text }: TextEdit): SnippetTextEdit {
  const escaped = text.replaceAll(/[\\$}]/g, '\\$&').replace(placeholder, `\${1:${placeholder}}`)
  return { range: rangeOf(span), snippet: StringValue.createSnippet(escaped) }
}
