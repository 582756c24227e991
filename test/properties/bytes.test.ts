import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sourcesIn } from '../support/analyze-folder.ts'
import { bytesOf, compileBytes } from '../support/compile-bytes.ts'
import { expectReport } from '../support/expect-report.ts'
import { attempts } from '../support/run-marks.ts'

const spec = bytesOf(sourcesIn('test/cases/clinic/spec'))
const encoder = new TextEncoder()
const words =
  'stowage name stores include domain mixins types enums entities postgres mongo s3 fields use unique indexes lifecycle ' +
  'objects path tenancy conventions rules volume expire A a 1 null true __proto__ constructor ref(A) string(1) [] {} *.yaml'
const marks = ['\n', '\n  ', '\n    ', '- ', '? ', '|\n', '>-\n', '&a ', '*a', '<<: *a', '!!int ', '---\n', '...\n']
const pieces = [
  ...words.split(' '),
  ...marks,
  ...'{}[]:,-?!&*#|>\'"%@`~ \t\r\ufeff\u2028\u0000',
  ': ',
  '%YAML 1.2\n',
  '**',
  '../',
]

/** Bytes from nowhere, text in any script, and what looks like YAML from afar. */
const bytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 200 }).map((text) => encoder.encode(text)),
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => encoder.encode(all.join(''))),
  },
  // The domain of JSON is one of YAML, and has its own extremes.
  fc.json({ maxDepth: 6 }).map((text) => encoder.encode(text)),
)

/** Fails where a spec is answered by neither a model nor an error that can be read. */
function expectAnswer(spec: ReadonlyMap<string, Uint8Array>): void {
  const { files, model, diagnostics } = compileBytes(spec)
  expectReport(files, diagnostics)
  expect(model !== undefined || diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
}

test('arbitrary bytes as any file of a spec get a report', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...spec.keys()), bytes, (path, content) => {
      expectAnswer(new Map([...spec, [path, content]]))
    }),
    { numRuns: attempts(200) },
  )
})

test('arbitrary bytes as a whole spec get a report', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(bytes, (content) => expectAnswer(new Map([['stowage.yaml', content]]))),
    { numRuns: attempts(1000) },
  )
})

// Nothing was said of these once, and nothing was made of them.
test.each(['{}', 'domain: People', 'mixins: {}'])('a project file without a project gets a report: %s', (text) => {
  expectAnswer(new Map([['stowage.yaml', encoder.encode(text)]]))
})
