import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CompletionItemKind } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { SpecNode } from '../../generator/front/node.ts'
import { parse } from '../../generator/front/parse.ts'
import { completionAt } from '../../generator/lsp/completion.ts'
import { hoverAt } from '../../generator/lsp/hover.ts'
import { offsetOf, positionOf } from '../../generator/lsp/positions.ts'
import { attempts } from '../support/run-marks.ts'
import { clinic } from './clinic.ts'
import { type Opened, openClinic } from './open-clinic.ts'

/** Asks for all that a place can be asked for, and judges what is the same of every answer. */
function ask({ view, document }: Opened, asked: number): ReturnType<typeof completionAt> {
  const { file } = document
  // No position of the protocol lies within a line end of two signs.
  const offset = offsetOf(file, positionOf(file, asked))
  const hover = hoverAt(view, document, offset)
  if (hover?.range !== undefined) {
    expect(offsetOf(file, hover.range.start)).toBeLessThanOrEqual(offset)
    expect(offsetOf(file, hover.range.end)).toBeGreaterThanOrEqual(offset)
  }
  const list = completionAt(view, document, offset)
  for (const { textEdit, label } of list?.items ?? []) {
    if (textEdit === undefined || !('range' in textEdit)) throw new Error(`${label} has no edit`)
    const { start, end } = textEdit.range
    // The protocol asks for a range of one line that holds the place.
    expect(start.line).toBe(end.line)
    expect(offsetOf(file, start)).toBeLessThanOrEqual(offset)
    expect(offsetOf(file, end)).toBeGreaterThanOrEqual(offset)
  }
  return list
}

const files = clinic.map(({ path, text }) => ({ path, text }))
const aFile = fc.constantFrom(...files)

test('completion and hover answer at every place of every file', () => {
  for (const { path, text } of files) {
    const opened = openClinic(path, text)
    for (let offset = 0; offset <= text.length; offset += 1) ask(opened, offset)
  }
})

test('and of files that are cut off, or have arbitrary texts in them', () => {
  const arbitrary = fc.oneof(
    fc.string(),
    fc.constantFrom('{', '[', '"', "'", '- ', ':', '\n', '|\n', '#', '\t', '\r\n', '&', '*', '('),
  )
  fc.assert(
    fc.property(aFile, fc.nat(), fc.nat(), arbitrary, fc.boolean(), ({ path, text }, at, ask2, put, cut) => {
      const offset = at % (text.length + 1)
      const changed = text.slice(0, offset) + put + (cut ? '' : text.slice(offset))
      const opened = openClinic(path, changed)
      ask(opened, offset)
      ask(opened, Math.min(offset + put.length, changed.length))
      ask(opened, ask2 % (changed.length + 1))
    }),
    { numRuns: attempts(1200) },
  )
})

/** The keys of a tree, as lines. */
function outline(node: SpecNode, path = ''): readonly string[] {
  if (node.kind === 'scalar') return [path]
  const below =
    node.kind === 'list'
      ? node.items.map((item, index) => [String(index), item] as const)
      : node.entries.map(({ key, value }) => [key, value] as const)
  return [path, ...below.flatMap(([key, value]) => outline(value, `${path}/${key}`))]
}

// Whatever is chosen, YAML still reads the file, and all that stood outside of the line stays what it was.
test('a suggestion that is taken leaves a text that YAML reads', () => {
  let taken = 0
  fc.assert(
    fc.property(aFile, fc.nat(), fc.nat(), ({ path, text }, at, which) => {
      const offset = at % (text.length + 1)
      const items = ask(openClinic(path, text), offset)?.items ?? []
      const item = items[which % Math.max(items.length, 1)]
      if (item?.textEdit === undefined || !('range' in item.textEdit)) return
      // A key that is put in waits for its value, and a word put before another makes one of both.
      const isInside = /\S/.test(text[offset - 1] ?? ' ') || /\S/.test(text[offset] ?? ' ')
      if (item.kind === CompletionItemKind.Operator || !isInside) return
      const document = TextDocument.create(path, 'yaml', 1, text)
      const applied = TextDocument.applyEdits(document, [item.textEdit])
      const found: string[] = []
      const before = parse({ path, text }, () => {})
      const after = parse({ path, text: applied }, ({ code, message }) => found.push(`${code} ${message}`))
      expect(
        found.filter((one) => one.startsWith('syntax/yaml')),
        applied,
      ).toEqual([])
      if (before === undefined || after === undefined) throw new Error('no tree')
      expect(outline(after.root).length).toBeGreaterThan(outline(before.root).length / 2)
      taken += 1
    }),
    { numRuns: attempts(2000) },
  )
  expect(taken).toBeGreaterThan(50)
})
