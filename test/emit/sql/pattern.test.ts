import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sqlPattern } from '../../../generator/catalog/postgres/pattern.ts'
import { wrongInPattern } from '../../../generator/front/resolve/pattern.ts'
import { quoteLiteral } from '../../../generator/print/sql/quote.ts'
import { type PostgresServer, startPostgres } from '../../support/postgres-server.ts'

let server: PostgresServer
let client: pg.Client

beforeAll(async () => {
  server = await startPostgres()
  client = new pg.Client({ connectionString: server.url })
  await client.connect()
})

afterAll(async () => {
  await client?.end()
  await server?.stop()
})

async function matches(pattern: string, text: string): Promise<boolean> {
  const found = await client.query<{ found: boolean }>(
    `SELECT $1::text COLLATE "C" ~ ${quoteLiteral(sqlPattern(pattern))} AS found`,
    [text],
  )
  return found.rows[0]?.found === true
}

describe('PostgreSQL matches what JavaScript does', () => {
  test.each([
    ['^.+$', ['a', 'a\nb', 'a\rb', 'a\u2028b', '😀', '']],
    ['a\\.b', ['a.b', 'axb']],
    ['[.]', ['.', 'x']],
    ['^\\S+$', ['ab', 'a b', 'a\u00a0b', 'a\u200bb', 'é']],
    ['^[\\s-]+$', [' -', '\u3000', 'x', '\v', '\x1f']],
    ['^[^\\s/]+$', ['a', 'a b', 'a/b', '\ufeff']],
    ['^\\w+$', ['abc_9', 'ä', 'é1', '']],
    ['^[a-z]+$', ['az', 'é', 'A', 'ſ']],
    ['^\\d{2,3}$', ['12', '1', '1234', '١٢']],
    ['^(ab|c)\\1$', ['abab', 'cc', 'abc']],
    ['(?<=a)b(?!c)', ['ab', 'abc', 'b']],
    ['^\\u00e9$', ['é', 'e']],
    ['^[\\]\\-x]+$', [']-x', 'y']],
    ['a\\\\b', ['a\\b', 'ab']],
    ['^x{0,255}$', ['', 'x'.repeat(255), 'x'.repeat(256)]],
  ] as const)('%s', async (pattern, texts) => {
    expect(wrongInPattern(pattern)).toBeUndefined()
    for (const text of texts)
      expect([text, await matches(pattern, text)]).toEqual([text, new RegExp(pattern, 'u').test(text)])
  })

  test('in any pattern that the language takes', async () => {
    const atom = fc.constantFrom(
      ...[
        'a',
        'b',
        '.',
        '\\s',
        '\\S',
        '\\d',
        '\\D',
        '\\w',
        '\\W',
        '\\.',
        '\\n',
        '-',
        ' ',
        '(?:a|b)',
        '(?=a)',
        '(?!b)',
        '(a)',
      ],
      ...[
        '[a-c]',
        '[^b.]',
        '[\\s.]',
        '[[:a]',
        '[a[.b]',
        '[-a]',
        '[a-]',
        '[\\^a]',
        '[a^]',
        '[\\]\\-]',
        '[\\d\\s]',
        '[^\\w]',
        '[\\u00e9]',
      ],
    )
    const piece = fc.tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{1,2}', '*?')).map((parts) => parts.join(''))
    const branch = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''))
    const pattern = fc
      .tuple(fc.constantFrom('', '^'), branch, fc.constantFrom('', '|'), branch, fc.constantFrom('', '$'))
      .map(([start, one, or, other, end]) => `${start}(${one}${or}${other})${end}`)
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', '1', '.', ' ', '\n', '\r', '\u00a0', '-', 'é', '[', ']', ':', '^'),
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(pattern, text, async (one, value) => {
        fc.pre(wrongInPattern(one) === undefined)
        expect(await matches(one, value)).toBe(new RegExp(one, 'u').test(value))
      }),
      { numRuns: 500 },
    )
  })
})

test.each(['(?i:a)', '(?-i:a)', '(?im-s:a)', 'a{256}', 'a{1,1000}', 'a{300,}'])(
  '%s is refused: PostgreSQL cannot read it',
  async (pattern) => {
    expect(() => new RegExp(pattern, 'u')).not.toThrow()
    await expect(matches(pattern, 'a')).rejects.toThrow(/invalid/)
    expect(wrongInPattern(pattern)).toBeDefined()
  },
)
