import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyze } from '../../generator/analyze.ts'
import { applyFixes } from '../../generator/diagnostic/apply-fixes.ts'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import { onlyFix } from '../../generator/diagnostic/fixable.ts'
import { tokensOf } from '../../generator/front/parse/tokens.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { sourcesIn } from '../support/analyze-folder.ts'
import { mutated, mutation, wordsOf } from '../support/mutation.ts'
import { attempts } from '../support/run-marks.ts'

/** Slips, each with the file it is made in. */
const slips = fc.array(fc.record({ file: fc.nat({ max: 1000 }), slip: mutation }), { minLength: 1, maxLength: 4 })

/** More rounds than `lint --fix` makes, so that one that would go on for ever is seen. */
const mostRounds = 12

function errors(diagnostics: readonly Diagnostic[], family = ''): number {
  return diagnostics.filter(({ severity, code }) => severity === 'error' && code.startsWith(family)).length
}

/** What stands in a text that cannot be read, or under a key that is not known, is seen only when that is mended. */
const uncovers = /^(syntax|shape|type)\//

/** The ranges of a file that fixes name, in order, each once. */
function named(applied: readonly Diagnostic[], path: string): readonly (readonly [start: number, end: number])[] {
  const edits = applied
    .flatMap((diagnostic) => onlyFix(diagnostic)?.edits ?? [])
    .filter(({ span }) => span.file.path === path)
  const ranges = new Map(edits.map(({ span }) => [`${span.start} ${span.end}`, [span.start, span.end] as const]))
  return [...ranges.values()].sort(([a, b], [c, d]) => a - c || b - d)
}

/** Fails where a text differs from another one outside of ranges: what stands between two of them must follow in order. */
function expectKept(before: string, after: string, ranges: readonly (readonly [number, number])[]): void {
  let from = 0
  let at = 0
  for (const [start, end] of ranges) {
    const kept = before.slice(from, start)
    const found = after.indexOf(kept, at)
    expect(found, kept).toBeGreaterThanOrEqual(at)
    at = found + kept.length
    from = end
  }
  expect(after.endsWith(before.slice(from))).toBe(true)
}

/** Quotes are put round what looks like a comment, since it is none: `pattern: ^a #b$`. */
const quoting = /^syntax\//

function expectComments(file: SourceFile, applied: readonly Diagnostic[]): void {
  const comments = tokensOf(file.text).filter(({ kind }) => kind === 'comment')
  for (const diagnostic of applied) {
    if (quoting.test(diagnostic.code)) continue
    for (const { span, text } of onlyFix(diagnostic)?.edits ?? []) {
      if (span.file.path !== file.path) continue
      const lost = comments.filter(({ start, end }) => start < span.end && span.start < end)
      expect(lost, `${diagnostic.code}: ${text}`).toEqual([])
    }
  }
}

describe.each([
  { folder: 'test/cases/clinic/spec', numRuns: 200 },
  { folder: 'test/cases/documented/spec', numRuns: 100 },
])('$folder with slips, mended', ({ folder, numRuns }) => {
  const sources = sourcesIn(folder)
  const words = wordsOf(sources.map(({ text }) => text))

  test('changes in the named ranges alone, keeps comments, comes to an end and is no worse', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(slips, (made) => {
        let files: readonly SourceFile[] = made.reduce((all, { file, slip }) => {
          const index = file % all.length
          const { path, text } = all[index] ?? { path: '', text: '' }
          return all.with(index, { path, text: mutated(text, slip, words) })
        }, sources)
        let { diagnostics } = analyze(files)
        const before = diagnostics
        let hidden = false
        let round = 0
        for (; round < mostRounds; round += 1) {
          const { files: changed, applied } = applyFixes(files, diagnostics)
          if (changed.length === 0) break
          hidden ||= applied.some(({ code }) => uncovers.test(code))
          const texts = new Map(changed.map(({ path, text }) => [path, text]))
          for (const file of files) {
            expectKept(file.text, texts.get(file.path) ?? file.text, named(applied, file.path))
            expectComments(file, applied)
          }
          files = files.map((file) => ({ path: file.path, text: texts.get(file.path) ?? file.text }))
          diagnostics = analyze(files).diagnostics
        }
        expect(round).toBeLessThan(mostRounds)
        expect(errors(diagnostics, 'syntax/')).toBeLessThanOrEqual(errors(before, 'syntax/'))
        if (!hidden) expect(errors(diagnostics)).toBeLessThanOrEqual(errors(before))
      }),
      { numRuns: attempts(numRuns) },
    )
  })
})
