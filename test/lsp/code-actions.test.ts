import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type Command,
} from 'vscode-languageserver-protocol'
import { analyze } from '../../generator/analyze.ts'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import { fixesOf } from '../../generator/lsp/actions/fixes.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { changedTexts } from './changed-texts.ts'
import { care, clinic, clinicText } from './clinic.ts'
import { Editor, modern } from './editor.ts'

const project = 'spec/stowage.yaml'
const paths = clinic.map(({ path }) => path)

/** The clinic with all rules on that a project starts with. */
const recommended = clinic.map((file) => ({
  ...file,
  text: file.text.replace('extends: minimal', 'extends: recommended'),
}))

const plain: ClientCapabilities = {
  ...modern,
  workspace: { ...modern.workspace, workspaceEdit: { documentChanges: true } },
}
const withSnippets: ClientCapabilities = {
  ...modern,
  workspace: { ...modern.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
  textDocument: { ...modern.textDocument, codeAction: { resolveSupport: { properties: ['edit'] } } },
}

const folder = new TemporaryFolder()
const editors = new Map<ClientCapabilities, Editor>()
/** The one whose turn it is. */
let editor: Editor

beforeAll(async () => {
  folder.write(recommended)
  for (const capabilities of [plain, withSnippets]) {
    const each = await Editor.on(folder.path, { capabilities })
    for (const { path, text } of recommended) await each.open(path, text)
    editors.set(capabilities, each)
  }
})

afterEach(async () => {
  for (const { path, text } of recommended) await editor.rewrite(path, text)
})

afterAll(async () => {
  for (const each of editors.values()) expect(await each.end()).toBe(0)
  folder[Symbol.dispose]()
})

function use(capabilities: ClientCapabilities): void {
  const chosen = editors.get(capabilities)
  if (chosen === undefined) throw new Error('there is no such editor')
  editor = chosen
}

async function actions(needle: string, only?: string[], path: string = care): Promise<readonly CodeAction[]> {
  const range = { start: editor.position(path, needle, 0), end: editor.position(path, needle) }
  const found = await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: editor.uri(path) },
    range,
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  })
  return (found ?? []).filter(
    (action: CodeAction | Command): action is CodeAction => 'kind' in action || 'edit' in action,
  )
}

function titles(found: readonly CodeAction[]): readonly string[] {
  return found.map(({ title }) => title)
}

/** The codes that are found in the clinic with some of its texts changed. */
function codesWith(texts: Readonly<Record<string, string>>): readonly string[] {
  const files = recommended.map(({ path, text }) => ({ path, text: texts[path] ?? editor.text(path).text ?? text }))
  return analyze(files.sort((a, b) => Number(b.path === project) - Number(a.path === project))).diagnostics.map(
    ({ code }) => code,
  )
}

describe('mends', () => {
  test('the only one of a finding is preferred, names its finding, and mends it', async () => {
    use(plain)
    await editor.replace(care, 'ref(Patient)', 'ref(Patent)')
    const [fix, ...others] = await actions('Patent', ['quickfix'])
    expect(fix).toMatchObject({ title: 'change to `Patient`', kind: 'quickfix', isPreferred: true })
    expect(fix?.diagnostics).toMatchObject([{ code: 'resolve/unknown-entity', source: 'stowage' }])
    expect(changedTexts(editor, paths, fix?.edit)).toEqual({ [care]: clinicText(care) })
    // What is wrong with the language cannot be answered for.
    expect(titles(others)).toEqual(['explain `resolve/unknown-entity`'])
  })

  test('one that reaches several files is one change', async () => {
    use(plain)
    await editor.replace('spec/base.yaml', 'created_on', 'createdOn')
    await editor.replace(care, '[status, begins_on desc]', '[status, createdOn desc]')
    const [fix] = await actions('createdOn', ['quickfix'], 'spec/base.yaml')
    const texts = changedTexts(editor, paths, fix?.edit)
    expect(Object.keys(texts).sort()).toEqual(['spec/base.yaml', care])
    expect(codesWith(texts)).not.toContain('naming/field-case')
  })

  test('alternatives are all offered, and none of them is preferred', async () => {
    use(plain)
    const file = { path: care, text: 'a: b' }
    const span = { file, start: 0, end: 1 }
    const fix = (text: string): NonNullable<Diagnostic['fixes']>[number] => ({ title: text, edits: [{ span, text }] })
    const diagnostic: Diagnostic = {
      code: 'naming/table',
      severity: 'error',
      message: 'x',
      span,
      fixes: [fix('c'), fix('d')],
    }
    const view = {
      snapshot: { files: [file], parsed: new Map(), diagnostics: [], suppressed: [] },
      model: undefined,
      client: {},
      custom: [],
      uriOf: (path: string) => path,
      versionOf: () => null,
      suppose: () => [],
      findingsOf: () => [],
    }
    expect(fixesOf(view, diagnostic).map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['c', undefined],
      ['d', undefined],
    ])
  })

  test('there are none where nothing was found, nor of another kind than is asked for', async () => {
    use(plain)
    await editor.replace(care, 'ref(Patient)', 'ref(Patent)')
    expect(await actions('What happens')).toEqual([])
    expect(await actions('Patent', ['refactor.extract'])).toEqual([])
  })
})

describe('ignoring with a reason', () => {
  test.each([
    ['a field in a block', '        begins_on: timestamp', '        begins: timestamp', 'begins_on', 'begins'],
    [
      'a field in braces over several lines',
      '    fields: { street: string(200), city',
      '    fields: { street: string(200),\n              foundedAt: timestamp, city',
      '',
      '',
    ],
  ])('%s: a comment above its line, as far to the right', async (_, before, after, old, name) => {
    use(plain)
    await editor.replace(care, before, after)
    if (old !== '') await editor.replace(care, `[status, ${old} desc]`, `[status, ${name} desc]`)
    const needle = old === '' ? 'foundedAt' : `${name}:`
    const found = (await actions(needle, ['quickfix'])).filter(({ title }) => title.startsWith('ignore '))
    expect(found.length).toBeGreaterThan(0)
    for (const { edit, title } of found) {
      const code = title.split('`')[1] ?? ''
      const texts = changedTexts(editor, paths, edit)
      const lines = texts[care]?.split('\n') ?? []
      const at = lines.findIndex((line) => line.includes('stowage-ignore'))
      expect(lines[at]?.trim()).toBe(`# stowage-ignore-next-line ${code} -- say why`)
      expect(lines[at]?.search(/\S/)).toBe(lines[at + 1]?.search(/\S/))
      expect(codesWith({})).toContain(code)
      expect(codesWith(texts)).not.toContain(code)
    }
  })

  test('the reason is a gap to fill in, in an editor that has such', async () => {
    use(withSnippets)
    await editor.replace(care, 'begins_on: timestamp', 'begins: timestamp')
    const ignore = (await actions('begins:', ['quickfix'])).find(({ title }) => title.startsWith('ignore'))
    expect(ignore?.edit?.documentChanges).toMatchObject([
      {
        edits: [
          {
            snippet: {
              kind: 'snippet',
              value: `        # stowage-ignore-next-line naming/timestamp-suffix -- \${1:say why}\n`,
            },
          },
        ],
      },
    ])
  })

  test('in a file with line ends of Windows the comment has one too', async () => {
    use(plain)
    await editor.rewrite(care, clinicText(care).replace('begins_on: ', 'begins: ').replaceAll('\n', '\r\n'))
    const ignore = (await actions('begins:', ['quickfix'])).find(({ title }) => title.startsWith('ignore'))
    expect(changedTexts(editor, paths, ignore?.edit)[care]).toContain('-- say why\r\n        begins')
  })

  test('a value of several lines is answered for above the line on which it begins', async () => {
    use(plain)
    await editor.replace(
      care,
      'path: visits/{ref_id}/{object}.png',
      'path: >-\n            visits/{ref_id}/Scan/{object}.png',
    )
    const ignore = (await actions('Scan/', ['quickfix'])).find(({ title }) => title.startsWith('ignore'))
    const texts = changedTexts(editor, paths, ignore?.edit)
    expect(texts[care]).toContain(
      '          # stowage-ignore-next-line naming/s3-segment -- say why\n          path: >-',
    )
    expect(codesWith({})).toContain('naming/s3-segment')
    expect(codesWith(texts)).not.toContain('naming/s3-segment')
  })
})

describe('fixing all', () => {
  const twice = (): string =>
    clinicText(care)
      .replace('        begins_on: timestamp', '        begins: timestamp')
      .replace('[status, begins_on desc]', '[status, begins desc]')
      .replace('email: email?', 'eMail: email?')
      .replace('- [email]', '- [eMail]')

  test('is worked out when it is chosen, and leaves nothing to mend', async () => {
    use(withSnippets)
    await editor.rewrite(care, twice())
    const [action] = await actions('domain', ['source.fixAll'])
    expect(action).toEqual({
      title: 'fix all that Stowage can fix in this file',
      kind: 'source.fixAll.stowage',
      data: editor.uri(care),
    })
    if (action === undefined) return
    const { edit } = await editor.connection.sendRequest(CodeActionResolveRequest.type, action)
    const texts = changedTexts(editor, paths, edit)
    expect(texts[care]).toContain('e_mail: email?')
    expect(texts[care]).toContain('begins_on: timestamp')
    expect(codesWith(texts).filter((code) => code.startsWith('naming/'))).toEqual([])
  })

  test('is worked out at once for an editor that cannot ask again, where it asks for it', async () => {
    use(plain)
    await editor.rewrite(care, twice())
    expect(titles(await actions('domain'))).toEqual([])
    const [action] = await actions('domain', ['source.fixAll.stowage'])
    expect(codesWith(changedTexts(editor, paths, action?.edit)).filter((code) => code.startsWith('naming/'))).toEqual(
      [],
    )
  })

  test('is not offered where there is nothing to fix', async () => {
    use(withSnippets)
    expect(await actions('mixins', ['source.fixAll'], 'spec/base.yaml')).toEqual([])
  })
})
