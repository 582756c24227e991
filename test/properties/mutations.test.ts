import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyze } from '../../generator/analyze.ts'
import { applyFixes } from '../../generator/diagnostic/apply-fixes.ts'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import { emitters } from '../../generator/emit/index.ts'
import { generate } from '../../generator/generate.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { sourcesIn } from '../support/analyze-folder.ts'
import { bytesOf, compileBytes } from '../support/compile-bytes.ts'
import { expectReport } from '../support/expect-report.ts'
import { mutated, mutation, wordsOf } from '../support/mutation.ts'
import { prismaRefusal } from '../support/prisma-refusal.ts'
import { attempts } from '../support/run-marks.ts'

/** Slips, each with the file it is made in. */
const slips = fc.array(fc.record({ file: fc.nat({ max: 1000 }), slip: mutation }), { minLength: 1, maxLength: 3 })

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

/** The files that cannot be parsed. */
function unparsed(diagnostics: readonly Diagnostic[]): ReadonlySet<string | undefined> {
  const broken = diagnostics.filter((diagnostic) => isError(diagnostic) && diagnostic.code.startsWith('syntax/'))
  return new Set(broken.map(({ span }) => span?.file.path))
}

/** Fails where fixes make a file unreadable that could be read. */
function expectFixesToParse(files: readonly SourceFile[], diagnostics: readonly Diagnostic[]): void {
  const fixed = new Map(applyFixes(files, diagnostics).files.map((file) => [file.path, file]))
  if (fixed.size === 0) return
  const before = unparsed(diagnostics)
  const after = analyze(files.map((file) => fixed.get(file.path) ?? file))
  expect([...unparsed(after.diagnostics)].filter((path) => !before.has(path))).toEqual([])
}

/** Fails where a spec is answered by neither a report that can be read nor an output that can be used. */
function expectAnswer(sources: readonly SourceFile[]): void {
  const { files, model, diagnostics } = compileBytes(bytesOf(sources))
  expectReport(files, diagnostics)
  expectFixesToParse(files, diagnostics)
  if (diagnostics.some(isError)) return
  if (model === undefined) throw new Error('neither a model nor an error')
  const output = generate(model, emitters)
  const paths = output.map(({ path }) => path.toLowerCase())
  expect(new Set(paths).size, 'paths that differ on every disk').toBe(paths.length)
  expect(prismaRefusal(output)).toBeUndefined()
}

describe.each([
  { folder: 'spec', numRuns: 25 },
  { folder: 'test/cases/clinic/spec', numRuns: 250 },
])('$folder with a few slips', ({ folder, numRuns }) => {
  const sources = sourcesIn(folder)
  const words = wordsOf(sources.map(({ text }) => text))

  test('gets a report or an output', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(slips, (made) => {
        const files = [...sources]
        for (const { file, slip } of made) {
          const index = file % files.length
          const { path, text } = files[index] ?? { path: '', text: '' }
          files[index] = { path, text: mutated(text, slip, words) }
        }
        expectAnswer(files)
      }),
      // Every run tries other slips and prints the seed of what it finds; the full one tries more.
      { numRuns: attempts(numRuns) },
    )
  })
})

/** What such slips have brought to light. */
describe('slips that were answered wrongly once', () => {
  const clinic = sourcesIn('test/cases/clinic/spec')

  function amended(path: string, from: string, to: string): readonly SourceFile[] {
    const found = clinic.find((file) => file.path === path)?.text.includes(from)
    if (found !== true) throw new Error(`${path} does not hold ${from}`)
    return clinic.map((file) => (file.path === path ? { path, text: file.text.replace(from, to) } : file))
  }

  test.each(['prescriptions/{code}/', '"', "'"])(
    'a file that ends in a path %s: its report pointed behind the end',
    (path) => {
      const whole = clinic.find((file) => file.path === 'areas/care.yaml')?.text ?? ''
      expectAnswer(amended('areas/care.yaml', whole.slice(whole.indexOf('prescriptions/{code}/')), path))
    },
  )

  test('a mistyped value of an enum: a fix wrote it wherever the right one stood', () => {
    expectAnswer(amended('areas/care.yaml', 'calledOff: The', 'c{alledOff: The'))
  })

  test('an index that stands twice: Prisma refused the output', () => {
    const index = '        - [by_usual_doctor]\n'
    expectAnswer(amended('areas/people.yaml', index, index + index))
  })
})
