import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type CodeAction,
  CodeActionRequest,
  type Command,
  PrepareRenameRequest,
  RenameRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { changedTexts } from './changed-texts.ts'
import { care, clinic, clinicText } from './clinic.ts'
import { Editor, modern } from './editor.ts'

const project = 'spec/stowage.yaml'
const base = 'spec/base.yaml'
const staff = 'spec/domains/staff.yaml'
const paths = clinic.map(({ path }) => path)
const capabilities = { ...modern, workspace: { ...modern.workspace, workspaceEdit: { documentChanges: true } } }

const folder = new TemporaryFolder()
let editor: Editor

beforeAll(async () => {
  folder.write(clinic)
  editor = await Editor.on(folder.path, { capabilities })
  for (const { path, text } of clinic) await editor.open(path, text)
})

afterAll(async () => {
  expect(await editor.end()).toBe(0)
  folder[Symbol.dispose]()
})

function asked(
  path: string,
  needle: string,
  beyond: number,
): { textDocument: { uri: string }; position: { line: number; character: number } } {
  return { textDocument: { uri: editor.uri(path) }, position: editor.position(path, needle, beyond) }
}

async function rename(path: string, needle: string, beyond: number, newName: string): Promise<WorkspaceEdit | null> {
  return editor.connection.sendRequest(RenameRequest.type, { ...asked(path, needle, beyond), newName })
}

describe('a rename', () => {
  test('of an entity: every file at once, each in the version that is open', async () => {
    await editor.rewrite(staff, `# Who works here.\n${clinicText(staff)}`)
    const texts = changedTexts(editor, paths, (await rename(care, 'ref(Patient)', 6, 'Person')) ?? undefined)
    expect(texts).toEqual({
      [care]: clinicText(care).replace('  Patient:', '  Person:').replace('(Patient)', '(Person)'),
    })
    const users = changedTexts(editor, paths, (await rename(staff, '  Nurse:', 4, 'Carer')) ?? undefined)
    expect(users).toEqual({
      [staff]: editor.text(staff).text.replace('  Nurse:', '  Carer:'),
      [base]: clinicText(base).replace('ref(Nurse)', 'ref(Carer)'),
      [project]: clinicText(project).replace('user: Nurse', 'user: Carer'),
    })
  })

  test('keeps quotes, in all forms of a file', async () => {
    const quoted = clinicText(care)
      .replace('type: VisitStatus', 'type: "VisitStatus"')
      .replace('  VisitStatus:', "  'VisitStatus':")
      .replaceAll('\n', '\r\n')
    await editor.rewrite(care, quoted)
    const texts = changedTexts(editor, paths, (await rename(care, "'VisitStatus'", 3, 'StayStatus')) ?? undefined)
    expect(texts[care]).toBe(quoted.replaceAll('VisitStatus', 'StayStatus'))
    await editor.rewrite(care, clinicText(care))
  })

  test("of a mixin's field: the field that takes its place in an entity too", async () => {
    const own = clinicText(care).replace(
      '        begins_on: timestamp',
      '        created_on: { type: timestamp, default: now }',
    )
    await editor.rewrite(care, own.replace('begins_on desc', 'created_on desc'))
    const texts = changedTexts(editor, paths, (await rename(base, 'created_on', 2, 'made_on')) ?? undefined)
    expect(texts[base]).toBe(clinicText(base).replace('created_on', 'made_on'))
    expect(texts[care]).toBe(editor.text(care).text.replaceAll('created_on', 'made_on'))
    await editor.rewrite(care, clinicText(care))
  })

  test('tells which text is renamed', async () => {
    const found = await editor.connection.sendRequest(PrepareRenameRequest.type, asked(care, 'key(picture)', 6))
    expect(found).toEqual({
      range: { start: editor.position(care, 'key(picture', 4), end: editor.position(care, 'key(picture') },
      placeholder: 'picture',
    })
  })

  test('is given in the older form to an editor that knows no versions', async () => {
    using other = new TemporaryFolder()
    other.write(clinic)
    const old = await Editor.on(other.path, { capabilities: {} })
    await old.open(care, clinicText(care))
    const edit = await old.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri: old.uri(care) },
      position: old.position(care, 'bucket: scans', 10),
      newName: 'pictures',
    })
    expect(Object.keys(edit?.changes ?? {}).sort()).toEqual([old.uri(care), old.uri(project)])
    expect(edit?.documentChanges).toBeUndefined()
    await old.end()
  })
})

describe('what is refused, with the reason', () => {
  test.each([
    ['a word of the language', care, '    use: [', 5, '`use` is a word of the language'],
    ['a name in a store', project, 'url: POSTGRES', 7, 'this is no name that the spec declares, but what `url` says'],
    ['the name of a domain', care, 'domain: Care', 9, 'what `domain` says stands here alone: change it in place'],
    ['a type of the language', care, 'begins_on: timestamp', 14, 'but what `begins_on` says'],
  ])('%s cannot be renamed', async (_, path, needle, beyond, reason) => {
    const answer = editor.connection.sendRequest(PrepareRenameRequest.type, asked(path, needle, beyond))
    await expect(answer).rejects.toThrow(reason)
  })

  test.each([
    ['no name', 'status:', 'not a name', 'a name is made of letters, digits and underscores and starts with a letter'],
    ['what YAML reads otherwise', 'status:', 'null', 'YAML reads `null` as no text'],
    ['too long a name', 'status:', 'a'.repeat(64), 'at most 63 characters'],
    ['a field that the entity has', 'status:', 'patient', '`Visit` has a field of that name already'],
    ['a field of a mixin', 'status:', 'created_on', '`Visit` has a field of that name already'],
    ["the tenant's field", 'status:', 'clinic', 'is the field of the tenant'],
    ['an entity that there is', 'Patient:', 'Nurse', 'already named `Nurse`'],
    ['an enum that there is', 'Patient:', 'VisitStatus', 'already named `VisitStatus`'],
    ['a name of TypeScript', 'Patient:', 'Promise', "is a name of TypeScript's own"],
    ['a type of the language', 'Address:', 'json', '`json` is a type of the language'],
    ['a value that there is', 'planned: Not', 'done', 'done'],
  ])('%s cannot be the new name', async (_, needle, name, reason) => {
    await expect(rename(care, needle, 2, name)).rejects.toThrow(reason)
  })

  test('a name that also stands near a mistake, where a use may be unseen', async () => {
    await editor.rewrite(
      care,
      clinicText(care).replace('home: Address?', 'home: { type: Address, elsewhere: ref(Nurse) }'),
    )
    await expect(rename(staff, '  Nurse:', 4, 'Carer')).rejects.toThrow(
      `it also stands near a mistake, in \`${care}\` at line 19`,
    )
    await expect(rename(care, 'VisitStatus', 4, 'StayStatus')).resolves.toBeTruthy()
    await editor.rewrite(care, clinicText(care))
  })

  test('a use that is written with escapes, which would stay behind', async () => {
    await editor.rewrite(care, clinicText(care).replace('ref(Patient)', '"ref(P\\u0061tient)"'))
    await expect(rename(care, '  Patient:', 4, 'Person')).rejects.toThrow('a use of it is written with escapes')
    await editor.rewrite(care, clinicText(care))
  })
})

describe('a rename in the database', () => {
  async function rewrites(path: string, needle: string): Promise<readonly (CodeAction | Command)[]> {
    const start = editor.position(path, needle, 2)
    const found = await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: editor.uri(path) },
      range: { start, end: start },
      context: { diagnostics: [], only: ['refactor'] },
    })
    return found ?? []
  }

  async function kept(path: string, needle: string): Promise<string | undefined> {
    const [action] = await rewrites(path, needle)
    if (action === undefined || !('edit' in action)) return undefined
    return changedTexts(editor, paths, action.edit)[path]
  }

  test.each([
    [
      'a field that is its type alone',
      'begins_on: timestamp',
      'starts_on',
      'starts_on: { type: timestamp, was: begins_on }',
    ],
    [
      'a type that needs quotes inside of braces',
      'marks: string(9)[]',
      'notes',
      'notes: { type: "string(9)[]", was: marks }',
    ],
    ['a field in braces', 'status: {', 'state', 'state: { type: VisitStatus, default: planned, was: status }'],
    [
      'a field in a block',
      '        name:\n',
      'full_name',
      'full_name:\n          was: name\n          type: string(120)',
    ],
    ['an entity', '  Patient:', 'Person', '  Person:\n    was: Patient\n    about:'],
  ])('%s: `was` is offered once it has another name', async (_, needle, name, written) => {
    await editor.rewrite(care, clinicText(care).replace('readings: json', 'marks: string(9)[]'))
    expect(await rewrites(care, needle)).toEqual([])
    const edit = await rename(care, needle, needle.search(/\S/) + 1, name)
    const renamed = changedTexts(editor, paths, edit ?? undefined)[care] ?? ''
    await editor.rewrite(care, renamed)
    const text = (await kept(care, `${name}:`)) ?? ''
    expect(text).toContain(written)
    await editor.rewrite(care, text)
    expect(await rewrites(care, `${name}:`)).toEqual([])
    expect(editor.shown(care)).toEqual([])
    await editor.rewrite(care, clinicText(care))
  })

  test('not for what goes back to its old name', async () => {
    const there = await rename(care, 'email: email', 2, 'mail')
    await editor.rewrite(care, changedTexts(editor, paths, there ?? undefined)[care] ?? '')
    const back = await rename(care, 'mail: email', 2, 'email')
    await editor.rewrite(care, changedTexts(editor, paths, back ?? undefined)[care] ?? '')
    expect(editor.text(care).text).toBe(clinicText(care))
    expect(await rewrites(care, 'email: email')).toEqual([])
  })
})
