import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { analyze } from '../../generator/analyze.ts'
import type { OutputFile } from '../../generator/emit/emitter.ts'
import { emitters } from '../../generator/emit/index.ts'
import { format } from '../../generator/format/format.ts'
import { generate } from '../../generator/generate.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { sourcesIn } from '../support/analyze-folder.ts'
import { underCarets } from '../support/analyze-text.ts'
import { decorated, decorations, holders, shuffled } from '../support/decorated.ts'
import { mutated, mutation, wordsOf } from '../support/mutation.ts'
import { attempts } from '../support/run-marks.ts'

const folders = ['spec', ...globSync('test/cases/*/spec/stowage.yaml').map(dirname).sort()]

/** Mappings whose keys are names: their order is the writer's. */
const ofNames = new Set(
  [
    'mixins',
    'types',
    'enums',
    'entities',
    'fields',
    'values',
    'objects',
    'buckets',
    'allow',
    'text_index',
    'where',
  ].concat(['levels', 'about']),
)

function formatted(file: SourceFile): string {
  const text = format(file)
  if (text === undefined) throw new Error(`${file.path} does not parse:\n${file.text}`)
  return text
}

function findings(files: readonly SourceFile[]): readonly string[] {
  return analyze(files)
    .diagnostics.map((diagnostic) => `${diagnostic.code} ${underCarets(diagnostic)}`.replaceAll(/\s+/g, ' '))
    .sort()
}

describe('every spec of the tests and the reference spec', () => {
  const expectSame = (folder: string): void => {
    const before = sourcesIn(folder)
    const after = before.map((file) => ({ path: file.path, text: format(file) ?? file.text }))
    for (const [index, file] of before.entries()) {
      const { text } = after[index] ?? file
      expect(format({ path: file.path, text }) ?? text).toBe(text)
      expect(text).not.toMatch(/[ \t]$|\n\n\n|\n\n$|^\n/)
      expect([...text.matchAll(/#.*/g)].map(String).sort()).toEqual([...file.text.matchAll(/#.*/g)].map(String).sort())
    }
    // What stands at the ends of lines or in which order two things clash is told at another place.
    const told = (files: readonly SourceFile[]): readonly string[] =>
      findings(files).filter((each) => !each.startsWith('syntax/'))
    expect(told(after)).toEqual(told(before))
  }

  test.each(folders.slice(0, 2))('%s says the same when it is formatted, and is then in its layout', expectSame)
  test.each(folders.slice(2))(
    '%s says the same when it is formatted, and is then in its layout',
    { tags: ['full'] },
    expectSame,
  )
})

test.each(['test/cases/clinic/spec', 'test/cases/documented/spec'])(
  '%s: the output is the same to the byte',
  (folder) => {
    const sources = sourcesIn(folder)
    const outputOf = (files: readonly SourceFile[]): readonly OutputFile[] => {
      const { model } = analyze(files)
      return model === undefined ? [] : generate(model, emitters)
    }
    const before = outputOf(sources)
    expect(before.length).toBeGreaterThan(0)
    expect(outputOf(sources.map((file) => ({ path: file.path, text: formatted(file) })))).toEqual(before)
  },
)

describe('any layout of a spec', () => {
  const files = ['spec/domains/billing.yaml', 'spec/stowage.yaml', 'test/cases/clinic/spec/areas/care.yaml'].map(
    (path) => {
      const folder = path.replace(/^(.*\bspec)\/.*/, '$1')
      return sourcesIn(folder).find((file) => `${folder}/${file.path}` === path) ?? { path, text: '' }
    },
  )

  test.each(files)('$path: says the same, keeps each comment at its key, and is not changed again', (file) => {
    fc.assert(
      fc.property(fc.nat(), decorations, (seed, made) => {
        const text = decorated(shuffled(file.text, seed, ofNames), made)
        const once = formatted({ path: file.path, text })
        expect(parseYaml(once)).toEqual(parseYaml(text))
        expect(formatted({ path: file.path, text: once })).toBe(once)
        const before = [...holders(text)].sort()
        expect([...holders(once)].sort()).toEqual(before)
        expect(once).not.toMatch(/[ \t]$|\n\n\n|\n\n$|^\n/)
      }),
      { numRuns: attempts(200, 10) },
    )
  })

  test.each(files)('$path: its keys come into one order, whatever the order they had', (file) => {
    const plain = formatted({ path: file.path, text: shuffled(file.text, 1, ofNames) })
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(formatted({ path: file.path, text: shuffled(file.text, seed, ofNames) })).toBe(plain)
      }),
      { numRuns: attempts(100, 10) },
    )
  })
})

/** Texts of every sort, most of them broken: what comes out is either nothing or in its layout. */
describe('a spec with slips', () => {
  const sources = sourcesIn('test/cases/clinic/spec')
  const words = wordsOf(sources.map(({ text }) => text))

  test('is left alone or laid out for good', () => {
    const slips = fc.array(mutation, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.nat(sources.length - 1), slips, (index, made) => {
        const { path, text } = sources[index] ?? { path: '', text: '' }
        const broken = made.reduce((each, slip) => mutated(each, slip, words), text)
        const once = format({ path, text: broken })
        if (once === undefined) return
        expect(format({ path, text: once })).toBe(once)
        expect(parseYaml(once, { uniqueKeys: false })).toEqual(
          parseYaml(broken.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n'), { uniqueKeys: false }),
        )
      }),
      { numRuns: attempts(4000, 10) },
    )
  })
})
