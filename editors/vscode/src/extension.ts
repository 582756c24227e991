import { commands, type ExtensionContext, Uri, window, workspace } from 'vscode'
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/node'
import { serverCommand, serverEnvironment } from './server-command.ts'

let client: LanguageClient | undefined

/** Called by the editor once a folder with a spec is opened. */
export async function activate({ subscriptions }: ExtensionContext): Promise<void> {
  subscriptions.push(
    commands.registerCommand('stowage.restart', restart),
    commands.registerCommand('stowage.explainCode', explainCode),
    // From now on the workspace's own installation and rules may be run.
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('stowage.path')) void restart()
    }),
  )
  await start()
}

/** Called by the editor when it closes, or the extension is switched off. */
export async function deactivate(): Promise<void> {
  await client?.dispose()
  client = undefined
}

async function restart(): Promise<void> {
  await deactivate()
  await start()
}

async function start(): Promise<void> {
  const { command, args } = serverCommand({
    folders: workspace.workspaceFolders?.map(({ uri }) => uri.fsPath) ?? [],
    chosen: workspace.getConfiguration('stowage').get('path', ''),
    trusted: workspace.isTrusted,
  })
  // On Windows a command of npm is a batch file, which only a shell starts.
  const shell = process.platform === 'win32' && command !== 'node'
  const server = { command, args: [...args], options: { shell, env: serverEnvironment(process.env) } }
  client = new LanguageClient('stowage', 'Stowage', server, clientOptions)
  try {
    await client.start()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    void window.showErrorMessage(
      `Stowage's language server did not start (${reason}). Install Stowage in this project, or set "stowage.path".`,
    )
  }
}

const clientOptions: LanguageClientOptions = {
  documentSelector: [{ scheme: 'file', language: 'yaml' }],
  middleware: {
    window: {
      // The pages that explain a code are Markdown, which is read better than it is written.
      async showDocument(params, token, next) {
        if (!/\/docs\/rules\/[a-z0-9/-]+\.md$/.test(params.uri)) return next(params, token)
        await commands.executeCommand('markdown.showPreview', Uri.parse(params.uri))
        return { success: true }
      },
    },
  },
}

/** Asks for a code and shows its page: the command of the server does the rest. */
async function explainCode(): Promise<void> {
  const code = await window.showInputBox({ prompt: 'The code of a finding', placeHolder: 'naming/timestamp-suffix' })
  if (code !== undefined && code !== '') await commands.executeCommand('stowage.explain', code.trim())
}
