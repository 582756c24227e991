import { getSchema, type Schema } from '@mrleebo/prisma-ast'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Model } from '../../../generator/model/model.ts'
import { soundModel } from '../../support/analyze-folder.ts'
import { PrismaEngineApart } from '../../support/prisma-engine-apart.ts'
import { attempts } from '../../support/run-marks.ts'
import { basis, modelOf, prismaFilesOf } from './spec-of.ts'

const engine = new PrismaEngineApart()
afterAll(() => engine.close())

/** A copy of a part of the model in which every free text is another. Spans, which hold the sources, stay. */
function retexted<T>(value: T, text: string): T {
  if (Array.isArray(value)) return value.map((item) => retexted(item, text)) as T
  if (value === null || typeof value !== 'object' || value instanceof Map) return value
  const entries = Object.entries(value).map(([key, inner]): readonly [string, unknown] => {
    if (/span$/i.test(key)) return [key, inner]
    if (typeof inner === 'string' && (/^(about|pattern|why|was)$/.test(key) || isText(value, key))) return [key, text]
    return [key, retexted(inner, text)]
  })
  return Object.fromEntries(entries) as T
}

/** The value of a default or of a condition. */
function isText(owner: object, key: string): boolean {
  return key === 'value' && (('kind' in owner && owner.kind === 'literal') || 'is' in owner)
}

function withTexts(model: Model, text: string): Model {
  const entities = retexted(model.entities, text)
  const byName = { ...model.byName, entities: new Map(entities.map((entity) => [entity.name, entity])) }
  return { ...model, domains: retexted(model.domains, text), entities, byName }
}

/** The tree with every comment and string emptied; comments that follow each other are one. */
function shapeOf(text: string): Schema {
  const strip = (value: unknown): unknown => {
    if (typeof value === 'string') return value.startsWith('"') ? '""' : value
    if (Array.isArray(value)) {
      return value.map(strip).filter((item, at, all) => !(isComment(item) && isComment(all[at - 1])))
    }
    if (value === null || typeof value !== 'object') return value
    if (isComment(value)) return { type: 'comment' }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, strip(inner)]))
  }
  return strip(getSchema(text)) as Schema
}

function isComment(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'comment'
}

const payloads = [
  '"',
  '\\',
  '\\"',
  '"\n',
  '*/',
  '`',
  '\u0024{process.exit(1)}',
  '\n',
  '\r\n',
  '\r',
  '\u2028',
  '\u2029',
  '\u0085',
  '---',
  '|',
  '</script>',
  '\u202e',
  '\u0000',
  '\ufeff',
  '\ud800',
  '}\nmodel Injected {\n  id String @id\n}',
  '@@map("x")',
  '///',
  '// ',
  'x'.repeat(10_000),
  ' ',
  '\t',
  '\u{1f600}',
  '"\n}\n\nmodel Injected {\n  id String @id\n}\n//',
]

const hostile = fc.oneof(
  fc.constantFrom(...payloads),
  fc
    .array(fc.oneof(fc.constantFrom(...payloads), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 6 })
    .map((all) => all.join('')),
)

const small = modelOf(`${basis}
  Order:
    about: One order.
    use: [base_fields, soft_delete_fields]
    postgres:
      why: counted
      fields:
        code: { type: string(20), pattern: "^[a-z]+$", default: x, about: What is printed on it. }
      unique: [{ fields: [code], where: { code: x }, about: Once. }]
      indexes: [{ fields: [code], where: { code: [x, y] }, about: For the search. }]
`)

test.each([
  ['a small spec', small, 60],
  ['the reference spec', soundModel('spec'), 6],
] as const)(
  'no text changes what the schema of %s says',
  async (_, model, numRuns) => {
    const twin = prismaFilesOf(withTexts(model, 'harmless'))
    const shapes = twin.map(([path, text]) => [path, shapeOf(text)])
    const names = (await engine.read(twin)).models.map((one) => [one.name, one.fields.map((field) => field.name)])
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const files = prismaFilesOf(withTexts(model, `x${text}`))
        const reading = await engine.read(files)
        expect(reading.errors).toBeUndefined()
        expect(reading.formatted).toEqual(files)
        expect(reading.models.map((one) => [one.name, one.fields.map((field) => field.name)])).toEqual(names)
        expect(files.map(([path, source]) => [path, shapeOf(source)])).toEqual(shapes)
      }),
      { numRuns: attempts(numRuns) },
    )
  },
  120_000,
)

test('the text itself arrives', async () => {
  const text = 'a "quoted" \\ text\nof two lines'
  const { models } = await engine.read(prismaFilesOf(withTexts(small, text)))
  const code = models.find(({ name }) => name === 'Order')?.fields.find(({ name }) => name === 'code')
  expect(code?.default).toBe(text)
  expect(code?.documentation).toContain(text)
})
