import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { brief, fixed, parseText, shapeText } from './read-text.ts'

/** A mistake in the syntax of YAML, what is said of it, and the text after the fix where there is one. */
const mistakes: readonly (readonly [text: string, report: string, mended?: string])[] = [
  ['a: "x\nb: 1', '["] this quote is never closed'],
  ["a: 'x", "['] this quote is never closed"],
  ['a: [b, c', '[[] this `[` is never closed'],
  ['a: { b: c\nd: e', '[{] this `{` is never closed'],
  ['a: { x: { y: 1 }\nb: 1', '[{] this `{` is never closed'],
  ['x: { a: 1 }}', '[}] this `}` closes nothing'],
  ['a: { x: 1 },\nb: 2', '[,] a comma cannot end a line here', 'a: { x: 1 }\nb: 2'],
  ['a: [1,,2]', '[,] a comma with nothing before it', 'a: [1,2]'],
  ['a: ["b" "c"]', '["] something is missing before this'],
  ['a: 1\nb\n', '[b] `b` is neither a key nor a value here'],
  ['a\nb: c', '[a] `a` has no `:`'],
  ['a:\n  x\n  b: c', '[x] `x` has no `:`'],
  ['a: 1\n  b: 2', '[b: 2] this key stands inside the value of the key above'],
  ['a:\n  b: 1\n c: 2', '[c: 2] this line is indented unlike the lines it belongs to'],
  ['a:\n  - x\n  y: 1', '[y: 1] this line is indented unlike the lines it belongs to'],
  ['a: - b', '[-] a list cannot start on the line of its key'],
  ['a: b\n- c', '[-] a list cannot start here'],
  ['a: "\\q"', '[\\q] `\\q` means nothing in double quotes', 'a: "\\\\q"'],
  ['a: @b c # d', '[@b c] a text cannot start with `@`', "a: '@b c' # d"],
  ['a: `b`', '[`b`] a text cannot start with a backtick', "a: '`b`'"],
  ['a: "c"#d', '[#] a comment needs a space before its `#`', 'a: "c" #d'],
  ['a: { b: c\n# d\n }', '[#] a comment at the start of a line cannot stand right below a text in braces'],
  ['a: { b: [] :\n}', '[:] something is missing before this'],
  ['a: [x\n- b]', '[[] this `[` is never closed'],
  ['a: &', '[&] a `*` or `&` without a name of its own'],
]

describe('what YAML cannot read', () => {
  test.each(mistakes.map(([text, report, mended]) => ({ text, report, mended })))(
    '$text',
    ({ text, report, mended }) => {
      const { diagnostics } = parseText(text)
      expect(diagnostics.map(brief)).toEqual([`syntax/yaml ${report}`])
      if (mended === undefined) return
      expect(fixed(text, diagnostics)).toBe(mended)
      expect(() => parseYaml(mended)).not.toThrow()
    },
  )

  test('is found in every place of a file, and the rest is read', () => {
    const text = 'a: [1\nb: 2\nc: "\\q"\nd:\n  e: 1\n f: 2\ng: { h: decimal(1,2) }\nb: 3\n'
    const { diagnostics, value } = parseText(text)
    expect(diagnostics.map(({ code, span }) => [code, span?.start])).toEqual([
      ['syntax/quote-type', text.indexOf('decimal')],
      ['syntax/yaml', text.indexOf('[')],
      ['syntax/yaml', text.indexOf('\\q')],
      ['syntax/yaml', text.indexOf('f: 2')],
      ['syntax/duplicate-key', text.lastIndexOf('b: 3')],
    ])
    expect(value).toMatchObject({ a: [1], b: 2, d: { e: 1 }, f: 2, g: { h: 'decimal(1,2)' } })
  })

  test('says nothing of the shape round it', () => {
    const text = 'domain: A\nentities:\n  B:\n    about: x\n     postgres: {}\n  C:\n    abot: y\n'
    expect(shapeText(text).diagnostics.map(({ code, span }) => [code, span?.start])).toEqual([
      ['syntax/yaml', text.indexOf('postgres')],
      ['shape/unknown-key', text.indexOf('abot')],
    ])
  })

  test('never speaks in the words of the YAML library', () => {
    const words = /implicit|scalar|flow|collection|token|resolve|sequence/i
    for (const [text] of mistakes) {
      for (const { message, label, help } of parseText(text).diagnostics) {
        expect(`${message} ${label} ${help}`).not.toMatch(words)
      }
    }
  })
})
