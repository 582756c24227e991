import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsFile } from '../../../generator/emit/conformance/facts-text.ts'

/** What stands between the items of a list, as a text could hold it too. */
const piece = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  'a',
  ' ',
  '\n',
  '\u202E',
  '\u2028',
  '\uFEFF',
  'é',
  '💾',
)
const text = fc.oneof(fc.string({ unit: piece }), fc.string({ unit: 'binary' }))
const name = fc.stringMatching(/^[a-z_$]\w{0,4}$/)
const { facts } = fc.letrec((tie) => ({
  facts: fc.dictionary(
    name,
    fc.oneof(
      { depthSize: 'small' },
      text,
      fc.integer(),
      fc.boolean(),
      fc.array(text),
      fc.array(tie('facts')),
      tie('facts'),
    ),
    { noNullPrototype: true },
  ),
}))

test('a file of facts reads back as it was, whatever its texts hold', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const data = Object(given)
      const { about: _, ...read } = JSON.parse(factsFile('any', data).text)
      const { about: __, ...expected } = JSON.parse(JSON.stringify(data))
      expect(read).toEqual(expected)
    }),
  )
})

test('nothing in it turns the text round or hides', () => {
  const { text: written } = factsFile('any', { note: 'safe\u202Etxet \u2028 \uFEFF \u0085 \u200B' })
  expect(written).toMatch(/^[\n\x20-\x7E]*$/)
})

test('each record of a list has a line, and so has what follows the list', () => {
  const { path, text: written } = factsFile('domains/x', {
    tables: [
      { name: 'a', keys: ['x', 'y'], fields: [{ name: 'x' }, { name: 'y' }], view: 'v' },
      { name: 'b', fields: [] },
    ],
  })
  expect(path).toBe('conformance/expected/domains/x.json')
  expect(written.split('\n').slice(1)).toEqual([
    '{"name":"a","keys":["x","y"],"fields":[',
    '{"name":"x"},',
    '{"name":"y"}],',
    '"view":"v"},',
    '{"name":"b","fields":[]}]}',
    '',
  ])
})
