import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attempts } from '../support/run-marks.ts'
import { lintTexts } from './lint.ts'

const texts = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: import.meta.dirname })
    .sort()
    .map((path) => readFileSync(join(import.meta.dirname, path), 'utf8'))
const sql = texts('histories/*/*.sql')
const prisma = texts('schemas/*.prisma')

/** Lints a text as both languages; every place must lie in its file, every text be one line. */
async function survives(text: string | Uint8Array): Promise<void> {
  for (const path of ['a.sql', 'a.prisma']) {
    const { diagnostics, files } = await lintTexts({ [path]: text })
    for (const { span, message, help, label } of diagnostics) {
      if (span === undefined) continue
      expect(files).toContain(span.file)
      expect(0 <= span.start && span.start <= span.end && span.end <= span.file.text.length).toBe(true)
      expect(`${message}${help}${label}`).not.toMatch(/[\n\r]/)
    }
  }
}

/** A piece of a real file, with something cut out, doubled or put in. */
const edited = fc
  .tuple(
    fc.constantFrom(...sql, ...prisma),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(40),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 12 }),
          fc.constantFrom(';', '"', "'", '$$', '/*', '--', '(', '{', '}', '\\', '\0', '\n', '@map("x")'),
        ),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((now, [at, length, put]) => {
      const start = at % (now.length + 1)
      return now.slice(0, start) + put + now.slice(start + length)
    }, text),
  )

describe('whatever a file holds, there is a report', () => {
  test('arbitrary bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), survives), { numRuns: attempts(400) })
  })

  test('arbitrary texts', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 })
    await fc.assert(fc.asyncProperty(text, survives), { numRuns: attempts(400) })
  })

  test('real files with arbitrary edits', async () => {
    await fc.assert(fc.asyncProperty(edited, survives), { numRuns: attempts(600) })
  })

  test.each([
    ['brackets', `SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)};\nCREATE TABLE loaf (a int);`],
    ['a long sum', `SELECT ${'1+'.repeat(100_000)}1;\nCREATE TABLE loaf (a int);`],
    ['a check of many parts', `CREATE TABLE loaf (a int CHECK (${'a > 1 OR '.repeat(1_500)}a < 1));`],
  ])('nested deeply: %s', async (_, text) => {
    await survives(text)
    const { diagnostics } = await lintTexts({ 'a.sql': text })
    expect(diagnostics.map(({ code }) => code)).toContain('naming/table')
  })

  const long = 'a'.repeat(3_000_000)
  test.each([
    ['string', `'${long}'`],
    ['string with escapes', `E'${long}'`],
    ['string with quotes', `'${"''".repeat(1_000_000)}'`],
    ['name', `"${long}"`],
    ['text in dollars', `$$${long}$$`],
    ['comment', `/* ${long} */ 1`],
    ['run of blanks', `${' '.repeat(3_000_000)}1`],
    ['run of comments', `${'--\n'.repeat(1_000_000)}1`],
  ])('behind a mistake, a long %s', { tags: ['full'] }, async (_, text) => {
    const { diagnostics } = await lintTexts({ 'a.sql': `CREAT x;\nSELECT ${text};\nCREATE TABLE loaf (a int);` })
    expect(diagnostics.map(({ code }) => code)).toEqual(['foreign/sql-syntax', 'naming/table'])
    await survives(`CREAT x;\nSELECT ${text.slice(0, -1)}`)
    await survives(`model Loaf {\n  id Int @map("${long}")\n}`)
  })

  test.each([
    ['comments', '/* '.repeat(200_000)],
    ['texts', `"${'\\"'.repeat(200_000)}`],
  ])('many %s that do not end', async (_, text) => {
    const { diagnostics } = await lintTexts({ 'a.prisma': `model Loaf {\n  id Int ${text}\n}\n` })
    expect(diagnostics.map(({ code }) => code)).toEqual(['foreign/prisma-syntax'])
  })

  test('a list of lists in a schema of Prisma', async () => {
    await survives(`model Loaf {\n  id Int @default(${'['.repeat(20_000)}1${']'.repeat(20_000)})\n}`)
  })

  test('a file of many statements', { tags: ['full'] }, async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `INSERT INTO loaves VALUES (${at}, 'ä');`).join('\n')
    const { diagnostics } = await lintTexts({ 'a.sql': `${many}\nCREATE TABLE loaf (a int);` })
    expect(diagnostics.map(({ code }) => code)).toEqual(['naming/table'])
  })
})
