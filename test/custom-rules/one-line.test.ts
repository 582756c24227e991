import { expect, test } from 'vitest'
import { lineOf } from '../../generator/api/unknown.ts'

test.each([
  ['one', 'one'],
  [' a loaf \r\n\n\t of rye \u2028', 'a loaf of rye'],
  [' \n ', undefined],
  [7, undefined],
])('%j is the line %j', (text, line) => {
  expect(lineOf(text)).toBe(line)
})

test('a run of blanks is passed once', () => {
  const long = `a${' '.repeat(1_000_000)}b`
  expect(lineOf(long)).toBe(long)
})
