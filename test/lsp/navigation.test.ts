import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  type Location,
  type LocationLink,
  ReferencesRequest,
} from 'vscode-languageserver-protocol'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { care, clinic, clinicText } from './clinic.ts'
import { Editor, modern, positionIn } from './editor.ts'

const project = 'spec/stowage.yaml'
const base = 'spec/base.yaml'
const staff = 'spec/domains/staff.yaml'

const folder = new TemporaryFolder()
let editor: Editor

beforeAll(async () => {
  folder.write(clinic)
  editor = await Editor.on(folder.path, {
    capabilities: { ...modern, textDocument: { ...modern.textDocument, definition: { linkSupport: true } } },
  })
  for (const { path, text } of clinic) await editor.open(path, text)
})

afterAll(async () => {
  expect(await editor.end()).toBe(0)
  folder[Symbol.dispose]()
})

/** `file:line: text` of a range's line from its start on, so that a place is seen at a glance. */
function told({ uri, range }: Location): string {
  const file = clinic.find(({ path }) => editor.uri(path) === uri)
  const line = file?.text.split('\n')[range.start.line] ?? ''
  const end = range.end.line === range.start.line ? range.end.character : line.length
  return `${file?.path}:${range.start.line + 1}: ${line.slice(range.start.character, end)}`
}

/** Where something is declared: `needle` holds the name, `beyond` characters of it stand before the cursor. */
async function definitions(path: string, needle: string, beyond: number): Promise<readonly string[]> {
  const found = await editor.connection.sendRequest(DefinitionRequest.type, {
    textDocument: { uri: editor.uri(path) },
    position: editor.position(path, needle, beyond),
  })
  return [found ?? []]
    .flat()
    .map((each: Location | LocationLink) =>
      'targetUri' in each ? told({ uri: each.targetUri, range: each.targetSelectionRange }) : told(each),
    )
}

async function references(
  path: string,
  needle: string,
  beyond: number,
  includeDeclaration = true,
): Promise<readonly string[]> {
  const found = await editor.connection.sendRequest(ReferencesRequest.type, {
    textDocument: { uri: editor.uri(path) },
    position: editor.position(path, needle, beyond),
    context: { includeDeclaration },
  })
  return (found ?? []).map(told)
}

describe('go to definition', () => {
  test.each([
    ['an entity in a reference', care, 'ref(Patient)', 6, `${care}:10: Patient`],
    ['a cursor behind the last letter', care, 'ref(Patient', 11, `${care}:10: Patient`],
    ['an entity of another file, from a mixin', base, 'ref(Nurse)', 5, `${staff}:11: Nurse`],
    ["the tenancy's entity", project, 'entity: Clinic', 9, `${staff}:4: Clinic`],
    ["the tenancy's user", project, 'user: Nurse', 7, `${staff}:11: Nurse`],
    ['a mixin in `use`', care, 'use: [base_fields, mutable_fields]', 22, `${base}:10: mutable_fields`],
    ['an enum as a type', care, 'type: VisitStatus', 8, `${care}:4: VisitStatus`],
    ['a value in a default', care, 'default: planned', 10, `${care}:4: planned`],
    ['a value in a condition', care, 'status: planned', 9, `${care}:4: planned`],
    ['the start of a life cycle', care, 'start: planned', 8, `${care}:4: planned`],
    ['a state that a life cycle moves from', care, '          planned: [', 12, `${care}:4: planned`],
    ['a state that a life cycle moves to', care, 'planned: [running]', 11, `${care}:4: running`],
    ['a value type', care, 'home: Address?', 7, `${care}:6: Address`],
    ['a field in a unique', care, '- [email]', 4, `${care}:20: email`],
    ['a field in an index', care, '[status, begins_on desc]', 10, `${care}:30: begins_on`],
    ['a field in the long form of an index', care, 'fields: [patient]', 10, `${care}:28: patient`],
    ['a field in a condition', care, 'where: { status', 10, `${care}:29: status`],
    ['the field of a life cycle', care, 'field: status', 8, `${care}:29: status`],
    ["a mixin's field in a path", care, '{ref_id}', 3, `${base}:7: ref_id`],
    ['an object that a key points to', care, 'key(picture)', 6, `${care}:48: picture`],
    ['the document that a part points to', care, 'part(mongo)', 7, `${care}:42: mongo`],
    ['a bucket', care, 'bucket: scans', 10, `${project}:12: scans`],
    ["the tenant's field in the prefix", project, '{clinic}', 3, `${project}:13: clinic`],
    ['a name where it is declared: itself', care, '  Patient:', 4, `${care}:10: Patient`],
  ])('%s', async (_, path, needle, beyond, expected) => {
    expect(await definitions(path, needle, beyond)).toEqual([expected])
  })

  test('a line of an include leads to its file, a glob to all of its files', async () => {
    expect(await definitions(project, 'base.yaml', 3)).toEqual([`${base}:1: `])
    expect(await definitions(project, 'domains/*.yaml', 3)).toEqual([`${care}:1: `, `${staff}:1: `])
  })

  test.each([
    ['a word of the language', '      fields:', 8],
    ['a type of the language', 'timestamp', 2],
    ['a text for people', 'One stay', 2],
    ['nothing at all', 'entities:', 9],
  ])('%s has none', async (_, needle, beyond) => {
    expect(await definitions(care, needle, beyond)).toEqual([])
  })
})

describe('references', () => {
  test('of an entity, in every file, its declaration first', async () => {
    expect(await references(staff, 'Nurse', 2)).toEqual([
      `${staff}:11: Nurse`,
      `${project}:13: Nurse`,
      `${base}:9: Nurse`,
    ])
    expect(await references(staff, 'Nurse', 2, false)).not.toContain(`${staff}:11: Nurse`)
  })

  test('of a value: the default, the conditions and the moves', async () => {
    expect(await references(care, 'planned: Not', 2, false)).toEqual([
      `${care}:29: planned`,
      `${care}:35: planned`,
      `${care}:38: planned`,
      `${care}:40: planned`,
    ])
  })

  test('of the document that a field points to', async () => {
    expect(await references(care, '    mongo:', 6)).toEqual([`${care}:42: mongo`, `${care}:32: part(mongo)?`])
  })

  test("of the tenant's field", async () => {
    expect(await references(project, 'field: clinic', 9)).toEqual([`${project}:13: clinic`, `${project}:13: clinic`])
  })
})

test('the same name in the same file is highlighted, its declaration otherwise', async () => {
  const found = await editor.connection.sendRequest(DocumentHighlightRequest.type, {
    textDocument: { uri: editor.uri(care) },
    position: editor.position(care, 'field: status', 9),
  })
  expect((found ?? []).map(({ range, kind }) => [told({ uri: editor.uri(care), range }), kind])).toEqual([
    [`${care}:29: status`, DocumentHighlightKind.Write],
    [`${care}:34: status`, DocumentHighlightKind.Read],
    [`${care}:35: status`, DocumentHighlightKind.Read],
    [`${care}:37: status`, DocumentHighlightKind.Read],
  ])
})

test('places count UTF-16 code units, behind characters of two of them and in lines of Windows', async () => {
  using other = new TemporaryFolder()
  const text = clinicText(care)
    .replace('What happens to patients.', '\u{1F3E5} What happens to patients.')
    .replace('about: How far a visit is.', 'about: "\u{1F3E5}\u{1F3E5} How far"')
    .replaceAll('\n', '\r\n')
  other.write(clinic)
  const second = await Editor.on(other.path)
  await second.open(care, text)
  const found = await second.connection.sendRequest(DefinitionRequest.type, {
    textDocument: { uri: second.uri(care) },
    position: positionIn(text, text.indexOf('default: planned') + 10),
  })
  expect(found).toEqual([
    {
      uri: second.uri(care),
      range: { start: positionIn(text, text.indexOf('planned:')), end: positionIn(text, text.indexOf('planned:') + 7) },
    },
  ])
  await second.end()
})

test('a file with a mistake is still asked about: names elsewhere, and those that could be read', async () => {
  using other = new TemporaryFolder()
  other.write(clinic)
  const second = await Editor.on(other.path)
  await second.open(care, clinicText(care))
  await second.replace(care, '          planned: [running]', '          planned: [running')
  const found = await second.connection.sendRequest(DefinitionRequest.type, {
    textDocument: { uri: second.uri(care) },
    position: second.position(care, 'ref(Patient)', 6),
  })
  expect(found).toMatchObject([{ uri: second.uri(care), range: { start: second.position(care, '  Patient:', 2) } }])
  await second.end()
})
