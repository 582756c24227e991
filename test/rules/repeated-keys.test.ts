import { describe, expect, test } from 'vitest'
import { analyzeText, recommendedProject, underCarets } from '../support/analyze-text.ts'

/** What is said of the keys of one table: the code, and the text it points at. */
function repeated(block: string): readonly (readonly [string | undefined, number])[] {
  const { diagnostics } = analyzeText(
    `entities:
  Order:
    use: [base_fields]
    postgres:
      fields: { a: int, ab: int, b: int }
${block.replace(/^/gm, '      ')}
`,
    recommendedProject,
  )
  const found = diagnostics.filter(({ code }) => code !== 'naming/index' && code !== 'naming/constraint')
  expect(new Set(found.map(({ code }) => code)).size).toBeLessThanOrEqual(1)
  for (const { code } of found) expect(code).toBe('postgres/duplicate-index')
  return found.map((diagnostic) => [underCarets(diagnostic)?.trim(), diagnostic.fixes?.length ?? 0])
}

describe('an index is superfluous', () => {
  test('where another begins with its fields, not where a name does', () => {
    expect(repeated('indexes:\n  - [a]\n  - [a, b]')).toEqual([['[a]', 1]])
    expect(repeated('indexes:\n  - [a]\n  - [ab, b]')).toEqual([])
  })

  test('where a unique begins with them, and not where that runs the other way', () => {
    expect(repeated('indexes:\n  - [a]\nunique: [[a, b]]')).toEqual([['[a]', 0]])
    expect(repeated('indexes:\n  - [a desc]\n  - [a, b]')).toEqual([])
  })

  test('under the same conditions, in whatever order they are written', () => {
    const where = (conditions: string): string =>
      `- { fields: [ab], where: { ${conditions} }, name: i_${conditions.length} }`
    expect(repeated(`indexes:\n  ${where('a: 1, b: 2')}\n  ${where('b: 2, a:  1')}`)).toHaveLength(1)
    expect(repeated(`indexes:\n  ${where('a: 1, b: 2')}\n  ${where('a: 1, b:  3')}`)).toEqual([])
  })
})

test('the fix never leaves an empty list behind', () => {
  expect(repeated('unique: [[a, b]]\nindexes:\n  - [a]')).toEqual([['[a]', 0]])
  expect(repeated('unique: [[a, b]]\nindexes:\n  - [a]\n  - [b]')).toEqual([['[a]', 1]])
})

test('an index that comes with the public id is nobody’s to remove', () => {
  expect(
    repeated(
      'append_only: true\npartition: { by: created_on, every: month }\nindexes: [{ fields: [ref_id, a], scope: global }]',
    ),
  ).toEqual([])
})
