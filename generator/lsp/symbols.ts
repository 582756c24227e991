import {
  type DocumentSymbol,
  type DocumentUri,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver'
import { symbolsOf } from './outline-symbols.ts'
import { type EditedDocument, isOfSpec, type ProjectView } from './project-view.ts'

/** Most symbols of a search: nobody reads more, and each letter asks anew. */
const most = 500

/** What somebody who has typed nothing yet looks through: things, without all of their fields and values. */
const parts: ReadonlySet<SymbolKind> = new Set([SymbolKind.Field, SymbolKind.EnumMember, SymbolKind.Module])

/** The outline of a file: as a tree, or as a list for an editor that has no trees. */
export function documentSymbols(view: ProjectView, document: EditedDocument): DocumentSymbol[] | SymbolInformation[] {
  const { tree, uri } = document
  const symbols = tree === undefined || !isOfSpec(view, document) ? [] : symbolsOf(tree)
  const takesTrees = view.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true
  return takesTrees ? [...symbols] : flat(symbols, uri)
}

/** What is named by letters in the order of those that were typed, in all files of all projects. */
export function workspaceSymbols(views: readonly ProjectView[], { query }: WorkspaceSymbolParams): SymbolInformation[] {
  const wanted = query.trim().toLowerCase()
  const found = views
    .flatMap((view) =>
      [...view.snapshot.parsed.values()].flatMap((document) =>
        document === undefined ? [] : flat(symbolsOf(document), view.uriOf(document.file.path)),
      ),
    )
    .filter(({ name, kind }) => (wanted === '' ? !parts.has(kind) : hasInOrder(name.toLowerCase(), wanted)))
  return found.slice(0, most)
}

function flat(symbols: readonly DocumentSymbol[], uri: DocumentUri, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, selectionRange, range, children = [] }) => [
    {
      name,
      kind,
      location: { uri, range: kind === SymbolKind.Namespace || kind === SymbolKind.Package ? selectionRange : range },
      ...(containerName === undefined ? {} : { containerName }),
    },
    ...flat(children, uri, containerName === undefined ? name : `${containerName}.${name}`),
  ])
}

function hasInOrder(name: string, letters: string): boolean {
  let at = -1
  for (const letter of letters) {
    at = name.indexOf(letter, at + 1)
    if (at === -1) return false
  }
  return true
}
