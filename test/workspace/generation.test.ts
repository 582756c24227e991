import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { Recorder } from '../../generator/base/recall/recorder.ts'
import { emitters } from '../../generator/emit/index.ts'
import { type GeneratedFile, generate } from '../../generator/generate.ts'
import { Generation } from '../../generator/generation.ts'
import type { Snapshot } from '../../generator/workspace/workspace.ts'
import { sourcesIn } from '../support/analyze-folder.ts'
import { EditedSpec } from '../support/edited-spec.ts'
import { attempts } from '../support/run-marks.ts'
import { specEdit } from '../support/spec-edit.ts'

/** The model where there is one to generate from. */
function soundModel({ diagnostics, model }: Snapshot): Snapshot['model'] {
  return diagnostics.some(({ severity }) => severity === 'error') ? undefined : model
}

function expectSame(warm: readonly GeneratedFile[], cold: readonly GeneratedFile[]): void {
  expect(warm.map(({ path }) => path)).toEqual(cold.map(({ path }) => path))
  const other = warm.filter((file, at) => file.text !== cold[at]?.text)
  expect(other.map(({ path, text }) => [path, text])).toEqual(
    other.map(({ path }) => [path, cold.find((file) => file.path === path)?.text]),
  )
  expect(warm.map(({ emitter, sources }) => [emitter, sources])).toEqual(
    cold.map(({ emitter, sources }) => [emitter, sources]),
  )
}

function tryEdits(folder: string, numRuns: number, seed?: number): void {
  const sources = sourcesIn(folder)
  fc.assert(
    fc.property(fc.array(specEdit, { minLength: 1, maxLength: 14 }), (edits) => {
      const spec = new EditedSpec(sources)
      const generation = new Generation(emitters)
      const first = soundModel(spec.warm())
      if (first === undefined) throw new Error(`${folder} is unsound`)
      generation.generate(first)
      for (const edit of edits) {
        spec.do(edit)
        const model = soundModel(spec.warm())
        const cold = soundModel(spec.cold())
        expect(model === undefined).toBe(cold === undefined)
        if (model === undefined || cold === undefined) continue
        expectSame(generation.generate(model), generate(cold, emitters))
      }
    }),
    { numRuns, ...(seed === undefined ? {} : { seed, endOnFailure: true }) },
  )
}

describe('an output that is generated after each edit', () => {
  test.each(['clinic', 'shared-templates', 'split-entity', 'value-types', 'lifecycle', 'text-search'])(
    '%s: is what a cold run generates, byte by byte',
    { timeout: 240_000 },
    (name) => tryEdits(`test/cases/${name}/spec`, attempts(name === 'clinic' ? 24 : 16, 3)),
  )

  test.each(['clinic', 'shared-templates', 'split-entity'])(
    '%s: also where each line with all below it is taken out and put back',
    { tags: ['full'], timeout: 600_000 },
    (name) => {
      const sources = sourcesIn(`test/cases/${name}/spec`)
      const spec = new EditedSpec(sources)
      const generation = new Generation(emitters)
      let generated = 0
      for (const [file, { text }] of sources.entries()) {
        for (const at of text.split('\n').keys()) {
          for (const edit of [
            { kind: 'slip', file, slip: { kind: 'delete key', at } },
            { kind: 'mend all' },
          ] as const) {
            spec.do(edit)
            const model = soundModel(spec.warm())
            const cold = soundModel(spec.cold())
            if (model === undefined || cold === undefined) continue
            generated += 1
            expectSame(generation.generate(model), generate(cold, emitters))
          }
        }
      }
      expect(generated).toBeGreaterThan(100)
    },
  )

  test('would be found out if it forgot what it read', { tags: ['full'], timeout: 240_000 }, () => {
    vi.spyOn(Recorder.prototype, 'note').mockImplementation(() => undefined)
    try {
      expect(() => tryEdits('test/cases/clinic/spec', 100, 1)).toThrow(/Property failed/)
    } finally {
      vi.restoreAllMocks()
    }
  })
})
