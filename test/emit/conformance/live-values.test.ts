import { decodeTime, isValid } from 'ulid'
import { describe, expect, test } from 'vitest'
import { newUlid } from '../../../templates/conformance/live/values/ids.ts'
import { numberText } from '../../../templates/conformance/live/values/number.ts'
import { distinctText, matchingText, mismatchingText } from '../../../templates/conformance/live/values/text.ts'

/** Patterns as specs write them, and the length of their fields. */
const patterns: readonly { readonly pattern: string; readonly length?: number }[] = [
  { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', length: 63 },
  { pattern: '^[A-Z]{2}$', length: 2 },
  { pattern: '^[0-9a-f]{64}$', length: 64 },
  { pattern: '^\\+[1-9][0-9]{6,14}$', length: 20 },
  { pattern: '^(?:red|green|blue)$' },
  { pattern: '^(a|b(c|d)){2,3}?$' },
  { pattern: '[0-9]' },
  { pattern: '^[^a-z]{3}$' },
  { pattern: '^\\w+@\\w+\\.(com|org)$' },
  { pattern: '^[\\w.-]{1,8}$' },
  { pattern: '^[\\u0041-\\u0043\\]]+$' },
  { pattern: '^(?=.*[0-9])[a-z0-9]{6}$' },
  { pattern: '^\\d{3}\\s\\S$' },
  { pattern: '^a?b*c+.$' },
]

describe('a text for a pattern', () => {
  test.each(patterns)('$pattern', ({ pattern, length }) => {
    const expression = new RegExp(pattern, 'u')
    for (let n = 0; n < 50; n += 1) {
      const text = matchingText(pattern, n, length)
      expect(text).toMatch(expression)
      expect([...(text ?? '')].length).toBeLessThanOrEqual(length ?? 200)
    }
  })

  test.each(patterns)('that does not fit $pattern', ({ pattern, length }) => {
    const text = mismatchingText(pattern, length)
    expect(text).toBeDefined()
    expect(text).not.toMatch(new RegExp(pattern, 'u'))
    expect([...(text ?? '')].length).toBeLessThanOrEqual(length ?? 200)
  })

  test.each(['^(a)\\1$', '^[a-z]{9}$', '^a(?!a)a$'])('is not invented for %s', (pattern) => {
    expect(matchingText(pattern, 1, 8)).toBeUndefined()
  })
})

test('texts differ by their number for as long as there are others', () => {
  for (const length of [1, 4, 40]) {
    const count = length === 1 ? 30 : 3_000
    expect(new Set(Array.from({ length: count }, (_, n) => distinctText(n, length))).size).toBe(count)
  }
})

test('numbers keep to their bounds and go round', () => {
  const all = Array.from({ length: 9 }, (_, n) => numberText('decimal', [4, 2], { min: 0.01, max: 0.05 }, n))
  expect(all).toEqual(['0.01', '0.02', '0.03', '0.04', '0.05', '0.01', '0.02', '0.03', '0.04'])
  expect(numberText('int', [], { max: -5 }, 1)).toBe('-1000004')
  expect(numberText('bigint', [], {}, 7)).toBe('7')
})

test('a ULID is one to the library too, of this moment', () => {
  const before = Date.now()
  const id = newUlid()
  expect(isValid(id)).toBe(true)
  expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
  expect(decodeTime(id)).toBeGreaterThanOrEqual(before)
  expect(decodeTime(id)).toBeLessThanOrEqual(Date.now())
})
