import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver'
import { placeKey, type Span } from '../source/source-file.ts'
import { type Mention, mentionAt } from './places.ts'
import { rangeOf } from './positions.ts'
import { type EditedDocument, locationOf, type ProjectView } from './project-view.ts'

/** Every place of the spec that names what is under the cursor, in any file. */
export function referencesAt(
  view: ProjectView,
  document: EditedDocument,
  offset: number,
  { context }: ReferenceParams,
): Location[] | null {
  const mention = mentionAt(view, document, offset)
  if (mention === undefined) return null
  const uses = context.includeDeclaration ? mention.uses : mention.uses.filter((use) => !isDeclaration(use, mention))
  return uses.map((span) => locationOf(view, span))
}

/** The same within the file. */
export function highlightsAt(view: ProjectView, document: EditedDocument, offset: number): DocumentHighlight[] | null {
  const mention = mentionAt(view, document, offset)
  if (mention === undefined) return null
  return mention.uses
    .filter(({ file }) => file.path === document.path)
    .map((span) => ({
      range: rangeOf(span),
      kind: isDeclaration(span, mention) ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }))
}

function isDeclaration(use: Span, { declaration }: Mention): boolean {
  return declaration !== undefined && placeKey(use) === placeKey(declaration)
}
