import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrongInPattern } from '../../../generator/front/resolve/pattern.ts'
import { drawing } from '../../../runtime/src/factories/random.ts'
import { drawFor } from '../../../runtime/src/factories/seeded.ts'
import { mark, matchingText, someWords } from '../../../runtime/src/factories/text.ts'

test.each([
  '^[a-z0-9]+(-[a-z0-9]+)*$',
  '^[A-Z]{2}$',
  '^\\+[1-9][0-9]{6,14}$',
  '^[0-9a-f]{64}$',
  '^(GB|DE|FR)-\\d{3,5}(x|y)?$',
  '^[^a-z]{3}\\.\\w+$',
  '^(?=.*[0-9])[a-z0-9]{4,8}$',
  '^a|b$',
  'free',
  '^\\u00e9[\\-\\]x]+$',
])('texts for %s match it', (pattern) => {
  for (let seed = 0; seed < 50; seed += 1)
    expect(matchingText(pattern, drawing(seed), 80)).toMatch(new RegExp(pattern, 'u'))
})

test('whatever pattern the language takes: a text that it lets pass, or none', () => {
  const piece = fc.constantFrom(
    '[a-z]',
    '[^x]',
    '\\d',
    '\\w',
    '.',
    'a',
    '(?:b|c)',
    '(d)',
    '(?:[0-9A-F]{2})',
    'é',
    '\\.',
  )
  const times = fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '{2,}')
  const pattern = fc.array(fc.tuple(piece, times), { maxLength: 6 }).map((all) => `^${all.flat().join('')}$`)
  fc.assert(
    fc.property(pattern, fc.nat(), (source, seed) => {
      expect(wrongInPattern(source)).toBeUndefined()
      expect(matchingText(source, drawing(seed), 400)).toMatch(new RegExp(source, 'u'))
    }),
  )
})

test('a pattern that nothing is found for gives nothing', () => {
  expect(matchingText('^(?!)$', drawing(1))).toBeUndefined()
  expect(matchingText('^[a-z]{20}$', drawing(1), 10)).toBeUndefined()
  expect(matchingText('^(a)\\1$', drawing(1))).toBeUndefined()
})

test('draws hang on what they are for, not on the order in which they are asked for', () => {
  const first = drawFor(1, 'Book', 3, 'title')()
  drawFor(1, 'Book', 3, 'year')()
  expect(drawFor(1, 'Book', 3, 'title')()).toBe(first)
  expect(drawFor(2, 'Book', 3, 'title')()).not.toBe(first)
})

test('words and marks keep to their length', () => {
  for (let seed = 0; seed < 100; seed += 1) {
    expect(someWords(4, drawing(seed), 9).length).toBeLessThanOrEqual(9)
    expect(mark(drawing(seed), 6)).toMatch(/^[a-z2-9]{6}$/)
  }
})

test.each(['pattern.ts', 'random.ts'])('%s is the one that the conformance suite brings along', (name) => {
  const read = (folder: string): string => readFileSync(`${folder}/${name}`, 'utf8')
  expect(read('runtime/src/factories')).toBe(read('templates/conformance/live/values'))
})
