import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Alternatives, Atom } from '../../generator/rules/s3/atoms.ts'
import { canCoincide } from '../../generator/rules/s3/overlap.ts'
import { analyzeText } from '../support/analyze-text.ts'

const letters = fc.subarray(['a', 'b', '-'], { minLength: 1 })

const atom: fc.Arbitrary<Atom> = fc
  .record({ characters: letters, min: fc.nat(2), more: fc.nat(2) })
  .map(({ characters, min, more }) => ({ characters: new Set(characters), min, max: min + more }))

const alternatives: fc.Arbitrary<Alternatives> = fc.array(fc.array(atom, { maxLength: 3 }), {
  minLength: 1,
  maxLength: 2,
})

/** The same language as a regular expression: JavaScript's engine is the judge. */
function expression(texts: Alternatives): RegExp {
  const one = ({ characters, min, max }: Atom): string =>
    `[${[...characters].join('').replace('-', '\\-')}]{${min},${max === Number.POSITIVE_INFINITY ? '' : max}}`
  return new RegExp(`^(${texts.map((atoms) => atoms.map(one).join('')).join('|')})$`)
}

/** Every text over the alphabet of up to so many characters. */
function textsUpTo(length: number): readonly string[] {
  const all = ['']
  for (const text of all) if (text.length < length) all.push(...['a', 'b', '-'].map((letter) => text + letter))
  return all
}

describe('two forms of a key', () => {
  const texts = textsUpTo(6)

  test('coincide exactly where some text matches both', () => {
    fc.assert(
      fc.property(alternatives, alternatives, (a, b) => {
        const [left, right] = [expression(a), expression(b)]
        const shared = texts.some((text) => left.test(text) && right.test(text))
        const short = [a, b].some((one) => one.every((atoms) => atoms.reduce((sum, { max }) => sum + max, 0) <= 6))
        fc.pre(short || shared)
        expect(canCoincide(a, b)).toBe(shared)
      }),
      { numRuns: 500 },
    )
  })

  test('coincide where an endless one takes in a short one', () => {
    const slug = [[{ characters: new Set(['a', '-']), min: 1, max: Number.POSITIVE_INFINITY }]]
    const word = (text: string): Alternatives => [
      [...text].map((letter) => ({ characters: new Set([letter]), min: 1, max: 1 })),
    ]
    expect(canCoincide(slug, word('a-a'))).toBe(true)
    expect(canCoincide(slug, word('aba'))).toBe(false)
    expect(canCoincide(slug, [[]])).toBe(false)
  })
})

/** The codes that two objects of one bucket give, by their paths. */
function codesFor(...paths: readonly string[]): readonly string[] {
  const objects = paths.map(
    (path, index) => `        o${index}: { bucket: photos, path: "${path}", content_type: image/png }\n`,
  )
  const keys = paths.map((_, index) => `o${index}_s3_key: key(o${index})?`)
  const { diagnostics } = analyzeText(`enums: { Kind: [latest, former] }
entities:
  Cake:
    use: [base_fields]
    postgres:
      fields:
        day: date
        kind: Kind
        count: { type: int, min: 0 }
        change: int
        name: { type: "string(20)", pattern: "^[a-z-]+$" }
        code: { type: "string(20)", pattern: "^[A-Z]{2}[0-9]{4}$" }
        ${keys.join('\n        ')}
    s3:
      objects:
${objects.join('')}`)
  return diagnostics.map(({ code }) => code)
}

describe('paths', () => {
  test.each([
    ['a/{object}.png', 'b/{object}.png'],
    ['a/{object}.png', 'a/{object}.jpg'],
    ['a/{object}.png', 'a/x/{object}.png'],
    ['a/{kind}/{object}', 'a/first/{object}'],
    ['a/{name}/{object}', 'a/{ref_id}/{object}'],
    ['a/v{count}/{object}', 'a/{code}/{object}'],
    ['a/{count}/{object}', 'a/{day}/{object}'],
  ])('%s and %s stay apart', (a, b) => {
    expect(codesFor(a, b)).toEqual([])
  })

  test.each([
    ['a/{object}.png', 'a/{object}.png'],
    ['a/{ref_id}/{object}', 'a/{object}/{object}'],
    ['a/{kind}/{object}', 'a/latest/{object}'],
    ['a/{name}/{object}', 'a/{kind}/{object}'],
    ['a/v{count}/{object}', 'a/v7/{object}'],
  ])('%s and %s may meet', (a, b) => {
    expect(codesFor(a, b)).toContain('s3/key-prefix-overlap')
  })

  test.each([
    '{day}{object}',
    '{name}{object}',
    '{count}-{day}/{object}',
    '{count}-{name}/{object}',
    '{name}-{count}/{object}',
    '{code}{name}/{object}',
  ])('%s can be parsed back', (path) => {
    expect(codesFor(path)).toEqual([])
  })

  test.each([
    '{name}{count}/{object}',
    '{name}-{kind}-{name}/{object}',
    '{name}-{change}/{object}',
    '{count}{change}/{object}',
    '{change}{object}{count}/{object}',
  ])('%s cannot', (path) => {
    expect(codesFor(path)).toEqual(['s3/key-ambiguous'])
  })
})
