import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { soup } from '../front/odd-texts.ts'
import { bothRead } from '../support/both-readers.ts'
import { type Mutation, mutated, mutation, wordsOf } from '../support/mutation.ts'
import { attempts } from '../support/run-marks.ts'

/** Pieces of YAML that stand well beside one another, and those on which its readers disagree most. */
const pieces = [
  ...[
    '\n',
    '\n\n',
    '\n  ',
    '\n    ',
    '\n      ',
    ' ',
    '  \n',
    ': ',
    ':',
    '- ',
    '- - ',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '[ ',
    '} ',
  ],
  ...[
    '"',
    "'",
    '""',
    '"a"',
    "'b'",
    "''",
    '\\',
    '\\n',
    '\\x41',
    '\\u00e9',
    '\\\n',
    '#',
    ' # c',
    '# c\n',
    '\n# c',
    '\n  # c',
  ],
  ...[
    '|\n',
    '>\n',
    '|-\n',
    '>+\n',
    '|+\n',
    '|2\n',
    '>1-\n',
    '&a ',
    '*a',
    '!!str ',
    '? ',
    '<<: ',
    '---\n',
    '\n---\n',
    '\n...\n',
  ],
  ...[
    'a',
    'b',
    'c d',
    'a: ',
    'b: ',
    '- a',
    'a: 1',
    'x:y',
    ':z',
    '-w',
    '(',
    '(1,',
    'f(1)',
    'f(12,2)',
    'string[]',
    'pattern: ',
  ],
  ...[
    '~',
    'null',
    'true',
    'yes',
    '0o7',
    '0x1F',
    '1_000',
    '.inf',
    '.nan',
    '1e3',
    '1.',
    '-0',
    '1e400',
    '2026-01-01',
    '12:30',
  ],
  ...[
    '99999999999999999999',
    '\t',
    '\r\n',
    '\r',
    '\ufeff',
    '\0',
    '\u2028',
    '\u0085',
    '\u00a0',
    '😀',
    '\ud800',
    '\u0007',
    'é',
  ],
]
const some = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 4 })), {
  maxLength: 10,
})
const text = some.map((parts) => parts.join(''))

/** Something odd where a value stands, among sound ones. */
const placed = fc.oneof(
  text,
  text.map((one) => `a: ${one}`),
  fc.tuple(text, text).map(([one, other]) => `a:\n  b: ${one}\n  c: ${other}\nd: 1\n`),
  fc.tuple(text, text).map(([one, other]) => `a: { b: ${one}, c: ${other} }\nd: [${one}, ${other}]\n`),
  text.map((one) => `a:\n- ${one}\n- b\n`),
  fc
    .tuple(fc.constantFrom('|', '>', '|-', '>-', '|+', '>+'), text)
    .map(([mark, one]) => `a: ${mark}\n  ${one}\nb: 1\n`),
  fc.tuple(fc.constantFrom('"', "'"), text).map(([quote, one]) => `a: ${quote}${one}${quote}\nb: 1\n`),
)

/** Whatever data, in whatever layout. */
const printed = fc
  .record({
    data: fc.dictionary(
      fc.oneof(fc.constantFrom('a', 'b', 'pattern'), fc.string({ unit: 'binary', maxLength: 6 })),
      fc.jsonValue(),
    ),
    indent: fc.constantFrom(2, 4),
    lineWidth: fc.constantFrom(0, 20, 80),
    collectionStyle: fc.constantFrom('any', 'block', 'flow'),
    defaultStringType: fc.constantFrom('PLAIN', 'BLOCK_LITERAL', 'BLOCK_FOLDED', 'QUOTE_SINGLE', 'QUOTE_DOUBLE'),
    indentSeq: fc.boolean(),
  })
  .map(({ data, ...layout }) => stringify(data, { ...layout, aliasDuplicateObjects: false }))

const specs = globSync('test/cases/*/spec/**/*.yaml')
  .map((path) => readFileSync(path, 'utf8'))
  .filter(({ length }) => length < 3_000)
const words = wordsOf(specs)
const slip: fc.Arbitrary<Mutation> = fc.oneof(
  mutation,
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(1_000_000), text: fc.constantFrom(...pieces) }),
)
const slipped = fc
  .tuple(fc.constantFrom(...specs), fc.array(slip, { minLength: 1, maxLength: 4 }))
  .map(([spec, slips]) => slips.reduce((now, each) => mutated(now, each, words), spec))

describe('wherever the reader for clean files answers, it answers as the exact one does', () => {
  test.each([
    {
      texts: 'any text',
      arbitrary: fc.string({ unit: 'binary', maxLength: 60 }).map((one) => `a: ${one}`),
      numRuns: 8_000,
    },
    { texts: 'any heap of signs', arbitrary: soup, numRuns: 8_000 },
    { texts: 'something odd among sound values', arbitrary: placed, numRuns: 80_000 },
    { texts: 'any data in any layout', arbitrary: printed, numRuns: 8_000 },
    { texts: 'a spec with a few slips', arbitrary: slipped, numRuns: 20_000 },
  ])('$texts', { timeout: 240_000 }, ({ arbitrary, numRuns }) => {
    fc.assert(
      fc.property(arbitrary, (one) => {
        bothRead(one)
      }),
      { numRuns: attempts(numRuns, 20) },
    )
  })

  test('it does answer, often enough for that to say something', () => {
    const sample = fc.sample(placed, 2_000)
    expect(sample.filter((one) => bothRead(one).isAnswered).length).toBeGreaterThan(50)
  })
})
