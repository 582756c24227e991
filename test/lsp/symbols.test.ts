import { describe, expect, test } from 'vitest'
import {
  type DocumentSymbol,
  DocumentSymbolRequest,
  type SymbolInformation,
  SymbolKind,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol'
import { parse } from '../../generator/front/parse.ts'
import { symbolsOf } from '../../generator/lsp/outline-symbols.ts'
import { offsetOf } from '../../generator/lsp/positions.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { care, clinic, clinicText } from './clinic.ts'
import { Editor, modern } from './editor.ts'

const capabilities = {
  ...modern,
  textDocument: { ...modern.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
}

/** A tree as lines: what each is called, its kind, its type, indented by its level. */
function told(symbols: readonly DocumentSymbol[], level = 0): readonly string[] {
  return symbols.flatMap(({ name, kind, detail, children }) => [
    `${'  '.repeat(level)}${name} ${kinds[kind]}${detail === undefined ? '' : ` ${detail}`}`,
    ...told(children ?? [], level + 1),
  ])
}

const kinds: Readonly<Partial<Record<SymbolKind, string>>> = {
  [SymbolKind.Namespace]: 'domain',
  [SymbolKind.Package]: 'project',
  [SymbolKind.Interface]: 'mixin',
  [SymbolKind.Struct]: 'type',
  [SymbolKind.Enum]: 'enum',
  [SymbolKind.EnumMember]: 'value',
  [SymbolKind.Class]: 'entity',
  [SymbolKind.Module]: 'part',
  [SymbolKind.Field]: 'field',
  [SymbolKind.File]: 'object',
  [SymbolKind.Object]: 'bucket',
}

function outline(text: string): readonly DocumentSymbol[] {
  const document = parse({ path: 'care.yaml', text }, () => {})
  return document === undefined ? [] : symbolsOf(document)
}

test('the outline of a file is the tree of what it declares', async () => {
  using folder = new TemporaryFolder()
  folder.write(clinic)
  const editor = await Editor.on(folder.path, { capabilities })
  await editor.open(care, clinicText(care))
  const found = await editor.connection.sendRequest(DocumentSymbolRequest.type, {
    textDocument: { uri: editor.uri(care) },
  })
  const trees = (found ?? []).filter((symbol): symbol is DocumentSymbol => 'selectionRange' in symbol)
  expect(told(trees)).toEqual([
    'Care domain',
    '  VisitStatus enum',
    '    planned value',
    '    running value',
    '    done value',
    '  Address type',
    '    street field string(200)',
    '    city field string(80)',
    '  Patient entity',
    '    postgres part',
    '      name field string(120)',
    '      home field Address?',
    '      email field email?',
    '  Visit entity',
    '    postgres part',
    '      patient field ref(Patient)',
    '      status field VisitStatus',
    '      begins_on field timestamp',
    '      scan field key(picture)?',
    '      readings field part(mongo)?',
    '    mongo part',
    '      readings field json',
    '    s3 part',
    '      picture object',
  ])
  const patient = trees[0]?.children?.find(({ name }) => name === 'Patient')
  expect(patient?.selectionRange).toEqual({
    start: editor.position(care, '  Patient:', 2),
    end: editor.position(care, '  Patient'),
  })
  expect(patient?.range).toEqual({
    start: editor.position(care, '  Patient:', 2),
    end: editor.position(care, '- [email]'),
  })
  expect(await editor.end()).toBe(0)
})

test('an editor without trees gets a list', async () => {
  using folder = new TemporaryFolder()
  folder.write(clinic)
  const editor = await Editor.on(folder.path, { capabilities: {} })
  await editor.open('spec/stowage.yaml', clinicText('spec/stowage.yaml'))
  const found = await editor.connection.sendRequest(DocumentSymbolRequest.type, {
    textDocument: { uri: editor.uri('spec/stowage.yaml') },
  })
  const list = (found ?? []).filter((symbol): symbol is SymbolInformation => 'location' in symbol)
  expect(list.map(({ name, containerName }) => [containerName, name])).toEqual([
    [undefined, 'clinic'],
    ['clinic', 'scans'],
  ])
  await editor.end()
})

test('symbols of all files are found by letters in their order, unsaved ones too', async () => {
  using folder = new TemporaryFolder()
  folder.write(clinic)
  const editor = await Editor.on(folder.path, { capabilities })
  const search = async (query: string): Promise<readonly (readonly [string | undefined, string])[]> => {
    const found = await editor.connection.sendRequest(WorkspaceSymbolRequest.type, { query })
    return (found ?? []).map(({ containerName, name }) => [containerName, name])
  }
  expect(await search('crtby')).toEqual([['base_fields', 'created_by']])
  expect(await search('READINGS')).toEqual([
    ['Care.Visit.postgres', 'readings'],
    ['Care.Visit.mongo', 'readings'],
  ])
  expect(await search('nobody')).toEqual([])
  await editor.open(care, clinicText(care).replace('  Patient:', '  Somebody:'))
  expect(await search('somebod')).toEqual([['Care', 'Somebody']])
  // Nobody looks for a field before the first letter.
  expect((await search('')).map(([, name]) => name)).toEqual(
    expect.arrayContaining(['Visit', 'picture', 'scans', 'base_fields']),
  )
  expect((await search('')).map(([, name]) => name)).not.toContain('email')
  await editor.end()
})

describe('the outline of broken texts', () => {
  test.each([
    ['a bracket that is not closed', 'domain: Care\nentities:\n  Visit:\n    use: [base\n  Patient: {}\n'],
    ['a key without a colon', 'domain: Care\nentities:\n  Visit:\n    postgres\n  Patient: {}\n'],
    ['a field without a type', 'domain: Care\nentities:\n  Visit: { postgres: { fields: { a: , b: int } } }\n'],
  ])('%s', (_, text) => {
    expect(told(outline(text))).toEqual(expect.arrayContaining(['Care domain', '  Visit entity']))
  })

  test('a short enum is a list of its values', () => {
    expect(told(outline('enums:\n  State: [open, "shut"]\n  Kind: { values: [a] }\n'))).toEqual([
      'State enum',
      '  open value',
      '  shut value',
      'Kind enum',
      '  a value',
    ])
  })

  test('what an alias brings is not part of the outline twice', () => {
    const text = 'mixins:\n  a: { fields: &f { x: int } }\n  b: { fields: *f }\n'
    expect(told(outline(text))).toEqual(['a mixin', '  x field int', 'b mixin'])
  })

  test('with each line cut off: every name lies in its symbol, every symbol in the one above it, none is without a name', () => {
    const text = clinicText(care)
    const inside = (
      file: { path: string; text: string },
      symbols: readonly DocumentSymbol[],
      from: number,
      to: number,
    ): void => {
      for (const { name, range, selectionRange, children } of symbols) {
        const [start, end] = [offsetOf(file, range.start), offsetOf(file, range.end)]
        expect(name.trim()).not.toBe('')
        expect([from <= start, end <= to]).toEqual([true, true])
        expect(offsetOf(file, selectionRange.start)).toBeGreaterThanOrEqual(start)
        expect(offsetOf(file, selectionRange.end)).toBeLessThanOrEqual(end)
        inside(file, children ?? [], start, end)
      }
    }
    for (let at = 1; at < text.length; at += 7) {
      const file = { path: 'care.yaml', text: text.slice(0, at) }
      inside(file, outline(file.text), 0, at)
    }
  })
})
