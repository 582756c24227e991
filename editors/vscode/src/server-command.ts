import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A program and what it is started with. */
export interface ServerCommand {
  readonly command: string
  readonly args: readonly string[]
}

/** What decides which server is started. */
export interface Surroundings {
  /** The folders of the workspace, absolute. */
  readonly folders: readonly string[]
  /** The setting `stowage.path`; empty where nobody chose. */
  readonly chosen: string
  /** Whether code of the workspace may be run: its own installation, and its own rules. */
  readonly trusted: boolean
}

/**
 * The environment of the server. Windows looks for a program in the working folder first, which is that of the workspace:
 * what lies there may be anybody's.
 */
export function serverEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...own, NoDefaultCurrentDirectoryInExePath: '1' }
}

/**
 * How the language server is started: the chosen command, else the installation of the workspace, whose version is the one
 * that also generates, else the command on the `PATH`. A script is run by the `node` on the `PATH`, which is what runs
 * Stowage elsewhere; that of the editor may be older than it needs.
 */
export function serverCommand({ folders, chosen, trusted }: Surroundings): ServerCommand {
  const args = ['lsp', '--stdio', ...(trusted ? [] : ['--no-custom-rules'])]
  const installed = folders.map((folder) => join(folder, 'node_modules', 'stowage', 'dist', 'cli', 'main.js'))
  const own = trusted ? installed.find((path) => existsSync(path)) : undefined
  const program = chosen === '' ? (own ?? 'stowage') : chosen
  return /\.[cm]?js$/.test(program) ? { command: 'node', args: [program, ...args] } : { command: program, args }
}
