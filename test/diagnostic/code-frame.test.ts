import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markLine, SourceLines } from '../../generator/diagnostic/code-frame.ts'
import { fileOf, spanOf } from './spans.ts'

/** The marked part of a laid-out line of single-width characters. */
function marked(line: string, from: number, to: number): string {
  const { text, markStart, markWidth } = markLine(line, from, to)
  return text.slice(markStart, markStart + markWidth)
}

describe('a marked line', () => {
  test('keeps what fits and marks the range', () => {
    expect(markLine('  size: int', 2, 6)).toEqual({ text: '  size: int', markStart: 2, markWidth: 4 })
  })

  test('marks an empty range by one caret, at the end of a line too', () => {
    expect(markLine('ab', 1, 1)).toEqual({ text: 'ab', markStart: 1, markWidth: 1 })
    expect(markLine('ab', 2, 2)).toEqual({ text: 'ab', markStart: 2, markWidth: 1 })
    expect(markLine('', 0, 0)).toEqual({ text: '', markStart: 0, markWidth: 1 })
  })

  test('shows a tab as spaces and stays aligned behind it', () => {
    expect(markLine('\tx: 1', 1, 2)).toEqual({ text: '    x: 1', markStart: 4, markWidth: 1 })
    expect(markLine('a\tb', 1, 2)).toEqual({ text: 'a    b', markStart: 1, markWidth: 4 })
  })

  test('counts two columns for wide characters and none for combining ones', () => {
    expect(markLine('名前: x', 4, 5)).toMatchObject({ markStart: 6, markWidth: 1 })
    expect(markLine('名前: x', 0, 2)).toMatchObject({ markStart: 0, markWidth: 4 })
    expect(markLine('e\u0301t: x', 4, 5)).toMatchObject({ markStart: 3, markWidth: 1 })
    expect(markLine('👩‍👩‍👧: x', 8, 9)).toMatchObject({ text: '👩‍👩‍👧: x', markStart: 2 })
  })

  test('names hidden characters and keeps the marks under what they mark', () => {
    const { text, markStart, markWidth } = markLine('a\u202Eb: bad', 5, 8)
    expect(text).toBe('a<U+202E>b: bad')
    expect(text.slice(markStart, markStart + markWidth)).toBe('bad')
    expect(markLine('x\ud800y', 2, 3)).toEqual({ text: 'x<U+D800>y', markStart: 9, markWidth: 1 })
  })

  test('cuts an overlong line around the mark', () => {
    const line = `${'a'.repeat(5_000)}HERE${'b'.repeat(5_000)}`
    const { text } = markLine(line, 5_000, 5_004)
    expect(text.length).toBeLessThanOrEqual(122)
    expect(text).toMatch(/^…a+HEREb+…$/)
    expect(marked(line, 5_000, 5_004)).toBe('HERE')
    expect(marked(line, 0, 4)).toBe('aaaa')
    expect(markLine(line, 0, 4).text).toMatch(/^a{120}…$/)
    expect(markLine(line, 10_000, 10_004).text).toMatch(/^…b+$/)
  })

  test('cuts a mark that is longer than the line may be', () => {
    const { text, markStart, markWidth } = markLine('x'.repeat(50_000), 0, 50_000)
    expect(text.length).toBeLessThanOrEqual(122)
    expect(markStart + markWidth).toBeLessThanOrEqual(text.length)
  })

  test('always puts the marks onto the text that was asked for', () => {
    const printable = fc.string({ unit: fc.constantFrom(...'abcXYZ019 _:{}'), maxLength: 600 })
    fc.assert(
      fc.property(
        printable,
        fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom('@', '#') }),
        printable,
        (left, middle, right) => {
          const line = left + middle + right
          expect(marked(line, left.length, left.length + middle.length)).toBe(middle)
        },
      ),
    )
  })

  test('is one visible line for any text and any range', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(500), fc.nat(500), (text, a, b) => {
        const line = text.replaceAll('\n', '')
        const from = Math.min(a, line.length)
        const { text: shown, markStart, markWidth } = markLine(line, from, Math.min(Math.max(from, b), line.length))
        expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]/u)
        expect(markStart).toBeGreaterThanOrEqual(0)
        expect(markWidth).toBeGreaterThanOrEqual(1)
        expect(markWidth).toBeLessThanOrEqual(122)
      }),
    )
  })
})

describe('a frame', () => {
  const lines = new SourceLines()

  test('shows the line before unless it is blank', () => {
    const file = fileOf('a: 1\nb: 2\n\nc: 3\n')
    expect(lines.frame(spanOf(file, 'b')).before).toEqual({ line: 1, text: 'a: 1' })
    expect(lines.frame(spanOf(file, 'c'))).not.toHaveProperty('before')
    expect(lines.frame(spanOf(file, 'a'))).not.toHaveProperty('before')
  })

  test('of a range over several lines marks the first and tells the last', () => {
    const file = fileOf('a: >\n  one\n  two\nb: 2\n')
    const frame = lines.frame(spanOf(file, 'a: >\n  one\n  two\n'))
    expect(frame).toMatchObject({ at: { line: 1, column: 1 }, marked: { markStart: 0, markWidth: 4 }, endLine: 3 })
  })

  test('of a range that ends with its line is of one line', () => {
    const file = fileOf('a: 1\nb: 2\n')
    expect(lines.frame(spanOf(file, 'a: 1\n'))).not.toHaveProperty('endLine')
  })

  test('is found at the very end of a file, in an empty file, and past the end', () => {
    const file = fileOf('a: 1\n')
    expect(lines.frame({ file, start: 5, end: 5 })).toMatchObject({ at: { line: 2, column: 1 }, marked: { text: '' } })
    const empty = fileOf('')
    expect(lines.frame({ file: empty, start: 0, end: 0 })).toMatchObject({ at: { line: 1, column: 1 } })
    expect(lines.frame({ file, start: 99, end: 120 })).toMatchObject({ at: { line: 2 }, marked: { markWidth: 1 } })
  })

  test('leaves the carriage return of a line end out', () => {
    const file = fileOf('a: 1\r\nb: 2\r\n')
    expect(lines.frame(spanOf(file, 'b: 2')).marked.text).toBe('b: 2')
  })
})
