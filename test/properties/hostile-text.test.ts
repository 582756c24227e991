import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { analyze } from '../../generator/analyze.ts'
import { emitters } from '../../generator/emit/index.ts'
import { generate } from '../../generator/generate.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { sourcesIn } from '../support/analyze-folder.ts'
import { attempts } from '../support/run-marks.ts'
import { shapeOf } from '../support/shape/index.ts'
import { withTexts } from '../support/with-texts.ts'

/** What has broken out of one generator or another: quotes, ends of comments, templates, fences, tables, tags, controls. */
const hostile: readonly (readonly [string, string])[] = [
  ['quotes', `it's "quoted" and \`ticked\``],
  ['end of a block comment', '*/ process.exit(1) /*'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is meant to look like one
  ['template literal', '${process.exit(1)} `${1}`'],
  ['newlines', 'first\nsecond\r\nthird\n\nfifth'],
  ['front matter and fences', '---\n```\n~~~\n```mermaid\nerDiagram\n```'],
  ['table cells', 'a | b || c \\| d'],
  ['tags', '</script><script>alert(1)</script><img src=x onerror=alert(1)> <!-- -->'],
  ['line separators', 'one\u2028two\u2029three\u0085four'],
  ['bidi controls', 'safe\u202Etxet\u202C \u2066isolated\u2069'],
  ['control characters', 'bell\u0007 escape\u001b[31m null\u0000 delete\u007f'],
  ['lone surrogates', 'half \ud800 of \udc00 a pair'],
  ['backslashes', '\\ \\n \\u0041 \\` \\" ends with \\'],
  ['markdown', '# h\n* [link](javascript:alert(1)) **b** _i_ ![x](y) <b> &amp; 1. - > quote'],
  ['mermaid', '%%{init: {}}%% end; --> A["x"] :::c #quot; } { ||--o{ "'],
  ['prisma', '/// @@map("x") } model Evil { id Int @id }'],
  ['ten thousand characters', 'long '.repeat(2000)],
]

type Shapes = ReadonlyMap<string, unknown>

/** An entity whose defaults and conditions are texts of the spec too, in both stores of records. */
function withDefault(text: string): SourceFile {
  const quoted = JSON.stringify(text.replaceAll('\0', '').toWellFormed())
  return {
    path: 'defaults.yaml',
    text: `domain: Defaults
entities:
  Note:
    tenancy: { mode: none, why: ${quoted} }
    postgres:
      fields:
        uid: { type: uuid, primary: true, default: uuid7 }
        code: { type: ulid, public_id: true, default: ulid }
        copy: part(mongo)?
        body: { type: string(20000), default: ${quoted}, name: body_text }
      unique: [{ fields: [body], where: { body: ${quoted} }, name: one_body, about: ${quoted} }]
    mongo:
      fields:
        code: { type: ulid, public_id: true, default: ulid }
        copy: { type: string, default: ${quoted} }
      unique: [{ fields: [copy], where: { copy: ${quoted} }, about: ${quoted} }]
`,
  }
}

async function shapesWith(folder: string, text: string): Promise<Shapes> {
  const files = [...withTexts(sourcesIn(folder), text), withDefault(text)]
  const { model, diagnostics } = analyze(files)
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  if (model === undefined) throw new Error('no model')
  expect(errors.map(({ code, message }) => `${code}: ${message}`)).toEqual([])
  const shapes = new Map<string, unknown>()
  for (const file of generate(model, emitters)) shapes.set(file.path, await shapeOf(file.path, file.text))
  return shapes
}

async function expectSameShape(folder: string, text: string, harmless: Shapes): Promise<void> {
  const shapes = await shapesWith(folder, text)
  expect([...shapes.keys()]).toEqual([...harmless.keys()])
  for (const [path, shape] of shapes) expect(shape, path).toEqual(harmless.get(path))
}

/** A small spec over all stores, so that arbitrary texts can be tried in number. */
const small = 'test/cases/clinic/spec'

describe('a hostile text leaves every output the shape that a harmless twin has', () => {
  let harmless: Shapes = new Map()
  beforeAll(async () => {
    harmless = await shapesWith(small, 'harmless')
  }, 60_000)

  // Each text costs a whole compilation: a few of them always, all of them in the full run, arbitrary ones always.
  test.each(hostile.slice(0, 3))('%s', async (_, text) => {
    await expectSameShape(small, text, harmless)
  })

  test.each(hostile.slice(3))('%s', { tags: ['full'] }, async (_, text) => {
    await expectSameShape(small, text, harmless)
  })

  test('arbitrary texts', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (text) => {
        fc.pre(text.trim() !== '')
        await expectSameShape(small, text, harmless)
      }),
      { numRuns: attempts(15, 8) },
    )
  })
})
