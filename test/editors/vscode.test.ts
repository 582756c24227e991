import { cpSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ServerCommand, serverCommand, serverEnvironment } from '../../editors/vscode/src/server-command.ts'
import { care, clinic, clinicText } from '../lsp/clinic.ts'
import { Editor } from '../lsp/editor.ts'
import { noRegistry, npm, registryAnswers } from '../support/npm.ts'
import { runToSuccess } from '../support/run-process.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { unzipped } from '../support/zip.ts'

const source = 'editors/vscode'
const manifest = JSON.parse(readFileSync(`${source}/package.json`, 'utf8'))
const lock = readFileSync(`${source}/package-lock.json`, 'utf8')
const code = readFileSync(`${source}/src/extension.ts`, 'utf8')

/** Stands for an installation of Stowage in a project: runs the one that is tested. */
const installed = {
  path: 'node_modules/stowage/dist/cli/main.js',
  text: `import ${JSON.stringify(pathToFileURL('generator/cli/main.ts').href)}\n`,
}

describe('the server that the extension starts', () => {
  const none = { folders: [], chosen: '', trusted: true }

  test('is that of the workspace, else that of the path', () => {
    using folder = new TemporaryFolder()
    const folders = [join(folder.path, 'other'), folder.path]
    expect(serverCommand({ ...none, folders })).toEqual({ command: 'stowage', args: ['lsp', '--stdio'] })
    folder.write([installed])
    const main = join(folder.path, installed.path)
    expect(serverCommand({ ...none, folders })).toEqual({ command: 'node', args: [main, 'lsp', '--stdio'] })
  })

  test('is the chosen one, a program or a script', () => {
    expect(serverCommand({ ...none, chosen: '/opt/stowage' })).toEqual({
      command: '/opt/stowage',
      args: ['lsp', '--stdio'],
    })
    expect(serverCommand({ ...none, chosen: '/opt/main.mjs' }).args[0]).toBe('/opt/main.mjs')
  })

  test('is never code of a workspace that is not trusted', () => {
    using folder = new TemporaryFolder()
    folder.write([installed])
    expect(serverCommand({ folders: [folder.path], chosen: '', trusted: false })).toEqual({
      command: 'stowage',
      args: ['lsp', '--stdio', '--no-custom-rules'],
    })
    expect(manifest.capabilities.untrustedWorkspaces).toMatchObject({
      supported: 'limited',
      restrictedConfigurations: ['stowage.path'],
    })
  })

  test('is not looked for in the folder of the workspace, where Windows would look first', () => {
    expect(serverEnvironment({ PATH: '/bin' })).toEqual({ PATH: '/bin', NoDefaultCurrentDirectoryInExePath: '1' })
    expect(code).toContain('env: serverEnvironment(process.env)')
  })

  test.each([true, false])('starts and serves (trusted: %s)', async (trusted) => {
    using folder = new TemporaryFolder()
    folder.write([...clinic, installed])
    const chosen = trusted ? '' : join(folder.path, installed.path)
    const { command, args }: ServerCommand = serverCommand({ folders: [folder.path], chosen, trusted })
    const [script = '', ...words] = args
    // What an editor of the tests adds by itself.
    expect(words.slice(0, 2)).toEqual(['lsp', '--stdio'])
    const editor = await Editor.on(folder.path, { command: [command, script], argv: words.slice(2) })
    expect(editor.initialized?.serverInfo?.name).toBe('stowage')
    await editor.open(care, clinicText(care))
    await editor.replace(care, 'ref(Patient)', 'ref(Patent)')
    const [found] = await editor.until(care, ({ diagnostics }) => diagnostics.length > 0)
    expect(found?.code).toBe('resolve/unknown-entity')
    expect(await editor.end()).toBe(0)
  })
})

describe('the folder of the extension', () => {
  test('contributes the commands and settings that its code knows', () => {
    const registered = [...code.matchAll(/registerCommand\('([^']+)'/g)].map(([, name]) => name)
    expect(manifest.contributes.commands.map(({ command }: { command: string }) => command)).toEqual(registered)
    expect(Object.keys(manifest.contributes.configuration.properties)).toEqual(['stowage.path', 'stowage.trace.server'])
  })

  test('has the version of Stowage, exact versions, and a lock that says nothing of where packages come from', () => {
    expect(manifest.version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
    for (const version of Object.values(manifest.devDependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(lock).not.toMatch(/"resolved"|registry/)
    expect(readFileSync(`${source}/LICENSE`, 'utf8')).toBe(readFileSync('LICENSE', 'utf8'))
  })
})

describe('the packed extension', { tags: ['full'] }, () => {
  const folder = new TemporaryFolder()
  let files: ReadonlyMap<string, Buffer> = new Map()
  let online = false

  beforeAll(async () => {
    online = await registryAnswers()
    if (!online) return
    const left = new Set(['node_modules', 'dist'])
    cpSync(source, folder.path, { recursive: true, filter: (path) => !left.has(basename(path)) })
    await npm(folder.path, ['ci'])
    await npm(folder.path, ['run', 'package'])
    files = unzipped(readFileSync(join(folder.path, 'dist/stowage.vsix')))
  }, 300_000)
  beforeEach(({ skip }) => skip(!online, noRegistry))
  afterAll(() => folder[Symbol.dispose]())

  test('holds the manifest and one file of code, and neither sources nor packages', () => {
    expect([...files.keys()].sort()).toEqual([
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/dist/extension.cjs',
      'extension/package.json',
      'extension/readme.md',
    ])
    const packed = JSON.parse(String(files.get('extension/package.json')))
    expect(packed).toMatchObject({ name: 'stowage-vscode', version: manifest.version, main: './dist/extension.cjs' })
    expect(packed.activationEvents).toEqual(['workspaceContains:**/stowage.yaml'])
    expect(String(files.get('extension.vsixmanifest'))).toContain(`Id="stowage-vscode" Version="${manifest.version}"`)
  })

  test('holds the client of the protocol, and loads in an editor that gives it nothing but `vscode`', async () => {
    using alone = new TemporaryFolder()
    alone.write([
      { path: 'extension.cjs', text: String(files.get('extension/dist/extension.cjs')) },
      { path: 'node_modules/vscode/index.js', text: stubOfEditor },
    ])
    const print = 'const e = require("./extension.cjs"); console.log(typeof e.activate, typeof e.deactivate)'
    const { out } = await runToSuccess(process.execPath, ['-e', print], { cwd: alone.path })
    expect(out).toBe('function function\n')
    expect(String(files.get('extension/dist/extension.cjs'))).toContain('textDocument/didOpen')
  })
})

/** Answers to every name with a class, which is what the client wants of an editor while it loads. */
const stubOfEditor = `const stub = new Proxy(class {}, { get: (own, name) => (name in own ? own[name] : stub) })
module.exports = stub
`
