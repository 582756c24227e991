import type {
  Connection,
  DocumentUri,
  Position,
  ProtocolRequestType,
  ServerCapabilities,
  TextDocumentIdentifier,
} from 'vscode-languageserver'
import { offsetOf } from '../../lsp/positions.ts'
import type { EditedDocument, ProjectView } from '../../lsp/project-view.ts'

/**
 * What a feature is asked with: `typed` is answered at once from the last analysis, which may be behind the text; `analysed`
 * waits for one of the text as it is, so that all spans are true.
 */
export type Freshness = 'typed' | 'analysed'

/** Where requests find what they are about. */
export interface Desk {
  /** A file that is open and belongs to a project; nothing where it does not. */
  documentAt(uri: DocumentUri, freshness: Freshness): OpenFile | undefined
  /** All projects of the workspace. */
  projects(freshness: Freshness): readonly ProjectView[]
}

export interface OpenFile {
  readonly view: ProjectView
  readonly document: EditedDocument
}

/** One request of the protocol that the server answers, and what it tells the editor of that. */
export interface RequestEntry {
  readonly capabilities: ServerCapabilities
  listen(connection: Connection, desk: Desk): void
}

/** A request about a place in a file. Answers null where the file is of no project. */
export function aboutPlace<P extends { textDocument: TextDocumentIdentifier; position: Position }, R, PR, E, RO>(
  type: ProtocolRequestType<P, R | null, PR, E, RO>,
  freshness: Freshness,
  capabilities: ServerCapabilities,
  answer: (view: ProjectView, document: EditedDocument, offset: number, params: P) => R | null,
): RequestEntry {
  return aboutFile(type, freshness, capabilities, (view, document, params) =>
    answer(view, document, offsetOf(document.file, params.position), params),
  )
}

/** A request about a file as a whole, or about a range of it. */
export function aboutFile<P extends { textDocument: TextDocumentIdentifier }, R, PR, E, RO>(
  type: ProtocolRequestType<P, R | null, PR, E, RO>,
  freshness: Freshness,
  capabilities: ServerCapabilities,
  answer: (view: ProjectView, document: EditedDocument, params: P) => R | null,
): RequestEntry {
  return {
    capabilities,
    listen(connection, desk) {
      // By its name: the library's types for a request of a type that is open here cannot be met. Ours tie answer and type.
      connection.onRequest<unknown, E>(type.method, (params: P) => {
        const found = desk.documentAt(params.textDocument.uri, freshness)
        return found === undefined ? null : answer(found.view, found.document, params)
      })
    },
  }
}

/** A request about all projects of the workspace. */
export function aboutProjects<P, R, PR, E, RO>(
  type: ProtocolRequestType<P, R | null, PR, E, RO>,
  freshness: Freshness,
  capabilities: ServerCapabilities,
  answer: (views: readonly ProjectView[], params: P) => R | null,
): RequestEntry {
  return {
    capabilities,
    listen(connection, desk) {
      connection.onRequest<unknown, E>(type.method, (params: P) => answer(desk.projects(freshness), params))
    },
  }
}
