import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseType } from '../../generator/front/type-grammar.ts'

test('a type is read alike with and without blanks between its words', () => {
  const word = fc.constantFrom('string', 'ref', 'a_b', '_x', 'User2')
  const argument = fc.constantFrom('200', '0', 'User', 'mongo', '_y')
  const type = fc.record({
    name: word,
    argument: fc.option(argument, { nil: undefined }),
    list: fc.boolean(),
    optional: fc.boolean(),
  })
  fc.assert(
    fc.property(type, ({ argument: inner, list, name, optional }) => {
      const words = [name, ...(inner === undefined ? [] : ['(', inner, ')']), ...(list ? ['[]'] : [])]
      const text = `${words.join('')}${optional ? '?' : ''}`
      const blank = `${words.join(' ')}${optional ? ' ?' : ''}`
      const [parsed, parsedBlank] = [parseType(text), parseType(blank)]
      if ('message' in parsed || 'message' in parsedBlank) throw new Error(text)
      expect(parsed).toMatchObject({ list, optional, name: { text: name, start: 0, end: name.length } })
      expect(parsed.arguments.map((one) => one.text)).toEqual(parsedBlank.arguments.map((one) => one.text))
      expect(parsedBlank).toMatchObject({ list, optional, name: parsed.name })
      for (const { end, start, text: written } of parsed.arguments) expect(text.slice(start, end)).toBe(written)
    }),
  )
})

test.each(['', '2x', 'ref(', 'ref(a', 'string(12x)', 'a b', 'a?[]', 'a[]??', 'a-b(', 'string(1,)x', 'a\n\nb'])(
  '%j is none',
  (text) => {
    expect(parseType(text)).toHaveProperty('message')
  },
)
