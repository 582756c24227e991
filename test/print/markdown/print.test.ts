import fc from 'fast-check'
import { marked, type Token } from 'marked'
import { describe, expect, test } from 'vitest'
import { code, type Inline, joined, link, strong } from '../../../generator/print/markdown/inline.ts'
import { printInline } from '../../../generator/print/markdown/print.ts'

const hostile = [
  'a | b || c \\| d \\',
  '`ticks` ``two`` `',
  '</script><b>x</b><!-- -->',
  '--- \n=== \n# head',
  '- item',
  '+ item',
  '12. item',
  '12) item',
  '> quote',
  '# head #',
  '**b** __i__ _i_ *i* ~~s~~ ~s~',
  '[link](javascript:alert(1)) ![image](x) [ref]: x',
  'WWW.example.org',
  'https://example.org www.example.org a@b.example mailto:a@b.example',
  '&amp; &lt; &#35;',
  '$x^2$ $$y$$',
  'snake_case and _edges_ here_',
  'line\u2028break\u0007bell\u202Eflip \uD800 half',
  '    indented',
  '[ ] task',
  '***',
  ':smile: @user #1',
  'long '.repeat(2_000),
]

/** A text as one line, as it should be read again. */
function asRead(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\p{Surrogate}]/gu, '\uFFFD')
    .trim()
}

/** The tokens of a text, and its words as they are drawn. */
function read(markdown: string): { readonly shape: readonly unknown[]; readonly text: string } {
  const tokens = marked.lexer(markdown)
  return { shape: shapes(tokens), text: textOf(tokens) }
}

function children(token: Token): readonly Token[] {
  if (token.type === 'table') {
    const cells = [token.header, ...token.rows].flat() as readonly { readonly tokens: readonly Token[] }[]
    return cells.flatMap((cell) => cell.tokens)
  }
  return 'tokens' in token && token.tokens !== undefined ? token.tokens : []
}

function shapes(tokens: readonly Token[]): readonly unknown[] {
  const found: unknown[] = []
  for (const token of tokens) {
    const plain = (token.type === 'text' && children(token).length === 0) || token.type === 'escape'
    if (plain && found.at(-1) === 'text') continue
    found.push(plain ? 'text' : [token.type, ...shapes(children(token))])
  }
  return found
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      const inner = children(token)
      if (inner.length > 0) return textOf(inner)
      return token.type === 'codespan' || token.type === 'text' || token.type === 'escape'
        ? token.type === 'codespan'
          ? token.text
          : entities(token.text)
        : ''
    })
    .join('')
}

function entities(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#124;/g, '|')
    .replace(/&#91;/g, '[')
    .replace(/&#93;/g, ']')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}

/** Places in which a text may stand, each with what is around it. */
const places: Readonly<Record<string, (inline: Inline) => string>> = {
  paragraph: (inline) => `${printInline(inline, 'text')}\n`,
  heading: (inline) => `## ${printInline(inline, 'text')}\n`,
  'list item': (inline) => `- ${printInline(inline, 'text')}\n- next\n`,
  cell: (inline) => `| a | b |\n| --- | --- |\n| ${printInline(inline, 'cell')} | x |\n`,
}

describe.each(Object.entries(places))('in a %s', (_place, within) => {
  const expectHarmless = (text: string): void => {
    const found = read(within(text))
    const twin = read(within('harmless'))
    expect(found.shape).toEqual(twin.shape)
    expect(found.text).toBe(twin.text.replace('harmless', () => asRead(text)))
  }

  test.each(hostile)('%j reads as it is', expectHarmless)

  test('any text reads as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        fc.pre(asRead(text) !== '')
        expectHarmless(text)
      }),
      { numRuns: 500 },
    )
  })

  test('marks beside a text stay what they are', () => {
    const mixed = (text: string): Inline => [
      strong(text),
      ': ',
      link(text, 'page.md#place'),
      ' by ',
      code('name'),
      ' ',
      text,
    ]
    for (const text of hostile.map(asRead)) {
      expect(read(within(mixed(text))).shape, text).toEqual(read(within(mixed('harmless'))).shape)
    }
  })
})

describe('code', () => {
  const values = [
    'a',
    '`',
    '``a`',
    'a|b',
    'a\\|b',
    '\\',
    '^[a-z]+(-[a-z]+)*$',
    '<b>',
    '&amp;',
    '**',
    ' a ',
    '`a` | ``b``',
  ]

  test.each(values)('%j is shown as it is in running text', (value) => {
    const [paragraph] = marked.lexer(printInline(['x', code(value)], 'text'))
    const [, span] = paragraph === undefined ? [] : children(paragraph)
    expect(span?.type).toBe('codespan')
    expect(span !== undefined && 'text' in span ? span.text.trim() : undefined).toBe(value.trim())
  })

  test.each(values)('%j keeps to its cell', (value) => {
    const [table] = marked.lexer(`| a | b |\n| - | - |\n| ${printInline(code(value), 'cell')} | x |\n`)
    if (table?.type !== 'table') throw new Error('no table')
    expect(table.rows[0]).toHaveLength(2)
    expect(textOf(table.rows[0][0].tokens).trim()).toBe(value.trim())
    expect(table.rows[0][1].text).toBe('x')
  })
})

test('the target of a link stays within its brackets', () => {
  for (const target of ['page.md#a', 'a b', 'a)b', 'a(b', '<x>', 'a"b', 'javascript:x', 'a\\)b', 'ä#ö']) {
    const [paragraph] = marked.lexer(`${printInline(['x ', link('label', target), ' y'], 'text')}\n`)
    const tokens = paragraph === undefined ? [] : children(paragraph)
    expect(
      tokens.map(({ type }) => type),
      target,
    ).toEqual(['text', 'link', 'text'])
  }
})

test('items are joined by what is between them', () => {
  expect(printInline(joined(['a', code('b'), 'c']), 'text')).toBe('a, `b`, c')
})
