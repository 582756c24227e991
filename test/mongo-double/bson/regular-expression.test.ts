import { expect, test } from 'vitest'
import { refusalOf } from '../refusal.ts'
import { compileRegularExpression } from './regular-expression.ts'

/** What PCRE2's manual says of its syntax: https://www.pcre.org/current/doc/html/pcre2pattern.html */
test.each([
  // "$ matches ... immediately before a newline that is the last character in the string"
  ['^abc$', '', 'abc\n', true],
  ['^abc$', '', 'abc\n\n', false],
  ['^abc$', 'm', 'x\nabc\ny', true],
  // "a dot in the pattern matches any one character except (by default) a character that signifies the end of a line"
  ['a.b', '', 'a\nb', false],
  ['a.b', '', 'a\rb', true],
  ['a.b', '', 'a\u2028b', true],
  ['a.b', 's', 'a\nb', true],
  // "By default, characters whose code points are greater than 127 never match \d, \s, or \w"
  ['^\\s$', '', '\u00a0', false],
  ['^[\\s]$', '', '\u3000', false],
  ['^\\S$', '', '\u00a0', true],
  ['^\\w+$', '', 'é', false],
  ['^[\\S]$', '', '\u00a0', true],
  ['^[\\S\\n]+$', '', 'a\nb', true],
  ['^[^\\S]$', '', '\u00a0', false],
  // "\x{hhh..} character with hex code hhh.."
  ['^\\x{e9}[\\x{2028}-\\x{2029}]$', '', 'é\u2028', true],
  ['^\\x{1f600}$', '', '\u{1f600}', true],
  // In UTF mode a character is a code point.
  ['^.$', '', '\u{1f600}', true],
  ['(?i)ABC', '', 'xabcx', true],
  ['ABC', 'i', 'xabcx', true],
  ['a\\-b', '', 'a-b', true],
  ['[$.]', '', '.', true],
  ['\\$\\.', '', '$.', true],
])('%s with options "%s" against %j: %s', (pattern, options, text, expected) => {
  expect(compileRegularExpression(pattern, options).test(text)).toBe(expected)
})

test.each([
  ['(', '', '51091 Location51091'],
  ['[z-a]', '', '51091 Location51091'],
  ['a', 'g', '51108 Location51108'],
  ['a\0b', '', '2 BadValue'],
  // "PCRE2 does not support \F, \L, \l, \N{name}, \U, or \u"
  ['\\u0041', '', '51091 Location51091'],
  ['[\\u0041]', '', '51091 Location51091'],
  // Valid in PCRE and something else in JavaScript: no answer is better than a wrong one.
  ['\\Aabc\\z', '', '238 NotImplemented'],
  ['[[:alpha:]]', '', '238 NotImplemented'],
  ['(?P<year>\\d+)', '', '238 NotImplemented'],
  ['a++', '', '238 NotImplemented'],
  ['a', 'x', '238 NotImplemented'],
])('%s with options "%s" is refused: %s', (pattern, options, expected) => {
  expect(refusalOf(() => compileRegularExpression(pattern, options))).toBe(expected)
})
