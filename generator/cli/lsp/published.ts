import type { Connection, DocumentUri } from 'vscode-languageserver'
import type { FileFindings } from '../../lsp/diagnostics.ts'

/** What the editor shows of a project's findings, so that only what differs is sent. */
export class Published {
  readonly #connection: Connection
  readonly #shown = new Map<DocumentUri, string>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Shows the findings of each file, and nothing more of files that have none. */
  show(files: readonly FileFindings[]): void {
    const current = new Set(files.map(({ uri }) => uri))
    for (const uri of [...this.#shown.keys()]) {
      if (!current.has(uri)) this.#send({ uri, diagnostics: [] })
    }
    for (const file of files) this.#send(file)
  }

  #send({ uri, version, diagnostics }: FileFindings): void {
    const text = diagnostics.length === 0 ? undefined : JSON.stringify([version, diagnostics])
    if (this.#shown.get(uri) === text) return
    if (text === undefined) this.#shown.delete(uri)
    else this.#shown.set(uri, text)
    void this.#connection.sendDiagnostics({
      uri,
      diagnostics: [...diagnostics],
      ...(version === undefined ? {} : { version }),
    })
  }
}
