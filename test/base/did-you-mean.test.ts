import { expect, test } from 'vitest'
import { didYouMean } from '../../generator/base/did-you-mean.ts'

test.each([
  ['nmae', ['name', 'same', 'node'], ['name']],
  ['retrun', ['return', 'route'], ['return']],
  ['Ativity', ['Activity', 'Activation', 'User'], ['Activity']],
  ['STATUS', ['STATS', 'status'], ['status']],
  ['due', ['due_on', 'dust', 'overdue'], ['due_on']],
  ['order_id', ['order', 'older_ids'], ['order', 'older_ids']],
  ['xy', ['name', 'title'], []],
  ['name', [], []],
])('%s among %j is %j', (name, known, expected) => {
  expect(didYouMean(name, known)).toEqual(expected)
})

test('two neighbours that changed places are one slip, as one wrong letter is', () => {
  expect(didYouMean('form', ['from', 'fork'])).toEqual(['fork', 'from'])
  expect(didYouMean('ulr', ['abc', 'url'])).toEqual(['url'])
})

test('the order of what is known does not matter, and three are enough', () => {
  const known = ['field_a', 'field_b', 'field_c', 'field_d']
  expect(didYouMean('field_x', known)).toEqual(['field_a', 'field_b', 'field_c'])
  expect(didYouMean('field_x', known.toReversed())).toEqual(['field_a', 'field_b', 'field_c'])
})

test('a pasted text is not guessed at', () => {
  const pasted = 'a'.repeat(81)
  expect(didYouMean(pasted, [pasted])).toEqual([])
})
