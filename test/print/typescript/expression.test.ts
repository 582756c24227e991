import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import {
  array,
  asConst,
  call,
  type Expression,
  identifier,
  literal,
  object,
  plain,
  printTypeScript,
  property,
  spread,
} from '../../../generator/print/typescript/index.ts'

function printed(...values: readonly Expression[]): string {
  return printTypeScript({
    statements: values.map((initializer, at) => ({ kind: 'variable', name: `v${at}`, initializer })),
  })
}

function formatted(text: string): string {
  const command = ['node_modules/@biomejs/biome/bin/biome', 'format', '--stdin-file-path=test/printed.ts']
  return spawnSync(process.execPath, command, { input: text, encoding: 'utf8' }).stdout
}

test('only a variable is written by its name alone: no word, number or text that looks like it', () => {
  const members = [
    property('true', literal(true)),
    property('null', literal(null)),
    property('undefined', literal(undefined)),
    property('5', literal(5)),
    property("'a'", literal('a')),
    property('b', identifier('b')),
  ]
  expect(printed(object(members))).toBe(
    `const v0 = { true: true, null: null, undefined: undefined, '5': 5, "'a'": 'a', b }\n`,
  )
})

test('what is a column too long for its line is spread, and no other', () => {
  const widths = Array.from({ length: 30 }, (_, at) => 'x'.repeat(at + 85))
  const values = widths.flatMap((text): readonly Expression[] => [
    plain({ name: text }),
    plain([text, 1]),
    object([property('inner', plain({ text, more: 1 }))]),
    asConst(array([spread(identifier('known')), literal(text)])),
    call('make', [plain({ text, more: 1 })]),
  ])
  const text = printed(...values)
  expect(text).toBe(formatted(text))
})
