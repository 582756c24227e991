import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { SpecNode } from '../../generator/front/node.ts'
import { parse } from '../../generator/front/parse.ts'
import { type Cursor, cursorAt } from '../../generator/lsp/cursor.ts'
import type { Span } from '../../generator/source/source-file.ts'

/** The place of the bar in a text, in a line: role, path, word, and what else is said of it. */
function at(text: string): string {
  const offset = text.indexOf('|')
  const cursor = cursorAt({ path: 'a.yaml', text: text.replace('|', '') }, offset)
  const path = cursor.path.map((step) => (step.kind === 'key' ? step.name : `[${step.index}]`)).join('.')
  const more = (['colon', 'flow', 'first', 'glued'] as const).filter((flag) => cursor[flag])
  return [`${cursor.role} ${path} '${cursor.word.text}'`, ...siblings(cursor), ...more].join(' ')
}

function siblings(cursor: Cursor): readonly string[] {
  return cursor.siblings.length === 0 ? [] : [`beside ${cursor.siblings.join(',')}`]
}

test.each([
  ['|', "key  '' first"],
  ['a: 1\n|', "key  '' beside a first"],
  ['a:\n  b: 1\n  |\n  c: 2\n', "key a '' beside b,c first"],
  ['a:\n  |', "value a '' first"],
  ['a: |', "value a ''"],
  ['a:|', "value a '' glued"],
  ['a: |\nb: 1', "value a ''"],
  ['a:\n  - |', "value a.[0] '' first"],
  ['a:\n  - b\n  -|', "value a.[1] '' first glued"],
  ['a:\n- b\n- c|\nd: 1', "value a.[1] 'c' first"],
  ['a:\n- b: 1\n  |\nd: 1', "key a.[0] '' beside b first"],
  ['a: { b: 1, | }', "key a '' beside b flow"],
  ['a: { b: |, c: 2 }', "value a.b '' flow"],
  ['a: { b:|}', "value a.b '' flow glued"],
  ['a: { type: ref(|, c: 2 }', "value a.type 'ref(' flow"],
  ['a: { type: decimal(12,|2), c: 2 }', "value a.type 'decimal(12,2)' flow"],
  ['a: [b, |]', "value a.[1] '' flow"],
  ['a: [b, |\nc: 1', "value a.[1] '' flow"],
  ['a: { b: [|\nc: 1', "value a.b.[0] '' flow"],
  ['a: "b|"', "value a 'b'"],
  ["a: 'b|", "value a 'b'"],
  ["a: '|\nc: 1", "value a ''"],
  ['a|: 1\nb: 2', "key  'a' beside b colon first"],
  ['a: 1 # b|c', "comment  '# bc'"],
  ['a: {\n  b: 1,\n  |\n}\nc: 1', "key a '' beside b flow first"],
  ['a: ref(Na|\nb: 1', "value a 'ref(Na'"],
  ['"a": { "b": | }', "value a.b '' flow"],
  ['a:\n  b:\n    c: 1\n  |', "key a '' beside b first"],
  ['a:\n  b:\n    c: 1\n|', "key  '' beside a first"],
])('%j is at %s', (text, expected) => {
  expect(at(text)).toBe(expected)
})

/** Every key and text of a tree, with the way to it. */
function* places(node: SpecNode, path: readonly string[]): Generator<{ readonly at: string; readonly span: Span }> {
  switch (node.kind) {
    case 'scalar':
      yield { at: `value ${path.join('.')}`, span: node.span }
      break
    case 'list':
      for (const [index, item] of node.items.entries()) yield* places(item, [...path, `[${index}]`])
      break
    case 'map':
      for (const { key, keySpan, value } of node.entries) {
        yield { at: `key ${path.join('.')}`, span: keySpan }
        yield* places(value, [...path, key])
      }
      break
  }
}

const texts = globSync(['spec/**/*.yaml', 'test/cases/*/spec/**/*.yaml'])
  .sort()
  .map((path) => readFileSync(path, 'utf8'))

// The oracle is the YAML parser: where it can read a text, a cursor is where it says.
test('in a sound text a cursor is where the YAML parser says it is', () => {
  let seen = 0
  for (const text of texts) {
    const file = { path: 'a.yaml', text }
    let sound = true
    const tree = parse(file, () => {
      sound = false
    })
    if (tree === undefined || !sound) continue
    const all = [...places(tree.root, [])].filter(({ span }) => span.start < span.end)
    // Some places of each file: a text is read anew for each of them.
    const step = Math.max(1, Math.floor(all.length / 60))
    for (const { at, span } of all.filter((_, index) => index % step === 0)) {
      for (const offset of [span.start, (span.start + span.end) >> 1, span.end - 1]) {
        const cursor = cursorAt(file, offset)
        const path = cursor.path.map((step) => (step.kind === 'key' ? step.name : `[${step.index}]`)).join('.')
        expect(`${cursor.role} ${path}`, `${text.slice(span.start - 40, span.end)} at ${offset}`).toBe(at)
        seen += 1
      }
    }
  }
  expect(seen).toBeGreaterThan(1_000)
})
