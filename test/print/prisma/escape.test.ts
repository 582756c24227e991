import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { commentLines, name, numeral, quoted } from '../../../generator/print/prisma/escape.ts'
import { field, printComments, printModel, printSchema } from '../../../generator/print/prisma/print.ts'
import { attribute, documentation } from '../../../generator/print/prisma/syntax.ts'
import { PrismaEngineApart } from '../../support/prisma-engine-apart.ts'

const engine = new PrismaEngineApart()
afterAll(() => engine.close())

const awkward = fc.constantFrom(
  ...[
    '"',
    '\\',
    '\\"',
    '\n',
    '\r\n',
    '\t',
    '\u0000',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u202e',
    '\u2066',
  ],
  ...[
    '\ufeff',
    '\ud800',
    '\udc00',
    '\u{1f600}',
    '*/',
    '\u0024{x}',
    '`',
    '///',
    '//',
    '@@map("x")',
    '}',
    'model X {',
    '---',
    '</script>',
  ],
)
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.oneof(awkward, fc.string({ maxLength: 5 })), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.constant('x"\\'.repeat(3_000)),
)

test('any text is a string that Prisma’s engine reads back as the same text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 20 }), async (texts) => {
      const fields = texts.map((text, at) =>
        field(`f${at}`, 'String', { attributes: [attribute('default', [quoted(text)])] }),
      )
      const id = field('id', 'String', { attributes: [attribute('id')] })
      const reading = await engine.read(wrapped(printModel('A', [[id, ...fields]])))
      expect(reading.errors).toBeUndefined()
      const read = reading.models[0]?.fields.slice(1).map((one) => one.default)
      expect(read).toEqual(texts.map((text) => text.toWellFormed()))
    }),
    { numRuns: 50 },
  )
})

test('any text is documentation that Prisma’s engine reads line by line, and changes nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const members = [...documentation(text), field('id', 'String', { attributes: [attribute('id')] })]
      const reading = await engine.read(
        wrapped(printSchema([`${printComments(documentation(text))}${printModel('A', [members])}`])),
      )
      expect(reading.errors).toBeUndefined()
      expect(reading.models.map(({ name, fields }) => [name, fields.map((one) => one.name)])).toEqual([['A', ['id']]])
      // The engine leaves out the blanks at the start of a line.
      const unindented = (documented: string): string => documented.replace(/^ +/gm, '').trim()
      const lines = unindented(commentLines(text).join('\n'))
      expect(unindented(reading.models[0]?.documentation ?? '')).toBe(lines)
      expect(unindented(reading.models[0]?.fields[0]?.documentation ?? '')).toBe(lines)
    }),
  )
})

function wrapped(text: string): readonly (readonly [string, string])[] {
  return [['a.prisma', `datasource db {\n  provider = "postgresql"\n}\n\n${text}`]]
}

test('a comment shows what would hide, end its line or turn it round', () => {
  expect(commentLines('a\u202eb\u0000c\tdÿ\u{1f600}\ud800')).toEqual(['a\\u202eb\\u0000c dÿ\u{1f600}\\ud800'])
  expect(commentLines(' a \r\n\rb\u2028c\u0085d\n')).toEqual([' a'.trim(), '', 'b', 'c', 'd'])
})

test('a number is written in digits alone, and is the same number', () => {
  expect(numeral(1e21)).toBe('1000000000000000000000')
  expect(numeral(-1.5e-7)).toBe('-0.00000015')
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(numeral(value)).toMatch(/^-?\d+(\.\d+)?$/)
      expect(Number(numeral(value)) === value).toBe(true)
    }),
  )
})

test('what is no name or number is refused', () => {
  for (const text of ['', '1a', 'a-b', 'a b', 'a\n', 'é', '__proto__']) expect(() => name(text)).toThrow('not a name')
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => numeral(value)).toThrow('not a number')
})
