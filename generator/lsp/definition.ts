import type { Definition, LocationLink } from 'vscode-languageserver'
import type { Span } from '../source/source-file.ts'
import { includedAt, mentionAt } from './places.ts'
import { rangeOf } from './positions.ts'
import { type EditedDocument, locationOf, type ProjectView } from './project-view.ts'

/** Where the name under the cursor is declared; of a line of an `include`, the files that it stands for. */
export function definitionAt(
  view: ProjectView,
  document: EditedDocument,
  offset: number,
): Definition | LocationLink[] | null {
  const include = includedAt(view, document, offset)
  if (include !== undefined) {
    return answer(
      view,
      include.span,
      include.files.map((file) => ({ file, start: 0, end: 0 })),
    )
  }
  const mention = mentionAt(view, document, offset)
  return mention?.declaration === undefined ? null : answer(view, mention.span, [mention.declaration])
}

/** With what is clicked on, where the editor can show that; else the places alone. */
function answer(view: ProjectView, from: Span, places: readonly Span[]): Definition | LocationLink[] {
  const locations = places.map((span) => locationOf(view, span))
  if (view.client.textDocument?.definition?.linkSupport !== true) return locations
  const originSelectionRange = rangeOf(from)
  return locations.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }))
}
