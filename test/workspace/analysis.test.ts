import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { Recorder } from '../../generator/base/recall/recorder.ts'
import { ruleCodes } from '../../generator/diagnostic/codes.ts'
import type { Snapshot } from '../../generator/workspace/workspace.ts'
import { sourcesIn } from '../support/analyze-folder.ts'
import { EditedSpec } from '../support/edited-spec.ts'
import { plainTextOf } from '../support/plain-text-of.ts'
import { attempts } from '../support/run-marks.ts'
import { specEdit } from '../support/spec-edit.ts'

function expectSame(warm: Snapshot, cold: Snapshot): void {
  expect(plainTextOf(warm.diagnostics)).toBe(plainTextOf(cold.diagnostics))
  expect(plainTextOf(warm.suppressed)).toBe(plainTextOf(cold.suppressed))
  expect(plainTextOf(warm.model)).toBe(plainTextOf(cold.model))
  expect(plainTextOf(warm.files)).toBe(plainTextOf(cold.files))
}

/** Each span is one of a file that is there now, as who asks by a file's identity needs it. */
function expectCurrentFiles({ diagnostics, files, model }: Snapshot): void {
  const current = new Set(files)
  const stale = diagnostics.flatMap(({ span }) =>
    span === undefined || current.has(span.file) ? [] : [span.file.path],
  )
  for (const spans of model?.uses.values() ?? []) {
    for (const { file } of spans) if (!current.has(file)) stale.push(file.path)
  }
  expect(stale).toEqual([])
}

function tryEdits(folder: string, numRuns: number, seed?: number): void {
  const sources = sourcesIn(folder)
  fc.assert(
    fc.property(fc.array(specEdit, { minLength: 1, maxLength: 12 }), (edits) => {
      const spec = new EditedSpec(sources)
      spec.warm()
      for (const edit of edits) {
        spec.do(edit)
        const warm = spec.warm()
        expectSame(warm, spec.cold())
        expectCurrentFiles(warm)
      }
    }),
    { numRuns, ...(seed === undefined ? {} : { seed, endOnFailure: true }) },
  )
}

describe('a spec that is analysed after each edit', () => {
  test.each(['clinic', 'shared-templates', 'split-entity', 'value-types', 'mixin-precedence', 'lifecycle'])(
    '%s: says what a cold analysis says',
    { timeout: 120_000 },
    (name) => tryEdits(`test/cases/${name}/spec`, attempts(name === 'clinic' ? 64 : 40, 8)),
  )

  test.each(ruleCodes)('%s: finds by each entity what it finds in all, also when asked again', (code) => {
    for (const kind of ['valid', 'invalid']) {
      const spec = new EditedSpec(sourcesIn(`test/rules/${code}/${kind}`))
      const cold = spec.cold()
      expectSame(spec.warm(), cold)
      expectSame(spec.warm(), cold)
    }
  })

  test('would be found out if it forgot what it looked up', () => {
    vi.spyOn(Recorder.prototype, 'note').mockImplementation(() => undefined)
    try {
      expect(() => tryEdits('test/cases/clinic/spec', 60, 1)).toThrow(/Property failed/)
    } finally {
      vi.restoreAllMocks()
    }
  })
})
