import { expect, test } from 'vitest'
import { by, byCodeUnit } from '../../generator/base/order.ts'
import { counted } from '../../generator/base/plural.ts'

test('texts are ordered by code unit, as no locale orders them', () => {
  expect(['b', 'a_b', 'B', 'aB', 'ä', 'a-b', 'Z'].sort(byCodeUnit)).toEqual(['B', 'Z', 'a-b', 'aB', 'a_b', 'b', 'ä'])
  expect(byCodeUnit('a', 'a')).toBe(0)
})

test('things are ordered by a text of theirs, and equal ones keep their places', () => {
  const things = [
    { name: 'b', at: 0 },
    { name: 'a', at: 1 },
    { name: 'b', at: 2 },
  ] as const
  expect([...things].sort(by(({ name }) => name)).map(({ at }) => at)).toEqual([1, 0, 2])
})

test.each([
  [0, 'entry', '0 entries'],
  [1, 'entry', '1 entry'],
  [1_234, 'file', '1,234 files'],
])('%i %s is %s', (count, noun, expected) => {
  expect(counted(count, noun)).toBe(expected)
})
