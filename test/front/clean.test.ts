import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, parseExactly } from '../../generator/front/parse.ts'
import { orders } from '../mistakes/bakery.ts'
import { likeliest } from '../mistakes/likeliest.ts'
import { others } from '../mistakes/others.ts'
import { bothRead } from '../support/both-readers.ts'
import { syntheticSpec } from '../support/synthetic-spec.ts'

const files = globSync('{spec,test,docs,site,generator}/**/*.{yaml,yml}', { exclude: ['**/node_modules/**'] })

describe('the reader for clean files reads what the exact one has nothing to say of, and as that does', () => {
  test.each(files)('%s', (path) => {
    const { isAnswered, isClean } = bothRead(readFileSync(path, 'utf8'))
    expect(isAnswered).toBe(isClean)
  })

  test('a synthetic spec', () => {
    for (const { text } of syntheticSpec(200)) expect(bothRead(text).isAnswered).toBe(true)
  })

  test('likely mistakes', () => {
    for (const { sound, wrong } of [...likeliest, ...others]) {
      const { isAnswered, isClean } = bothRead(orders.replace(sound, wrong))
      expect(isAnswered).toBe(isClean)
    }
  })
})

/** What is common enough in a spec to be read by it. */
const answered: Readonly<Record<string, string>> = {
  'numbers of the core schema':
    'a: [0, -0, +1, 012, 1., .5, 1e3, -1.5E-3, 0o7, 0x1F, 1e400, 9007199254740991, -9007199254740991]\n',
  'words of the core schema': 'a: [~, null, Null, NULL, true, True, TRUE, false, .inf, -.INF, +.Inf, .nan, .NaN]\n',
  'texts that look like more':
    'a: [yes, no, on, 1_000, 0b1, 0O7, 0X1, -0x1, +0o1, 12:30:45, 2026-01-01, .Nan, nUll, tRue, --1, 1e, ., +, .., 0o8, truex]\n',
  'quotes of both kinds': "a: \"x\\n\\u00e9\\x41\\\"y\\\\\"\nb: 'it''s'\nc: \"\"\nd: ''\n\"e\": 1\n'f g' : 2\n",
  'quoted texts of several lines': 'a: "x\n  y\n\n  z"\nb: \'x\n  y\n\n  z\'\n',
  'plain texts of several lines': 'a: x\n  y\n\n  z\nb:\n  one\n  two\nc: 1\n  2\n',
  'texts in which signs stand':
    'a: b#c d:e (f) \'g\' "h" [i] {j} & * ! | > % @ ` -k ?l\nb: -1x\nc: ?d\ne: :f\ng: http://h/i?j=k#l\n',
  'literal and folded blocks':
    'a: |\n  x\n   y\n\n  z\nb: >\n  x\n  y\n\n  z\n   more\n  w\nc: |-\n  x\nd: >+\n  x\n\ne: |+ # why\n  x\n\n',
  'blocks in lists': 'a:\n  - |\n    x\n  # |\n  - >-\n    y\n  -\n    |\n    z\n',
  'a block at the end, without a line end': 'a: |\n  x',
  'values that are not there': 'a:\nb:   \nc: # none\nd:\n  e:\n  f:\ng:\n\n# end\n',
  'flows in blocks':
    'a: { b: 1, c: [2, { d: 3 }], "e":4 }\nf: [ ]\ng: { }\nh: [\n  1, # one\n  # two\n  2,\n  ]\ni: {\n  j: 1,\n  }\n',
  'lists in lists and mappings in lists': 'a:\n- b\n- - c\n  - d: 1\n    e:\n    - f\n-\n  g: 1\n-   h: 1\n    i: 2\n',
  'comments in every place':
    '# one\n\n# two\na: 1 # three\n# four\nb: # five\n  # six\n  c: 1\n  # seven\n# eight\nd:\n  # nine\n  - 1 # ten\n  # eleven\n  - 2\n# end',
  'a start of the document': '---\na: 1\n',
  'a mapping that is indented': '  a: 1\n  b:\n    - 1\n',
  'signs beyond ASCII': 'é: 😀\n"\u2028": "a\u2028b"\nc: x\u0085y\u00a0\nd: |\n  x\u2028\n  \u00a0\n',
  'keys that are words': 'null: 1\n~: 2\ntrue: 3\n1.50: 4\n2026-01-01: 5\na b: 6\ntoString: 7\n',
  patterns: `pattern: ^[A-Z]{2,3}$\na: { pattern: '^[a-z]+$' }\nb: { pattern: ^a$ }\nc: { pattern: "^\\\\d" }\n`,
  'types with commas': 'a: decimal(12,2)\nb: [string(20), "decimal(12,2)"]\nc: { d: ref(X)? }\n',
  'sixty-four levels': `${Array.from({ length: 64 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')}`,
  'one long line': `a: ${'x '.repeat(100_000)}\nb: [${'1, '.repeat(50_000)}2]\nc: "${'y'.repeat(200_000)}"\n`,
}

test.each(Object.entries(answered))('it answers for %s', (_, text) => {
  expect(bothRead(text).isAnswered).toBe(true)
})

/** What it leaves to the exact reader: mistakes, what nobody writes in a spec, and what libraries read differently. */
const left: Readonly<Record<string, string>> = {
  nothing: '',
  'comments alone': '# a\n',
  'a list': '- a\n',
  'a text': 'a\n',
  'anchors and aliases': 'a: &x 1\nb: *x\n',
  tags: 'a: !!str 1\n',
  'merge keys': '<<: { a: 1 }\n',
  'merge keys in quotes': '"<<": 1\n',
  'reserved keys': 'a: 1\n"__proto__": 1\n',
  'keys that stand twice': 'a: 1\nb: 2\n"a": 3\n',
  'keys that stand twice among many': `${'abcdefghijkl'
    .split('')
    .map((key) => `${key}: 1\n`)
    .join('')}f: 2\n`,
  'lists as keys': '[a]: 1\n',
  'keys with question marks': '? a\n: 1\n',
  'keys without a name': ': 1\n',
  'keys in braces without a value': 'a: { b, c: 1 }\n',
  'pairs in brackets': 'a: [b: 1]\n',
  'items without a value': 'a:\n-\n- b\n',
  'numbers too large to be kept': 'a: 9007199254740993\n',
  tabs: 'a:\t1\n',
  'carriage returns': 'a: 1\r\nb: 2\r\n',
  'carriage returns alone': 'a: 1\rb: 2\r',
  'a byte order mark': '\ufeffa: 1\n',
  'a NUL': 'a: "\0"\n',
  'half a surrogate pair in a plain text': 'a: \ud800\n',
  directives: '%YAML 1.2\n---\na: 1\n',
  'two documents': 'a: 1\n---\nb: 2\n',
  'an end of the document': 'a: 1\n...\n',
  'an end of a document that is not there': '...\na: 1\n',
  'blocks that say how far they are indented': 'a: |1\n  x\n',
  'blocks of blank lines': 'a: |+\n\n\nb: 1\n',
  'lines joined by a backslash': 'a: "x\\\n  y"\n',
  'a key behind a quoted item': 'a:\n- "b"c: 1\n',
  'a comment right below a plain text in brackets': 'a: [b\n  # c\n  ]\n',
  'one below a comment on the line of that text': 'a: { b: null # c\n# c, c:\n       }\n',
  'a closing bracket in the column of its key': 'a: [\n  b\n]\n',
  'a type that its comma cuts': 'a: { b: decimal(12,2) }\n',
  'a pattern that a comment cuts': 'pattern: ^a # b$\n',
  'a pattern that is a list': 'pattern: [A-Z]\n',
  'a pattern that is a comment': 'pattern: #a\n',
  'a pattern that a comma cuts': 'a: { pattern: ^a{2, b: 1 }\n',
  'sixty-five levels': `${Array.from({ length: 65 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')}`,
  'brackets without an end': `a: ${'['.repeat(100_000)}`,
  'a heap of dashes in a text': `a: |\n  ${'- '.repeat(300)}\n`,
  'a key that is too long': `${'k'.repeat(1_100)}: 1\n`,
}

test.each(Object.entries(left))('it leaves %s to the exact reader', (_, text) => {
  expect(bothRead(text).isAnswered).toBe(false)
})

test('a file is read by it where it answers, and exactly where it does not', () => {
  for (const text of ['a: 1\n', 'a: 1\na: 1\n']) {
    const file = { path: 'a.yaml', text }
    const reports: string[][] = [[], []]
    const [ours, exact] = [parse, parseExactly].map((read, index) =>
      read(file, ({ code }) => reports[index]?.push(code)),
    )
    expect(ours).toStrictEqual(exact)
    expect(reports[0]).toEqual(reports[1])
  }
})
