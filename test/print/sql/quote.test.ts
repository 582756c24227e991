import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  alwaysQuoted,
  commentLines,
  dollarQuoted,
  numeral,
  quoteIdentifier,
  quoteLiteral,
} from '../../../generator/print/sql/quote.ts'
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

/** The one value that a text of SQL answers; fails where it is not one statement with one value. */
async function answerTo(expression: string): Promise<unknown> {
  const result = await client.query<unknown[]>({ text: `SELECT ${expression}`, rowMode: 'array' })
  expect(result.rows).toHaveLength(1)
  expect(result.rows[0]).toHaveLength(1)
  return result.rows[0]?.[0]
}

/** What PostgreSQL cannot hold is replaced; everything else comes back as it was. */
function holdable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed()
}

const hostile: readonly string[] = [
  `it's`,
  `''`,
  `\\`,
  `\\'`,
  `'; DROP TABLE x; --`,
  `$$ $body$ $body2$`,
  '*/ /* --',
  'first\nsecond\r\nthird\rfourth',
  'line\u2028separator\u2029and\u0085next',
  '\u202Etxet\u202C',
  '\ufeffmark',
  'null\u0000byte',
  'half \ud800 of a pair',
  'bell\u0007 escape\u001b[31m delete\u007f tab\t',
  `E'\\u0041'`,
  '😀 ä ß 漢字',
  ':psql :"variable" \\gexec',
]

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom("'", '\\', '$', 'b', '\n', '\r', '"') }),
)

describe('a literal reads back as the text it was made of', () => {
  test.each(hostile)('%j', async (text) => {
    expect(await answerTo(quoteLiteral(text))).toBe(holdable(text))
  })

  test('arbitrary texts, whatever the server takes a backslash for', async () => {
    for (const setting of ['on', 'off']) {
      await client.query(`SET standard_conforming_strings = on; SET backslash_quote = ${setting}`)
      await fc.assert(
        fc.asyncProperty(anyText, async (text) => {
          expect(await answerTo(quoteLiteral(text))).toBe(holdable(text))
        }),
        { numRuns: 150 },
      )
    }
  })

  test('no control and no mark that turns the text round stands raw in the file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(quoteLiteral(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u)
      }),
    )
  })
})

describe('a text in dollar quotes reads back byte for byte', () => {
  const bodies = [
    '',
    '$',
    '$$',
    '$body',
    '$body$',
    'ends with $bod',
    'ends with $body',
    '$body2$ and $body$',
    '\nBEGIN\nEND\n',
    `'\\`,
  ]
  test.each(bodies)('%j', async (body) => {
    expect(await answerTo(dollarQuoted(body, 'body'))).toBe(body)
  })

  test('arbitrary bodies', async () => {
    const body = fc.string({ unit: fc.constantFrom('$', 'b', 'o', 'body', '2', '\n', ' ', "'", '\\') })
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        expect(await answerTo(dollarQuoted(text, 'body'))).toBe(text)
      }),
      { numRuns: 150 },
    )
  })

  test('what no SQL text can hold is refused', () => {
    for (const body of ['a\0b', 'a\rb', 'a\ud800b']) expect(() => dollarQuoted(body, 'body')).toThrow(/may/)
  })
})

describe('a comment never reaches the statement after it', () => {
  test.each(hostile)('%j', async (text) => {
    const lines = commentLines(text).map((line) => `-- ${line}`)
    expect(await answerTo(`\n${lines.join('\n')}\n42`)).toBe(42)
  })

  test('arbitrary texts', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const lines = commentLines(text).map((line) => `-- ${line}`)
        expect(lines.join('')).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(await answerTo(`\n${lines.join('\n')}\n42`)).toBe(42)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a name', () => {
  test('is quoted exactly where PostgreSQL itself would quote it', async () => {
    const { rows } = await client.query<{ word: string; quoted: string }>(
      'SELECT word, quote_ident(word) AS quoted FROM pg_get_keywords()',
    )
    expect(rows.length).toBeGreaterThan(400)
    for (const { word, quoted } of rows) expect(quoteIdentifier(word)).toBe(quoted)
    const names = ['plain', 'with_underscore1', '_lead', 'Upper', 'two words', 'a"b', 'ünder', '1st', "quo'te"]
    for (const name of names) {
      const answer = await client.query<{ quoted: string }>('SELECT quote_ident($1) AS quoted', [name])
      expect(quoteIdentifier(name)).toBe(answer.rows[0]?.quoted)
    }
  })

  test('is the same thing bare and quoted', async () => {
    for (const name of ['users', 'order', 'Weird "name"']) {
      await client.query(`CREATE TEMPORARY TABLE ${quoteIdentifier(name)} (${alwaysQuoted(name)} integer)`)
      const { fields } = await client.query(`SELECT ${quoteIdentifier(name)} FROM ${alwaysQuoted(name)}`)
      expect(fields.map((field) => field.name)).toEqual([name])
    }
  })

  test('that PostgreSQL could not hold, or nobody could read, is refused', () => {
    for (const name of ['', 'a\0b', 'a\nb', 'a\u202eb']) expect(() => quoteIdentifier(name)).toThrow(/name/)
  })
})

test('a number reads back as the number it was', async () => {
  for (const value of [0, -0, 1, -5, 0.1, 1e21, 5e-7, 9007199254740991, -1.5e300])
    expect(Number(await answerTo(numeral(value)))).toBe(value === 0 ? 0 : value)
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => numeral(value)).toThrow(/number/)
})
