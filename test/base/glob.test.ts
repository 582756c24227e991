import { posix } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchesGlob } from '../../generator/base/glob.ts'

describe('a glob', () => {
  test.each([
    ['spec/domains/*.yaml', 'spec/domains/orders.yaml', true],
    ['spec/domains/*.yaml', 'spec/domains/old/orders.yaml', false],
    ['spec/**/*.yaml', 'spec/orders.yaml', true],
    ['spec/**/*.yaml', 'spec/a/b/orders.yaml', true],
    ['**/old/**', 'spec/old/a/b.yaml', true],
    ['**/old/**', 'spec/older/a.yaml', false],
    ['**', 'a/b/c', true],
    ['spec/{orders,bills}.y?ml', 'spec/bills.yaml', true],
    ['spec/{orders,bills}.y?ml', 'spec/bill.yaml', false],
    ['{a,{b,c}}{1,2}', 'c2', true],
    ['Old*', 'OldSale', true],
    ['Old*', 'Old', true],
    ['Old?', 'Old', false],
    ['*Old', 'VeryOld', true],
    ['a.b', 'axb', false],
    ['(a|b)', 'a', false],
    ['', '', true],
    ['', 'a', false],
  ])('%s and %s: %s', (glob, text, expected) => {
    expect(matchesGlob(text, glob)).toBe(expected)
  })

  test('is read as Node reads it', () => {
    const piece = fc.constantFrom('a', 'b', 'ab', '/', '*', '?', '**/', '{a,b}', '.c')
    const text = fc
      .array(fc.constantFrom('a', 'b', 'ab', '.c'), { minLength: 1, maxLength: 4 })
      .chain((names) => fc.constantFrom(names.join(''), names.join('/')))
    const glob = fc
      .array(piece, { minLength: 1, maxLength: 5 })
      .map((pieces) => pieces.join(''))
      // Names that begin with a dot are hidden from Node's globs, and a slash at an end or two in a row is no path.
      .filter((one) => !/\/\/|^\/|\/$|\*{3}|[^/]\*\*|\*\*[^/]/.test(one))
    fc.assert(
      fc.property(glob, text, (pattern, path) => {
        fc.pre(!/(^|\/)\./.test(path))
        expect(matchesGlob(path, pattern)).toBe(posix.matchesGlob(path, pattern))
      }),
      { numRuns: 2_000 },
    )
  })

  test('takes no long time, whatever it is', () => {
    // Each of these keeps an expression busy for longer than anybody waits; here the steps are counted by the text.
    expect(matchesGlob('a'.repeat(5_000), `${'*a'.repeat(200)}b`)).toBe(false)
    expect(matchesGlob(`${'a/'.repeat(500)}y`, `${'**/'.repeat(200)}x`)).toBe(false)
    expect(matchesGlob('x', '{a,b}'.repeat(40))).toBe(false)
  })
})
