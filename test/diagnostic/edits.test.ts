import { describe, expect, test } from 'vitest'
import { blockItemAt, itemAfter, withoutItem } from '../../generator/diagnostic/block-item.ts'
import type { TextEdit } from '../../generator/diagnostic/diagnostic.ts'
import { madeOptional, replaced, writtenAt } from '../../generator/diagnostic/text-edit.ts'
import { placeKey } from '../../generator/source/source-file.ts'
import { fileOf, spanOf } from './spans.ts'

function edited({ span, text }: TextEdit): string {
  return span.file.text.slice(0, span.start) + text + span.file.text.slice(span.end)
}

describe('the item of a block list', () => {
  test.each([
    ['- [a]\n- [b]\n', '- [a]\n- [b]\n- [c]\n'],
    ['- [a]\n- [b]', '- [a]\n- [b]\n- [c]'],
    ['k:\n  - [a]\n  - [b] # why\n', 'k:\n  - [a]\n  - [b] # why\n  - [c]\n'],
  ])('%j gets another one behind it', (before, after) => {
    const item = blockItemAt(spanOf(fileOf(before), '[b]'))
    expect(item === undefined ? undefined : edited(itemAfter(item, '[c]'))).toBe(after)
  })

  test('goes with its line; a comment beside it stays', () => {
    const without = (text: string): string | undefined => {
      const item = blockItemAt(spanOf(fileOf(text), '[a]'))
      return item === undefined ? undefined : edited(withoutItem(item))
    }
    expect(without('k:\n  - [a]\n  - [b]\n')).toBe('k:\n  - [b]\n')
    expect(without('k:\n  - [a] # why\n  - [b]\n')).toBe('k:\n  # why\n  - [b]\n')
    expect(without('k:\n  - [b]\n  - [a] # why')).toBe('k:\n  - [b]\n  # why')
  })

  test.each(['k: [[b]]', '- [[a], [b]]', '- k: [b]', '- [b] [c]\n'])('%j holds none with its own lines', (text) => {
    expect(blockItemAt(spanOf(fileOf(text), '[b]'))).toBeUndefined()
  })
})

describe('a scalar', () => {
  test.each([
    ['k: old', 'old', 'k: new'],
    ["k: 'old'", "'old'", "k: 'new'"],
    ['k: "old"', '"old"', 'k: "new"'],
  ])('in %j keeps its quotes', (text, scalar, after) => {
    expect(edited(replaced(spanOf(fileOf(text), scalar), 'new'))).toBe(after)
    expect(writtenAt(spanOf(fileOf(text), scalar))).toBe('old')
  })

  test.each([
    ['k: ref(User)', 'ref(User)', 'k: ref(User)?'],
    ["k: 'key(a)'", "'key(a)'", "k: 'key(a)?'"],
  ])('in %j becomes optional', (text, scalar, after) => {
    const [fix, ...others] = madeOptional('k', spanOf(fileOf(text), scalar))
    expect(others).toEqual([])
    expect(fix?.edits.map(edited)).toEqual([after])
  })

  test('that says so already is denied by an option, which no edit of the type mends', () => {
    expect(madeOptional('k', spanOf(fileOf('k: { type: ref(User)?, optional: false }'), 'ref(User)?'))).toEqual([])
  })
})

test('a place is told by its file and where it starts', () => {
  const [a, b] = [fileOf('xx', 'a.yaml'), fileOf('xx', 'b.yaml')]
  expect(placeKey({ file: a, start: 0, end: 1 })).toBe(placeKey({ file: fileOf('xx', 'a.yaml'), start: 0, end: 2 }))
  expect(new Set([a, b].flatMap((file) => [0, 1].map((start) => placeKey({ file, start, end: 2 })))).size).toBe(4)
})
