import { expect, test } from 'vitest'
import { fitName } from '../../../site/explorer/core/fit-name.ts'
import { pageAddress } from '../../../site/explorer/core/page-address.ts'
import { footPath, linePath, middleOf } from '../../../site/explorer/core/path.ts'

const bend = [
  { x: 0, y: 0 },
  { x: 50, y: 0 },
  { x: 50, y: 100 },
]

test('a line goes through its bends with round corners', () => {
  expect(linePath(bend)).toBe('M0 0L42 0Q50 0 50 8L50 100')
  expect(linePath([])).toBe('')
})

test('a corner is no rounder than there is room', () => {
  expect(
    linePath([
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 50 },
    ]),
  ).toBe('M0 0L2 0Q4 0 4 2L4 50')
})

test('the label stands halfway', () => {
  expect(middleOf(bend)).toEqual({ x: 50, y: 25 })
})

test("many is a crow's foot, one is a bar", () => {
  expect(footPath({ x: 0, y: 0 }, { x: -20, y: 0 }, 'many')).toBe('M0 -5L-10 0L0 5')
  expect(footPath({ x: 0, y: 0 }, { x: -20, y: 0 }, 'one')).toBe('M-10 -5L-10 5')
  expect(footPath({ x: 0, y: 0 }, { x: 0, y: 0 }, 'one')).toBe('')
})

test('a long name is broken between its words, a short one is not', () => {
  expect(fitName('Oven', 160, 100, 48).lines).toEqual(['Oven'])
  expect(fitName('RecurringTaskTemplate', 160, 120, 48).lines).toEqual(['Recurring', 'Task', 'Template'])
  const { lines, size } = fitName('SearchTermClassification', 160, 120, 48)
  for (const line of lines) expect(line.length * size * 0.6).toBeLessThanOrEqual(160.001)
})

test('only pages as the compiler makes them are linked', () => {
  expect(pageAddress('/docs/', 'spec/entities/oven-run/')).toBe('/docs/spec/entities/oven-run/')
  expect(pageAddress('/docs', 'spec/x/')).toBe('/docs/spec/x/')
  for (const page of ['javascript:alert(1)', '//elsewhere/', '../x/', 'spec//x', 'a b', '', '/x/', 'spec/x/#y']) {
    expect(pageAddress('/', page), page).toBeUndefined()
  }
})
