import {
  type CodeAction,
  type CodeActionKind,
  type CodeActionParams,
  CodeActionKind as Kinds,
} from 'vscode-languageserver'
import { explainAction } from './actions/explain.ts'
import { fixAllAction, fixAllEdit, fixAllKind } from './actions/fix-all.ts'
import { fixesOf } from './actions/fixes.ts'
import { formerNameAction } from './actions/former-name.ts'
import { ignoreAction } from './actions/ignore.ts'
import { offsetOf } from './positions.ts'
import type { EditedDocument, ProjectView } from './project-view.ts'

/** The kinds of actions there are, for an editor that lists them. */
export const actionKinds: CodeActionKind[] = [Kinds.QuickFix, Kinds.RefactorRewrite, fixAllKind]

/** What can be done about a range of a file: mends of what was found there first, then what answers for it or explains it. */
export function codeActions(
  view: ProjectView,
  document: EditedDocument,
  { range, context }: CodeActionParams,
): CodeAction[] {
  const start = offsetOf(document.file, range.start)
  const end = offsetOf(document.file, range.end)
  const asked = (kind: CodeActionKind): boolean =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`))
  const found = view.snapshot.diagnostics.filter(
    ({ span }) => span?.file.path === document.path && span.start <= end && start <= span.end,
  )
  const actions = asked(Kinds.QuickFix)
    ? [
        ...found.flatMap((diagnostic) => fixesOf(view, diagnostic)),
        ...found.flatMap((diagnostic) => ignoreAction(view, document, diagnostic)),
        ...found.flatMap((diagnostic) => explainAction(view, diagnostic)),
      ]
    : []
  if (asked(Kinds.RefactorRewrite)) actions.push(...formerNameAction(view, document, start))
  if (asked(fixAllKind)) actions.push(...fixAll(view, document, context.only !== undefined))
  return actions
}

/** Worked out at once only for an editor that cannot ask later, and only where it asked for this. */
function fixAll(view: ProjectView, document: EditedDocument, named: boolean): readonly CodeAction[] {
  const actions = fixAllAction(view, document)
  if (view.client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true) return actions
  return named ? actions.map((action) => ({ ...action, edit: fixAllEdit(view, document) })) : []
}
