import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type Command,
  ExecuteCommandRequest,
  ShowDocumentRequest,
} from 'vscode-languageserver-protocol'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { care, clinic, clinicText } from './clinic.ts'
import { Editor, modern } from './editor.ts'

const project = 'spec/stowage.yaml'
const plain: ClientCapabilities = modern
const withPages: ClientCapabilities = { ...plain, window: { showDocument: { support: true } } }

const folder = new TemporaryFolder()
const editors: Editor[] = []

beforeAll(() => {
  folder.write(
    clinic.map(({ path, text }) => ({ path, text: text.replace('extends: minimal', 'extends: recommended') })),
  )
})

afterAll(async () => {
  for (const editor of editors) expect(await editor.end()).toBe(0)
  folder[Symbol.dispose]()
})

async function opened(capabilities: ClientCapabilities): Promise<Editor> {
  const editor = await Editor.on(folder.path, { capabilities })
  editors.push(editor)
  await editor.open(care, clinicText(care))
  return editor
}

async function actions(editor: Editor, needle: string): Promise<readonly (CodeAction | Command)[]> {
  const range = { start: editor.position(care, needle, 0), end: editor.position(care, needle) }
  const found = await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: editor.uri(care) },
    range,
    context: { diagnostics: [] },
  })
  return found ?? []
}

describe('explaining a code', () => {
  const page = readFileSync('docs/rules/naming/timestamp-suffix.md', 'utf8')

  test('gives the page to an editor that opens none', async () => {
    const editor = await opened(plain)
    await editor.replace(care, 'begins_on: timestamp', 'begins: timestamp')
    const found = await actions(editor, 'begins:')
    expect(found.find(({ title }) => title.startsWith('explain'))?.command).toEqual({
      title: 'explain `naming/timestamp-suffix`',
      command: 'stowage.explain',
      arguments: ['naming/timestamp-suffix'],
    })
    const text = await editor.connection.sendRequest(ExecuteCommandRequest.type, {
      command: 'stowage.explain',
      arguments: ['naming/timestamp-suffix'],
    })
    expect(text).toBe(page)
  })

  test('opens the page of the installation in an editor that shows documents', async () => {
    const editor = await opened(withPages)
    const shown: string[] = []
    editor.connection.onRequest(ShowDocumentRequest.type, ({ uri }) => {
      shown.push(readFileSync(fileURLToPath(uri), 'utf8'))
      return { success: true }
    })
    const params = { command: 'stowage.explain', arguments: ['naming/timestamp-suffix'] }
    expect(await editor.connection.sendRequest(ExecuteCommandRequest.type, params)).toBe(page)
    expect(shown).toEqual([page])
  })

  test("of the project's own is that of its author, where it is written", { tags: ['full'] }, async () => {
    using own = new TemporaryFolder()
    const named = clinicText(project).replace('{ extends: minimal }', '{ extends: minimal, files: [rules/*.ts] }')
    const docs = '# custom/no-home\n\nPeople move.\n'
    const rule = `export default {
  code: 'custom/no-home',
  severity: 'warning',
  summary: 'no field is called home',
  docs: ${JSON.stringify(docs)},
  check(model, report) {
    const home = model.byName.entities.get('Patient').postgres.fields.find(({ name }) => name === 'home')
    report({ message: 'a home', span: home.span })
  },
}
`
    own.write([...clinic, { path: project, text: named }, { path: 'spec/rules/home.ts', text: rule }])
    const second = await Editor.on(own.path, { capabilities: withPages })
    const shown: string[] = []
    second.connection.onRequest(ShowDocumentRequest.type, ({ uri }) => {
      shown.push(uri)
      return { success: true }
    })
    await second.open(care, clinicText(care))
    await second.until(care, ({ diagnostics }) => diagnostics.some(({ code }) => code === 'custom/no-home'))
    expect((await actions(second, 'home: Address')).map(({ title }) => title)).toEqual([
      'ignore `custom/no-home` here, with a reason',
      'explain `custom/no-home`',
    ])
    const params = { command: 'stowage.explain', arguments: ['custom/no-home'] }
    expect(await second.connection.sendRequest(ExecuteCommandRequest.type, params)).toBe(docs)
    expect(shown).toEqual([second.uri('spec/rules/home.ts')])
    expect(await second.end()).toBe(0)
  })

  test('has nothing to say of what is no code', async () => {
    const editor = await opened(plain)
    for (const code of ['../../../package', 'naming/nothing', 7]) {
      const params = { command: 'stowage.explain', arguments: [code] }
      expect(await editor.connection.sendRequest(ExecuteCommandRequest.type, params)).toBeNull()
    }
  })
})
