import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyze } from '../../generator/analyze.ts'
import { applyFixes } from '../../generator/diagnostic/apply-fixes.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { sourcesIn } from '../support/analyze-folder.ts'

const reference = sourcesIn(join(import.meta.dirname, '../../spec'))

/** Only timestamps are asked for their suffix; a date may share it. */
const timestamps = /\b(?!(due|(period_)?(starts|ends))_on)[a-z]+(_[a-z]+)*_on\b(?!_)/g

/** The reference spec with every match replaced, wherever it stands, in all files but that of the project. */
function misnamed(pattern: RegExp, by: (match: string) => string): readonly SourceFile[] {
  return reference.map(({ path, text }) => ({
    path,
    text: path === 'stowage.yaml' ? text : text.replace(pattern, by),
  }))
}

/** Applies the fixes of naming rules until there is none. */
function mended(files: readonly SourceFile[]): readonly SourceFile[] {
  let current = files
  for (let round = 0; round < 5; round += 1) {
    const naming = analyze(current).diagnostics.filter(({ code }) => code.startsWith('naming/'))
    const { files: changed } = applyFixes(current, naming)
    const byPath = new Map(changed.map((file) => [file.path, file]))
    current = current.map((file) => byPath.get(file.path) ?? file)
  }
  return current
}

/** A plain replacement of text breaks a name everywhere; the fixes, which know only spans, must undo exactly that. */
describe('the reference spec, misnamed throughout', () => {
  const expectUndone = (pattern: RegExp, by: (name: string) => string): void => {
    const files = misnamed(pattern, by)
    expect(files).not.toEqual(reference)
    expect(analyze(files).diagnostics.some(({ code }) => code.startsWith('naming/'))).toBe(true)
    expect(mended(files)).toEqual(reference)
  }

  test('comes back by the fixes: timestamps', () => {
    expectUndone(timestamps, (name) => name.replace(/_on$/, '_at'))
  })

  test.each([
    [
      'identifiers of outside systems',
      /\bexternal_(?!id\b)[a-z_]+\b/g,
      (name: string) => name.replace('external_', 'ext_'),
    ],
    ['pointers to objects', /\b[a-z]+_s3_key\b/g, (name: string) => name.replace('_s3_key', '_path')],
    ['public ids', /\bref_id\b/g, () => 'public_ulid'],
    [
      'enum values',
      /\b(awaiting_review|in_review|past_due)\b/g,
      (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    ],
    [
      'entities',
      /(?<![.\w] )\b(ActivityRun|BlogPost|LeadActivity)\b(?=:|\))/g,
      (name: string) => name.replace(/(?<=[a-z])([A-Z])/g, '_$1').toLowerCase(),
    ],
    [
      'mixins',
      /\b(base|mutable|soft_delete)_fields\b/g,
      (name: string) => `${name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`,
    ],
  ])('comes back by the fixes: %s', { tags: ['full'] }, (_, pattern, by) => {
    expectUndone(pattern, by)
  })
})
