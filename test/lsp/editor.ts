import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  FileChangeType,
  type FileEvent,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node'

const main = resolve(import.meta.dirname, '../../generator/cli/main.ts')

/** What an editor of today can do. */
export const modern: ClientCapabilities = {
  workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      versionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        deprecatedSupport: true,
      },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
}

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities
  readonly initializationOptions?: unknown
  /** Workspace folders; the project's folder alone by default. */
  readonly folders?: readonly string[]
  /** Whether the editor names no root besides the workspace folders. */
  readonly withoutRoot?: boolean
  readonly argv?: readonly string[]
  /** How the server is started; from its sources by default. */
  readonly command?: readonly [string, ...string[]]
}

/** An editor, as the server sees one: a client of the protocol on the pipes of a server's process. */
export class Editor {
  readonly folder: string
  readonly process: ChildProcessWithoutNullStreams
  readonly connection: ProtocolConnection
  /** What the server says besides the protocol, and to the editor's log. */
  stderr = ''
  log = ''
  initialized: InitializeResult | undefined
  readonly registered: string[] = []
  readonly #texts = new Map<string, { version: number; text: string }>()
  readonly #findings = new Map<string, PublishDiagnosticsParams>()
  readonly #waiting = new Set<() => void>()

  constructor(folder: string, { command, argv = [] }: EditorOptions = {}) {
    this.folder = folder
    const [file, ...first] = command ?? [process.execPath, main]
    this.process = spawn(file, [...first, 'lsp', '--stdio', ...argv], { cwd: folder })
    this.process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text
    })
    // A server that is gone cannot be written to; what a test wants of it then it asks itself.
    this.process.stdin.on('error', () => {})
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    )
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.#findings.set(params.uri, params)
      for (const look of this.#waiting) look()
    })
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log += `${message}\n`
    })
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registered.push(...registrations.map(({ method }) => method))
    })
    this.connection.onError(() => {})
    this.connection.listen()
  }

  /** Starts a server on a folder and says hello. */
  static async on(folder: string, options: EditorOptions = {}): Promise<Editor> {
    const editor = new Editor(folder, options)
    const folders = options.folders ?? [folder]
    editor.initialized = await editor.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: options.withoutRoot === true ? null : pathToFileURL(folder).href,
      capabilities: options.capabilities ?? modern,
      initializationOptions: options.initializationOptions,
      workspaceFolders: folders.map((path) => ({ uri: pathToFileURL(path).href, name: path })),
    })
    await editor.connection.sendNotification(InitializedNotification.type, {})
    return editor
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href
  }

  async open(path: string, text: string): Promise<void> {
    const uri = this.uri(path)
    this.#texts.set(path, { version: 1, text })
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    })
  }

  /** Replaces the first occurrence of a text in an open file by another, as one incremental change. */
  async replace(path: string, old: string, by: string): Promise<number> {
    const { text } = this.text(path)
    const at = text.indexOf(old)
    if (at === -1) throw new Error(`${path} does not hold ${old}`)
    const change = { range: { start: positionIn(text, at), end: positionIn(text, at + old.length) }, text: by }
    return this.change(path, [change], text.slice(0, at) + by + text.slice(at + old.length))
  }

  /** Replaces the whole text of an open file. */
  async rewrite(path: string, text: string): Promise<number> {
    return this.change(path, [{ text }], text)
  }

  async change(path: string, contentChanges: TextDocumentContentChangeEvent[], text: string): Promise<number> {
    const version = this.text(path).version + 1
    this.#texts.set(path, { version, text })
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri(path), version },
      contentChanges,
    })
    return version
  }

  async close(path: string): Promise<void> {
    this.#texts.delete(path)
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri(path) },
    })
  }

  /** Tells the server that files changed on disk. */
  async tellChanged(...paths: readonly string[]): Promise<void> {
    const changes: FileEvent[] = paths.map((path) => ({ uri: this.uri(path), type: FileChangeType.Changed }))
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes })
  }

  text(path: string): { readonly version: number; readonly text: string } {
    const held = this.#texts.get(path)
    if (held === undefined) throw new Error(`${path} is not open`)
    return held
  }

  /** Where a text stands in an open file, plus so many characters. */
  position(path: string, needle: string, beyond: number = needle.length): Position {
    const { text } = this.text(path)
    const at = text.indexOf(needle)
    if (at === -1) throw new Error(`${path} does not hold ${needle}`)
    return positionIn(text, at + beyond)
  }

  /** What is shown of a file now. */
  shown(path: string): readonly Diagnostic[] {
    return this.#findings.get(this.uri(path))?.diagnostics ?? []
  }

  /** Waits until what is shown of a file is as wanted. */
  async until(path: string, wanted: (found: PublishDiagnosticsParams) => boolean): Promise<readonly Diagnostic[]> {
    const { promise, resolve: done, reject } = Promise.withResolvers<readonly Diagnostic[]>()
    const look = (): void => {
      const found = this.#findings.get(this.uri(path))
      if (found !== undefined && wanted(found)) done(found.diagnostics)
    }
    const timer = setTimeout(() => {
      reject(
        new Error(`${path} shows ${JSON.stringify(this.#findings.get(this.uri(path)))}\n${this.log}${this.stderr}`),
      )
    }, 10_000)
    this.#waiting.add(look)
    look()
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      this.#waiting.delete(look)
    }
  }

  /** Ends the server as an editor does. @returns its exit code */
  async end(): Promise<number | null> {
    const ended = this.ended()
    await this.connection.sendRequest(ShutdownRequest.type)
    await this.connection.sendNotification(ExitNotification.type)
    const code = await ended
    this.connection.dispose()
    return code
  }

  ended(): Promise<number | null> {
    if (this.process.exitCode !== null) return Promise.resolve(this.process.exitCode)
    return new Promise((done) => this.process.once('exit', (code) => done(code)))
  }
}

export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}
