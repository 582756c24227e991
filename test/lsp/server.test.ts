import { spawnSync } from 'node:child_process'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  CompletionRequest,
  DidChangeWorkspaceFoldersNotification,
  HoverRequest,
  ResponseError,
} from 'vscode-languageserver-protocol/node'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { care, clinic, clinicText } from './clinic.ts'
import { Editor } from './editor.ts'

async function labelsAt(editor: Editor, path: string, needle: string): Promise<readonly string[]> {
  const answer = await editor.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: editor.uri(path) },
    position: editor.position(path, needle),
  })
  const items = Array.isArray(answer) ? answer : (answer?.items ?? [])
  return items.map(({ label }) => label)
}

test('the server says who it is and what it can do', async () => {
  using folder = new TemporaryFolder()
  folder.write(clinic)
  const editor = await Editor.on(folder.path)
  expect(editor.initialized).toMatchObject({
    serverInfo: { name: 'stowage', version: expect.stringMatching(/^\d/) },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      completionProvider: { triggerCharacters: expect.arrayContaining(['(', ' ']) },
      hoverProvider: true,
    },
  })
  expect(await editor.end()).toBe(0)
  expect(editor.stderr).toBe('')
})

test('completion and hover follow the text as it is typed, broken or not', async () => {
  using folder = new TemporaryFolder()
  folder.write(clinic)
  const editor = await Editor.on(folder.path)
  await editor.open(care, clinicText(care))
  // Characters outside of the basic plane count as two, and the end of a line is where the protocol has it.
  await editor.replace(care, 'One stay', '😀 One stay')
  await editor.replace(care, 'patient: ref(Patient)', 'patient: ref(')
  expect(await labelsAt(editor, care, 'patient: ref(')).toEqual(['Clinic', 'Nurse', 'Patient', 'Visit'])
  await editor.replace(care, 'unique:\n', 'unique: [\n')
  expect(await labelsAt(editor, care, 'patient: ref(')).toEqual(['Clinic', 'Nurse', 'Patient', 'Visit'])
  const hover = await editor.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: editor.uri(care) },
    position: editor.position(care, 'begins_'),
  })
  expect(hover?.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('`visits.begins_on`') })
  await editor.end()
})

describe('projects', { tags: ['full'] }, () => {
  test('a file finds the project above it, whatever folder the editor has open', async () => {
    using folder = new TemporaryFolder()
    folder.write(clinic, 'services/care')
    const editor = await Editor.on(folder.path, { folders: [folder.path] })
    const path = `services/care/${care}`
    await editor.open(path, clinicText(care).replace('ref(Patient)', 'ref(Patent)'))
    await editor.until(path, ({ diagnostics }) => diagnostics.length === 1)
    await editor.end()
  })

  test('the folder of a spec as workspace is no project of its own', async () => {
    using folder = new TemporaryFolder()
    folder.write(clinic)
    const editor = await Editor.on(folder.path, { folders: [join(folder.path, 'spec')] })
    await editor.open(care, clinicText(care))
    expect(await labelsAt(editor, care, 'patient: ref(')).toContain('Clinic')
    await editor.end()
  })

  test('two projects in one workspace do not see each other', async () => {
    using folder = new TemporaryFolder()
    folder.write(clinic, 'one')
    folder.write(clinic, 'two')
    const editor = await Editor.on(folder.path, { folders: [join(folder.path, 'one'), join(folder.path, 'two')] })
    await editor.open(`one/${care}`, clinicText(care).replace('  Visit:', '  Stay:'))
    await editor.open(`two/${care}`, clinicText(care))
    expect(await labelsAt(editor, `one/${care}`, 'patient: ref(')).toContain('Stay')
    expect(await labelsAt(editor, `two/${care}`, 'patient: ref(')).not.toContain('Stay')
    await editor.end()
  })

  test('a project that comes while the editor is open is found, and one that goes shows nothing more', async () => {
    using folder = new TemporaryFolder()
    const editor = await Editor.on(folder.path)
    const broken = clinicText(care).replace('ref(Patient)', 'ref(Patent)')
    await editor.open(care, broken)
    expect(await labelsAt(editor, care, 'patient: ref(')).toEqual([])
    folder.write(clinic)
    await editor.tellChanged('spec/stowage.yaml')
    await editor.until(care, ({ diagnostics }) => diagnostics.length === 1)
    renameSync(join(folder.path, 'spec/stowage.yaml'), join(folder.path, 'spec/other.yaml'))
    await editor.tellChanged('spec/stowage.yaml')
    await editor.until(care, ({ diagnostics }) => diagnostics.length === 0)
    await editor.end()
  })

  test('the project file has another name where the command line says so', async () => {
    using folder = new TemporaryFolder()
    folder.write(clinic)
    renameSync(join(folder.path, 'spec/stowage.yaml'), join(folder.path, 'spec/clinic.yaml'))
    const editor = await Editor.on(folder.path, { argv: ['--config', 'spec/clinic.yaml'] })
    await editor.open(care, clinicText(care).replace('ref(Patient)', 'ref(Patent)'))
    await editor.until(care, ({ diagnostics }) => diagnostics.length === 1)
    await editor.end()
  })

  test('a file of no project is answered with nothing', async () => {
    using folder = new TemporaryFolder()
    const editor = await Editor.on(folder.path)
    await editor.open('notes.yaml', 'a: 1\n')
    expect(await labelsAt(editor, 'notes.yaml', 'a')).toEqual([])
    await editor.end()
  })
})

describe("rules of the project's own", { tags: ['full'] }, () => {
  const rule = `console.log('a rule file says something')
process.stdout.write('and again')
export default {
  code: 'custom/no-notes',
  severity: 'warning',
  summary: 'no field is called notes',
  check(model, report) {
    for (const { postgres } of model.entities)
      for (const field of postgres?.fields ?? [])
        if (field.name === 'notes') report({ message: 'a field called notes', span: field.span })
  },
}
`
  const project = clinicText('spec/stowage.yaml').replace(
    '{ extends: minimal }',
    '{ extends: minimal, files: [rules/*.ts] }',
  )

  function writeProject(folder: TemporaryFolder): void {
    folder.write([...clinic, { path: 'spec/stowage.yaml', text: project }, { path: 'spec/rules/notes.ts', text: rule }])
  }

  test('run as the text is typed; what they print is not part of the protocol', async () => {
    using folder = new TemporaryFolder()
    writeProject(folder)
    const editor = await Editor.on(folder.path)
    await editor.open(care, clinicText(care).replace('        home:', '        notes: text?\n        home:'))
    const [found] = await editor.until(care, ({ diagnostics }) => diagnostics.length === 1)
    expect(found).toMatchObject({ code: 'custom/no-notes', severity: 2 })
    expect(await editor.end()).toBe(0)
    expect(editor.stderr).toBe('a rule file says something\nand again')
  })

  test.each([
    ['of a project above the workspace', ['domains']],
    ['of a project beside the workspace', ['elsewhere']],
    ['where there is no workspace', []],
  ])('do not run %s', async (_, names) => {
    using folder = new TemporaryFolder()
    writeProject(folder)
    folder.write([{ path: 'elsewhere/readme.md', text: '' }])
    const folders = names.map((name) => join(folder.path, name === 'domains' ? 'spec/domains' : name))
    const editor = await Editor.on(folder.path, { folders, withoutRoot: true })
    await editor.open(
      care,
      clinicText(care).replace('        home:', '        notes: text?\n        home: ref(Nobody)\n        house:'),
    )
    const found = await editor.until(care, ({ diagnostics }) => diagnostics.length > 0)
    expect(found.map(({ code }) => code)).toEqual(['resolve/unknown-entity'])
    await editor.end()
    expect(editor.stderr).toBe('')
  })

  test('run from when their project is in the workspace', async () => {
    using folder = new TemporaryFolder()
    writeProject(folder)
    const editor = await Editor.on(folder.path, { folders: [], withoutRoot: true })
    await editor.open(care, clinicText(care).replace('        home:', '        notes: text?\n        home:'))
    const added = [{ uri: pathToFileURL(folder.path).href, name: 'clinic' }]
    await editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added, removed: [] },
    })
    const [found] = await editor.until(care, ({ diagnostics }) => diagnostics.length === 1)
    expect(found).toMatchObject({ code: 'custom/no-notes' })
    await editor.end()
  })

  test('do not run where the editor says so', async () => {
    using folder = new TemporaryFolder()
    writeProject(folder)
    const editor = await Editor.on(folder.path, { initializationOptions: { customRules: false } })
    await editor.open(
      care,
      clinicText(care).replace('        home:', '        notes: text?\n        home: ref(Nobody)\n        house:'),
    )
    const found = await editor.until(care, ({ diagnostics }) => diagnostics.length > 0)
    expect(found.map(({ code }) => code)).toEqual(['resolve/unknown-entity'])
    await editor.end()
    expect(editor.stderr).toBe('')
  })
})

describe('the end', () => {
  test('an exit without a shutdown is a fault', async () => {
    using folder = new TemporaryFolder()
    const editor = await Editor.on(folder.path)
    const ended = editor.ended()
    await editor.connection.sendNotification('exit')
    expect(await ended).toBe(1)
  })

  test('a server whose editor is gone ends by itself', async () => {
    using folder = new TemporaryFolder()
    const editor = await Editor.on(folder.path)
    const ended = editor.ended()
    editor.process.stdin.end()
    expect(await ended).toBe(1)
  })
})

describe('what no editor should send', { tags: ['full'] }, () => {
  test('a request that does not exist, or lacks its parameters, is refused; the next one is answered', async () => {
    using folder = new TemporaryFolder()
    folder.write(clinic)
    const editor = await Editor.on(folder.path)
    await editor.open(care, clinicText(care))
    await expect(editor.connection.sendRequest('stowage/nothing')).rejects.toBeInstanceOf(ResponseError)
    await expect(
      editor.connection.sendRequest('textDocument/hover', { textDocument: { uri: editor.uri(care) } }),
    ).rejects.toBeInstanceOf(ResponseError)
    await expect(editor.connection.sendRequest('textDocument/completion', {})).rejects.toBeInstanceOf(ResponseError)
    await editor.connection.sendNotification('textDocument/didChange', { textDocument: { uri: 'file:///no' } })
    await editor.connection.sendNotification('textDocument/didOpen', {})
    await editor.connection.sendNotification('$/unknown', [1, 2])
    expect(await labelsAt(editor, care, 'patient: ref(')).toContain('Clinic')
    expect(await editor.end()).toBe(0)
  })

  test.each([
    ['no JSON', 'Content-Length: 5\r\n\r\nhello'],
    ['no header', 'hello\r\n\r\n'],
    ['nothing', ''],
  ])('%s: it ends without a stack trace', (_, input) => {
    using folder = new TemporaryFolder()
    const main = join(import.meta.dirname, '../../generator/cli/main.ts')
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'lsp', '--stdio'], {
      cwd: folder.path,
      input,
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(`${stdout}${stderr}`).not.toMatch(/^\s+at /m)
  })
})
