import { expect, test } from 'vitest'
import { type Box, type Direction, nearest } from '../../../site/explorer/core/nearest.ts'

const box = (id: string, x: number, y: number): Box => ({ id, x, y, width: 100, height: 50 })
// a b c
// d   e
const boxes = [box('a', 0, 0), box('b', 200, 10), box('c', 400, 0), box('d', 0, 150), box('e', 400, 160)]
const go = (from: string, direction: Direction): string | undefined => {
  const start = boxes.find(({ id }) => id === from)
  return start === undefined ? undefined : nearest(boxes, start, direction)
}

test('a row is walked along', () => {
  expect(go('a', 'right')).toBe('b')
  expect(go('b', 'right')).toBe('c')
  expect(go('c', 'left')).toBe('b')
})

test('straight ahead goes before nearer and aside', () => {
  expect(go('d', 'right')).toBe('e')
  expect(go('a', 'down')).toBe('d')
  expect(go('e', 'up')).toBe('c')
})

test('at the edge there is nothing', () => {
  expect(go('a', 'left')).toBeUndefined()
  expect(go('a', 'up')).toBeUndefined()
  expect(go('e', 'right')).toBeUndefined()
})

test('every box can be reached from every other one', () => {
  for (const { id: start } of boxes) {
    const reached = new Set([start])
    for (const id of reached) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) reached.add(go(id, direction) ?? id)
    }
    expect(reached.size, start).toBe(boxes.length)
  }
})
