import {
  type ClientCapabilities,
  createConnection,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { baselineName } from '../../front/suppress/baseline-file.ts'
import { packageVersion } from '../package-folder.ts'
import type { Session } from '../session.ts'
import { OpenProject, type ProjectLocation } from './open-project.ts'
import { ownOutput } from './own-output.ts'
import { Projects } from './projects.ts'
import { requests } from './requests.ts'
import { pathOfUri } from './uris.ts'

/** Files of a spec, its baseline, and what rules of a project's own are written in. */
const watchedFiles: FileSystemWatcher[] = [
  { globPattern: '**/*.{yaml,yml}' },
  { globPattern: `**/${baselineName}` },
  { globPattern: '**/*.{ts,mts,cts,js,mjs,cjs}' },
]

/** Serves the language over stdin and stdout until the editor ends it or goes away, which ends the process too. */
export function serveLanguage({ config, customRules, folder }: Session): Promise<never> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, ownOutput())
  const documents = new TextDocuments(TextDocument)
  let client: ClientCapabilities = {}
  let roots: readonly string[] | undefined
  const watches = (): boolean => client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true
  let trusted = customRules
  // Somebody who looks at a file from elsewhere has not said that code from there may run.
  const open = (location: ProjectLocation, isOfWorkspace: boolean): OpenProject =>
    new OpenProject(location, { connection, client, watched: watches(), customRules: trusted && isOfWorkspace })
  const projects = new Projects(open, config)

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities
    roots = rootsOf(params)
    trusted = customRules && mayRunRules(params.initializationOptions)
    return {
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...Object.assign({}, ...requests.map(({ capabilities }) => capabilities)),
      },
      serverInfo: { name: 'stowage', version: packageVersion() },
    }
  })
  connection.onInitialized(() => {
    for (const root of roots ?? []) projects.addFolder(root)
    if (roots === undefined) projects.lookIn(folder)
    if (watches()) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: watchedFiles,
      })
    }
    if (client.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) withPath(uri, (path) => projects.removeFolder(path))
        for (const { uri } of added) withPath(uri, (path) => projects.addFolder(path))
        projects.reread()
      })
    }
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const paths = changes.flatMap(({ uri }) => pathOfUri(uri) ?? [])
    if (paths.every((path) => isCode.test(path))) projects.rereadRules()
    else projects.reread()
  })
  documents.onDidChangeContent(({ document }) => projects.edit(document))
  documents.onDidClose(({ document }) => projects.close(document.uri))
  documents.onDidSave(() => {
    if (!watches()) projects.reread()
  })
  for (const request of requests) request.listen(connection, projects)
  documents.listen(connection)
  connection.listen()
  return new Promise(() => {})
}

/** The folders of the workspace; nothing where the editor names none. */
function rootsOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] | undefined {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri])
  return uris.length === 0 ? undefined : uris.flatMap((uri) => pathOfUri(uri) ?? [])
}

const isCode = /[.][cm]?[jt]s$/i

/** An editor says no where somebody opened a folder without trusting it. */
function mayRunRules(options: unknown): boolean {
  return typeof options !== 'object' || options === null || !('customRules' in options) || options.customRules !== false
}

function withPath(uri: string, act: (path: string) => void): void {
  const path = pathOfUri(uri)
  if (path !== undefined) act(path)
}
