import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mdText } from '../../generator/print/markdown/escape.ts'
import { quoted } from '../../generator/print/mermaid/escape.ts'

/** Pieces that mean something to Markdown or to Mermaid in some places and nothing in others. */
const piece = fc.constantFrom(
  ...[
    'a',
    'B7',
    '1',
    '12',
    'é',
    ' ',
    ':',
    '_',
    '.',
    ')',
    '(',
    '-',
    '+',
    '=',
    '/',
    '//',
    ',',
    ';',
    "'",
    '"',
    '?',
    '%',
    '#',
  ],
  ...['www', 'WWW.', 'direction', 'TB', '→', '…', '·', '✓', '`', '*', '|', '<', '@', '\u00A0'],
)
const text = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''))

/** No escaper takes a text with it for a plain one; each shows it as U+FFFD. */
const odd = '\u0007'

test('a text that is taken for a plain one is what it would be otherwise', () => {
  fc.assert(
    fc.property(text, (given) => {
      fc.pre(!/\s\s|\s$/.test(given))
      expect(mdText(given)).toBe(mdText(given + odd).slice(0, -1))
      fc.pre(!/^\s|:$/.test(given))
      expect(quoted(given)).toBe(`${quoted(given + odd).slice(0, -2)}"`)
    }),
    { numRuns: 3_000 },
  )
})

test('space is not given twice to Mermaid, nor at the ends', () => {
  expect(quoted(' a  b\u00A0c ')).toBe('"a b c"')
  expect(quoted('a:')).toBe('"a:"')
})
