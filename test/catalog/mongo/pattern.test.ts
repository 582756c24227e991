import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mongoPattern } from '../../../generator/catalog/mongo/pattern.ts'
import { wrongInPattern } from '../../../generator/front/resolve/pattern.ts'
import { compileRegularExpression } from '../../mongo-double/bson/regular-expression.ts'

/** In Perl an expression with /a means what it means in PCRE2, which is made after it: `$`, `.`, `\s` and `\x{...}` do. */
const program = `
while (my $line = <STDIN>) {
  my ($pattern, $text) = map { my $bytes = pack('H*', substr($_, 1)); utf8::decode($bytes); $bytes } split(' ', $line);
  my $found = eval { no warnings; $text =~ /$pattern/a ? 1 : 0 };
  print defined $found ? $found : 'refused', "\\n";
}
`

type Question = readonly [pattern: string, text: string]

/** Whether patterns of MongoDB match texts, as Perl says; undefined where there is no Perl. */
function askPerl(questions: readonly Question[]): readonly string[] | undefined {
  const input = questions.map((parts) => `${parts.map((part) => `x${Buffer.from(part).toString('hex')}`).join(' ')}\n`)
  const { stdout, error } = spawnSync('perl', ['-e', program], { input: input.join(''), encoding: 'utf8' })
  return error === undefined ? stdout.trimEnd().split('\n') : undefined
}

function inJavaScript([pattern, text]: Question): string {
  return new RegExp(pattern, 'u').test(text) ? '1' : '0'
}

function toMongo([pattern, text]: Question): Question {
  return [mongoPattern(pattern), text]
}

const examples: Readonly<Record<string, readonly string[]>> = {
  '^a$': ['a', 'a\n', 'a\n\n', '\na'],
  '^[0-7][0-9A-HJKMNP-TV-Z]{25}$': ['01ARZ3NDEKTSV4RRFFQ69G5FAV', '01ARZ3NDEKTSV4RRFFQ69G5FAV\n'],
  '^.+$': ['a', 'a\nb', 'a\rb', 'a\u2028b', '😀', ''],
  '[.$]': ['.', '$', 'x'],
  'a\\$': ['a$', 'a'],
  '^\\S+$': ['ab', 'a b', 'a\u00a0b', 'a\u200bb', 'é', 'a\n'],
  '^[\\s-]+$': [' -', '\u3000', 'x', '\v', '\u001f'],
  '^[^\\s/]+$': ['a', 'a b', 'a/b', '\ufeff'],
  '^[\\S ]+$': ['a b', 'a\u00a0b', 'a\tb', '😀', '\u0001'],
  '^[^\\S ]+$': ['\u00a0', ' ', 'a'],
  '^\\v$': ['\v', '\n'],
  '^\\w+$': ['abc_9', 'ä', ''],
  '^\\d{2,3}$': ['12', '1', '1234', '١٢'],
  '^(ab|c)\\1$': ['abab', 'cc', 'abc'],
  '(?<=a)b(?!c)': ['ab', 'abc', 'b'],
  '^\\u00e9$': ['é', 'e'],
  '^[\\u0041-\\u005a]$': ['A', 'a'],
  '^\\ud83d\\ude00$': ['😀', '😁'],
  '^[[:a]$': ['a', ':', '[', 'b'],
  '^[\\]\\-x]+$': [']-x', 'y'],
  'a\\\\b': ['a\\b', 'ab'],
}

const questions = Object.entries(examples).flatMap(([pattern, texts]) => texts.map((text): Question => [pattern, text]))

describe('MongoDB matches what JavaScript does', () => {
  test('by examples that the language takes', ({ skip }) => {
    for (const pattern of Object.keys(examples)) expect(wrongInPattern(pattern), pattern).toBeUndefined()
    const said = askPerl(questions.map(toMongo))
    if (said === undefined) return skip('there is no perl here')
    expect(questions.map((question, at) => [...question, said[at]])).toEqual(
      questions.map((question) => [...question, inJavaScript(question)]),
    )
  })

  test('where it would not without a translation', ({ skip }) => {
    const strays = ['^a$', '^.+$', '^\\S+$', '^[\\s-]+$'].flatMap((pattern) =>
      (examples[pattern] ?? []).map((text): Question => [pattern, text]),
    )
    const said = askPerl(strays)
    if (said === undefined) return skip('there is no perl here')
    const misread = strays.filter((question, at) => said[at] !== inJavaScript(question)).map(([pattern]) => pattern)
    expect([...new Set(misread)]).toEqual(['^a$', '^.+$', '^\\S+$', '^[\\s-]+$'])
  })

  const atom = fc.constantFrom(
    ...['a', 'b', '.', '\\s', '\\S', '\\d', '\\D', '\\w', '\\W', '\\.', '\\n', '\\v', '\\u00e9', '-', ' ', '$', '^'],
    ...['(?:a|b)', '(?:a|$)', '(a|b$)', '(?=a)', '(?!b)', '(a)', '[a-c]', '[^b.]', '[\\s.]', '[\\S\\n]', '[^\\S]'],
    ...['[[:a]', '[[=a]', '[a[.b]', '[-a]', '[a-]', '[\\^a]', '[a^]', '[$]', '[\\]\\-]', '[\\d\\s]', '[^\\w]'],
  )
  const isQuantifiable = (piece: string): boolean => !/^(?:\^|\$|\(\?[=!])/.test(piece)
  const piece = fc
    .tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{1,2}', '*?'))
    .map(([one, times]) => (isQuantifiable(one) ? `${one}${times}` : one))
  const branch = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''))
  const pattern = fc
    .tuple(fc.constantFrom('', '^'), branch, fc.constantFrom('', '|'), branch, fc.constantFrom('', '$'))
    .map(([start, one, or, other, last]) => `${start}(${one}${or}${other})${last}`)
    .filter((one) => wrongInPattern(one) === undefined)
  const text = fc.string({
    unit: fc.constantFrom(
      'a',
      'b',
      'c',
      '1',
      '.',
      ' ',
      '\n',
      '\r',
      '\v',
      '\u00a0',
      '\u2028',
      '-',
      'é',
      '[',
      ']',
      ':',
      '$',
    ),
    maxLength: 6,
  })

  test('in any pattern that the language takes', ({ skip }) => {
    const drawn = fc.sample(fc.tuple(pattern, text), { numRuns: 4000, seed: 7 })
    const said = askPerl(drawn.map(toMongo))
    if (said === undefined) return skip('there is no perl here')
    expect(drawn.filter((question, at) => said[at] !== inJavaScript(question))).toEqual([])
    // Neither of the answers is the only one.
    expect(said.filter((answer) => answer === '1').length).toBeGreaterThan(200)
    expect(said.filter((answer) => answer === '0').length).toBeGreaterThan(200)
  })

  test('and so does the double', () => {
    fc.assert(
      fc.property(pattern, text, (one, value) => {
        expect(compileRegularExpression(mongoPattern(one)).test(value)).toBe(new RegExp(one, 'u').test(value))
      }),
    )
  })
})
