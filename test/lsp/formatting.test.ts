import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DocumentFormattingRequest, type TextEdit } from 'vscode-languageserver-protocol'
import { format } from '../../generator/format/format.ts'
import { editedFiles } from '../../generator/lsp/edited-files.ts'
import { lineEdits } from '../../generator/lsp/line-edits.ts'
import { attempts } from '../support/run-marks.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'
import { withEdits } from './changed-texts.ts'
import { care, clinic, clinicText } from './clinic.ts'
import { Editor } from './editor.ts'

const folder = new TemporaryFolder()
let editor: Editor

beforeAll(async () => {
  folder.write(clinic)
  editor = await Editor.on(folder.path)
  await editor.open(care, clinicText(care))
})

afterAll(async () => {
  expect(await editor.end()).toBe(0)
  folder[Symbol.dispose]()
})

async function edits(text: string): Promise<readonly TextEdit[]> {
  await editor.rewrite(care, text)
  const found = await editor.connection.sendRequest(DocumentFormattingRequest.type, {
    textDocument: { uri: editor.uri(care) },
    options: { tabSize: 2, insertSpaces: true },
  })
  return found ?? []
}

describe('formatting', () => {
  const canonical = format({ path: care, text: clinicText(care) }) ?? ''

  test('edits the lines that differ and no other', async () => {
    const untidy = canonical.replace('    about: Somebody who is treated.', '    about:    Somebody who is treated.')
    expect(untidy).not.toBe(canonical)
    const found = await edits(untidy)
    expect(withEdits(untidy, found)).toBe(canonical)
    const line = untidy.slice(0, untidy.indexOf('about:    Somebody')).split('\n').length - 1
    expect(found.map(({ range }) => [range.start, range.end])).toEqual([
      [
        { line, character: 0 },
        { line: line + 1, character: 0 },
      ],
    ])
  })

  test('is that of `stowage format`, in a file of Windows too', async () => {
    for (const text of [clinicText(care), clinicText(care).replaceAll('\n', '\r\n'), `\n\n${clinicText(care)}   \n`]) {
      expect(withEdits(text, await edits(text))).toBe(format({ path: care, text }))
    }
  })

  test('leaves other YAML of the folder alone', async () => {
    const other = 'compose.yaml'
    const text = 'types:   {a:   {fields: {x: int}}}\nabout: last\ndomain:   X\n'
    expect(format({ path: other, text })).not.toBe(text)
    await editor.open(other, text)
    const found = await editor.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri: editor.uri(other) },
      options: { tabSize: 2, insertSpaces: true },
    })
    expect(found).toEqual([])
    await editor.close(other)
  })

  test('leaves a file alone that is as it should be, and one that cannot be read', async () => {
    expect(await edits(canonical)).toEqual([])
    expect(await edits(canonical.replace('use: [base_fields', 'use: [[base_fields'))).toEqual([])
    expect(await edits('')).toEqual([])
  })
})

test('edits line by line make the one text of the other, whatever the two are', () => {
  const lines = fc
    .array(fc.tuple(fc.constantFrom('a', 'b: c', '', '  \u{1F3E5}'), fc.constantFrom('\n', '\r\n')), { maxLength: 8 })
    .chain((all) => fc.constantFrom('', 'end').map((end) => all.flat().join('') + end))
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const file = { path: 'a.yaml', text: before }
      const [edited] = editedFiles([file], lineEdits(file, after))
      expect(edited?.text).toBe(after)
    }),
    { numRuns: attempts(2000) },
  )
})

test('of more lines than can be compared, those between the first and the last that differ are one edit', () => {
  const lines = (word: string): string => Array.from({ length: 1500 }, (_, index) => `${word}: ${index}\n`).join('')
  const file = { path: 'a.yaml', text: `first\n\n${lines('old')}\nlast` }
  const text = `first\n\n${lines('new')}\nlast`
  const edits = lineEdits(file, text)
  expect(edits.map(({ span, text: by }) => [file.text.slice(span.start, span.end), by])).toEqual([
    [lines('old'), lines('new')],
  ])
})
