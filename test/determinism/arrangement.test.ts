import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emitters } from '../../generator/emit/index.ts'
import { generate } from '../../generator/generate.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { sourcesIn } from '../support/analyze-folder.ts'
import { bytesOf, compileBytes } from '../support/compile-bytes.ts'
import { rearranged } from '../support/rearranged.ts'
import { attempts } from '../support/run-marks.ts'

function outputOf(sources: readonly SourceFile[]): ReadonlyMap<string, string> {
  const { model, diagnostics } = compileBytes(bytesOf(sources))
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  if (model === undefined) throw new Error('no model')
  return new Map(generate(model, emitters).map(({ path, text }) => [path, text]))
}

describe.each([
  { folder: 'spec', numRuns: 6 },
  { folder: 'test/cases/clinic/spec', numRuns: 40 },
  { folder: 'test/cases/split-entity/spec', numRuns: 20 },
])('$folder', ({ folder, numRuns }) => {
  const sources = sourcesIn(folder)
  const expected = outputOf(sources)

  test('gives the same output however its files are named, divided, ordered and included', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const other = rearranged(sources, seed)
        expect(other.map(({ path }) => path).slice(1)).not.toContain(sources[1]?.path)
        const output = outputOf(other)
        expect([...output.keys()]).toEqual([...expected.keys()])
        for (const [path, text] of output) expect(text, path).toBe(expected.get(path))
      }),
      { numRuns: attempts(numRuns) },
    )
  })

  test('gives the same output twice in one process', () => {
    expect(outputOf(sources)).toEqual(expected)
  })

  test('gives another output where the order of fields is another', () => {
    const turned = sources.map(({ path, text }) => ({ path, text: swapFirstFields(text) }))
    expect(turned).not.toEqual(sources)
    expect(outputOf(turned)).not.toEqual(expected)
  })
})

/** Swaps two neighbouring one-line fields of the first block of fields where that can be done. */
function swapFirstFields(text: string): string {
  return text.replace(/(\n {8}[a-z]\w*: [^\n]+)(\n {8}[a-z]\w*: [^\n]+)/, '$2$1')
}
