import { describe, expect, test } from 'vitest'
import { brief, fixed, parseText } from './read-text.ts'

function reports(text: string): readonly string[] {
  return parseText(text).diagnostics.map(brief)
}

describe('values', () => {
  test('are those of the core schema of YAML 1.2', () => {
    expect(parseText('a: 1\nb: 1.5\nc: true\nd: null\ne: ~\nf: yes\ng: 0x1F\nh: "1"\ni:\nj: 2020-01-01\n')).toEqual({
      diagnostics: [],
      value: { a: 1, b: 1.5, c: true, d: null, e: null, f: 'yes', g: 31, h: '1', i: null, j: '2020-01-01' },
    })
  })

  test('keys are their text, whatever YAML makes of them', () => {
    expect(parseText('1: a\n1.50: b\nnull: c\n~: d\ntrue: e\n"q": f\n')).toEqual({
      diagnostics: [],
      value: { '1': 'a', '1.50': 'b', null: 'c', '~': 'd', true: 'e', q: 'f' },
    })
  })

  test('an alias is what its anchor marked, also where an anchor is used twice', () => {
    expect(parseText('a: &x [1]\nb: *x\nc: &x 2\nd: *x\n').value).toEqual({ a: [1], b: [1], c: 2, d: 2 })
  })

  test('a whole number that would be rounded is refused', () => {
    expect(reports('a: 9007199254740991\nb: 9007199254740993\n')).toEqual([
      'shape/out-of-range [9007199254740993] `9007199254740993` is too large a number to be kept exactly',
    ])
  })
})

describe('line ends, tabs and signs nobody sees', () => {
  test('a byte order mark', () => {
    const text = '\ufeffa: 1\n'
    const { diagnostics, value } = parseText(text)
    expect(diagnostics.map(brief)).toEqual(['syntax/byte-order-mark [\ufeff] the file starts with a byte order mark'])
    expect(value).toEqual({ a: 1 })
    expect(fixed(text, diagnostics)).toBe('a: 1\n')
  })

  test('carriage returns, one report for all', () => {
    const text = 'a: 1\r\nb: 2\rc: 3\r\n'
    const { diagnostics, value } = parseText(text)
    expect(diagnostics.map(brief)).toEqual(['syntax/crlf [\r\n] 3 lines end with a carriage return'])
    expect(value).toEqual({ a: 1, b: 2, c: 3 })
    expect(fixed(text, diagnostics)).toBe('a: 1\nb: 2\nc: 3\n')
  })

  test('places stay true behind what was mended', () => {
    expect(reports('\ufeffa: 1\r\nb: 2\r\nb: 3\r\n').at(-1)).toBe(
      'syntax/duplicate-key [b] the key `b` stands twice in one mapping',
    )
  })

  test('tabs as indentation, one report for all', () => {
    const text = 'a:\n\tb: 1\n\tc:\n\t\td: 1\n\tlist:\n\t- x: 1\n\t  y: 2\ne: 1\n'
    const { diagnostics, value } = parseText(text)
    expect(diagnostics.map(brief)).toEqual(['syntax/tab [\t] 6 lines are indented with tabs'])
    expect(value).toEqual({ a: { b: 1, c: { d: 1 }, list: [{ x: 1, y: 2 }] }, e: 1 })
    expect(fixed(text, diagnostics)).toBe('a:\n  b: 1\n  c:\n    d: 1\n  list:\n  - x: 1\n    y: 2\ne: 1\n')
  })

  test('a tab in a file that is otherwise indented with spaces goes below the line before', () => {
    const text = 'a:\n    b:\n\tc: 1\n\td: 2\n'
    const { diagnostics } = parseText(text)
    expect(fixed(text, diagnostics)).toBe('a:\n    b:\n      c: 1\n      d: 2\n')
  })

  test('what a tab stood for is forgotten after a line with spaces', () => {
    expect(parseText('a:\n\tb: 1\nc:\n  d:\n\te: 1\n').value).toEqual({ a: { b: 1 }, c: { d: { e: 1 } } })
  })

  test.each(['a: |\n  x\n  \ty\n', 'a: "x\n  \ty"\n', 'a: 1\t# comment\n', 'a: "\t"\n', '\t\n\t# comment\na: 1\n'])(
    'a tab that does not indent is none of our business: %j',
    (text) => {
      expect(reports(text)).toEqual([])
    },
  )
})

describe('keys', () => {
  test('twice in one mapping: the first counts', () => {
    const { diagnostics, value } = parseText('a: 1\nb: { c: 1, c: 2 }\na: 2\n')
    expect(diagnostics.map(brief)).toEqual([
      'syntax/duplicate-key [c] the key `c` stands twice in one mapping',
      'syntax/duplicate-key [a] the key `a` stands twice in one mapping',
    ])
    expect(diagnostics.map(({ related }) => related?.map(({ span }) => span.start))).toEqual([[10], [0]])
    expect(value).toEqual({ a: 1, b: { c: 1 } })
  })

  test('merge keys', () => {
    expect(reports('a: &x { b: 1 }\nc:\n  <<: *x\n')).toEqual([
      'syntax/merge-key [<<] merge keys (`<<`) are not part of the language',
    ])
  })

  test.each(['__proto__', 'constructor', 'prototype'])('%s', (key) => {
    const { diagnostics, value } = parseText(`a: 1\n${key}: { x: 1 }\n`)
    expect(diagnostics.map(brief)).toEqual([`syntax/forbidden-key [${key}] \`${key}\` cannot be a key`])
    expect(value).toEqual({ a: 1 })
  })

  test('lists and mappings as keys', () => {
    expect(reports('? [a]\n: b\n{ c: d }: e\n')).toEqual([
      'syntax/yaml [[a]] a key must be a plain text',
      'syntax/yaml [{ c: d }] a key must be a plain text',
    ])
  })
})

describe('aliases and tags', () => {
  test('an alias without its anchor', () => {
    const { diagnostics } = parseText('a: *b\n')
    expect(diagnostics.map(brief)).toEqual(['syntax/unknown-alias [*b] no anchor `&b` stands before this alias'])
    expect(fixed('a: *b\n', diagnostics)).toBe("a: '*b'\n")
  })

  test('an alias inside what it names', () => {
    expect(reports('a: &x [1, *x]\n')).toEqual(['syntax/unknown-alias [*x] the alias `*x` stands inside what it names'])
  })

  test('a hundred aliases and one more', () => {
    const many = (count: number): string => `a: &x 1\nb: [${Array.from({ length: count }, () => '*x').join(', ')}]\n`
    expect(reports(many(100))).toEqual([])
    expect(reports(many(101))).toEqual(['syntax/too-many-aliases [*x] more than 100 aliases in one file'])
  })

  test('few aliases that stand for billions', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const below = level === 0 ? 'x' : `*l${level - 1}`
      return `l${level}: &l${level} [${Array.from({ length: 10 }, () => below).join(', ')}]`
    })
    expect(reports(`${levels.join('\n')}\n`)).toEqual([
      'syntax/too-many-aliases [*l3] aliases stand for more than 50,000 values together',
    ])
  })

  test('tags, wherever they stand', () => {
    const text = 'a: !!str 1\nb: !mine &x\n  c: 1\nd: *x\n!!str e: 2\n'
    const { diagnostics, value } = parseText(text)
    expect(diagnostics.map(brief)).toEqual([
      'syntax/tag [!!str] the tag `!!str` is not part of the language',
      'syntax/tag [!mine] the tag `!mine` is not part of the language',
      'syntax/tag [!!str] the tag `!!str` is not part of the language',
    ])
    expect(value).toEqual({ a: '1', b: { c: 1 }, d: { c: 1 }, e: 2 })
    expect(fixed(text, diagnostics)).toBe('a: 1\nb: &x\n  c: 1\nd: *x\ne: 2\n')
  })
})

describe('the file as a whole', () => {
  test.each(['', '\n\n', '# nothing\n', '---\n'])('empty: %j', (text) => {
    expect(reports(text)).toEqual(['syntax/empty-file [] the file is empty'])
  })

  test('several documents: the first is read', () => {
    const { diagnostics, value } = parseText('a: 1\n---\nb: 2\n---\nc: 3\n')
    expect(diagnostics.map(brief)).toEqual(['syntax/multiple-documents [---] the file holds several YAML documents'])
    expect(value).toEqual({ a: 1 })
  })

  test('a document may start with its marker', () => {
    expect(parseText('---\na: 1\n')).toEqual({ diagnostics: [], value: { a: 1 } })
  })

  test('directives', () => {
    const text = '%YAML 1.1\n%TAG ! tag:a,2000:\n---\na: [yes, on, 010, 1:30, 2001-01-01]\n'
    const { diagnostics, value } = parseText(text)
    expect(diagnostics.map(brief)).toEqual([
      'syntax/yaml [%YAML 1.1] directives are not part of the language',
      'syntax/yaml [%TAG ! tag:a,2000:] directives are not part of the language',
    ])
    expect(value).toEqual({ a: ['yes', 'on', 10, '1:30', '2001-01-01'] })
    expect(fixed(text, diagnostics)).toBe('---\na: [yes, on, 010, 1:30, 2001-01-01]\n')
  })

  test.each([
    ['- a\n- b\n', 'shape/wrong-type [- a] a file of a spec is a mapping, not a list'],
    ['only words\n', 'shape/wrong-type [only words] a file of a spec is a mapping, not a single value'],
  ])('not a mapping: %j', (text, report) => {
    expect(reports(text)).toEqual([report])
  })

  test('1 MiB is read, and a byte more is not', () => {
    const padding = (size: number): string => `a: 1\n${'#'.repeat(size - 6)}\n`
    expect(reports(padding(1_048_576))).toEqual([])
    expect(reports(padding(1_048_577))).toEqual([
      'syntax/too-large [] the file has 1,048,577 bytes, more than 1,048,576',
    ])
    expect(reports(`a: ${'é'.repeat(524_287)}\n`)).toEqual([
      'syntax/too-large [] the file has 1,048,578 bytes, more than 1,048,576',
    ])
  })

  test.each([
    ['brackets', (depth: number) => `a: ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}\n`],
    ['dashes', (depth: number) => `a:\n${'- '.repeat(depth - 1)}x\n`],
    ['lines', (depth: number) => Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
  ])('64 levels of %s are read, and one more is not', (_, nested) => {
    expect(reports(nested(64))).toEqual([])
    expect(parseText(nested(65)).diagnostics.map(({ code }) => code)).toEqual(['syntax/too-deep'])
  })
})
