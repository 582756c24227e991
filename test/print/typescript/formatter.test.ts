import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import {
  arrow,
  call,
  type Expression,
  literal,
  object,
  plain,
  printTypeScript,
  type Statement,
} from '../../../generator/print/typescript/index.ts'

/** The text as Biome leaves it, by this repository's settings. */
function formatted(text: string): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['node_modules/@biomejs/biome/bin/biome', 'format', '--stdin-file-path=test/printed.ts'],
    { input: text, encoding: 'utf8' },
  )
  expect([status, stderr]).toEqual([0, ''])
  return stdout
}

const long = (length: number): string => 'x'.repeat(length)

function value(name: string, initializer: Expression): Statement {
  return { kind: 'variable', isExported: true, name, initializer }
}

test('what is printed is what a formatter would leave', () => {
  const statements: readonly Statement[] = [
    { kind: 'import', moduleSpecifier: `./${long(120)}.ts`, namedImports: [{ name: long(20) }] },
    {
      kind: 'import',
      moduleSpecifier: './many.ts',
      namedImports: ['a', 'b', 'c'].map((name) => ({ name: name + long(40) })),
    },
    {
      kind: 'interface',
      isExported: true,
      name: `Row${long(60)}`,
      extends: [`Base${long(60)}`],
      properties: [{ name: 'a', type: 'string' }],
    },
    {
      kind: 'interface',
      isExported: true,
      name: `Two${long(60)}`,
      extends: [`Base${long(40)}`, `Other${long(40)}`],
      properties: [{ name: 'a', type: 'string' }],
    },
    value('body', arrow(object({ a: literal(1) }))),
    value('alike', call('make', [plain({ a: long(50) }), plain({ b: long(50) })])),
    value('unlike', call('make', [literal('first'), plain({ a: long(50), b: long(50) })])),
    value(
      'rows',
      plain([
        { a: 1, b: 2 },
        { a: 3, b: 4 },
      ]),
    ),
    value('numbers', plain([0, -0, 9999, 10_000, -1_234_567])),
    value('long', literal(long(110))),
  ]
  const text = printTypeScript({ statements })
  expect(text).toBe(formatted(text))
  expect(text).toContain('[0, -0, 9999, 10_000, -1_234_567]')
})
