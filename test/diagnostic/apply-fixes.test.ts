import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../generator/diagnostic/apply-fixes.ts'
import type { Diagnostic, TextEdit } from '../../generator/diagnostic/diagnostic.ts'
import type { SourceFile } from '../../generator/source/source-file.ts'
import { fileOf, finding } from './spans.ts'

const a = fileOf('0123456789', 'a.yaml')
const b = fileOf('abcdefghij', 'b.yaml')

function edit(file: SourceFile, start: number, end: number, text: string): TextEdit {
  return { span: { file, start, end }, text }
}

function mend(...edits: TextEdit[]): Diagnostic {
  return finding({ fixes: [{ title: 'mend', edits }] })
}

describe('fixes', () => {
  test('are applied together, in any order, and only changed files come back', () => {
    const one = mend(edit(a, 8, 9, 'X'))
    const two = mend(edit(a, 0, 2, ''), edit(a, 5, 5, '+'))
    const result = applyFixes([a, b], [one, two])
    expect(result).toEqual({ files: [{ path: 'a.yaml', text: '234+567X9' }], applied: [one, two], skipped: [] })
  })

  test('that overlap wait for another round, with all their edits', () => {
    const first = mend(edit(a, 2, 6, 'X'))
    const across = mend(edit(b, 0, 1, 'B'), edit(a, 5, 7, 'Y'))
    const result = applyFixes([a, b], [first, across])
    expect(result.files).toEqual([{ path: 'a.yaml', text: '01X6789' }])
    expect(result.skipped).toEqual([across])
  })

  test('may touch where they do not overlap', () => {
    expect(applyFixes([a], [mend(edit(a, 2, 4, 'X')), mend(edit(a, 4, 6, 'Y'))]).files[0]?.text).toBe('01XY6789')
  })

  test('share a replacement that both demand, but never an insertion', () => {
    const shared = applyFixes([a], [mend(edit(a, 2, 4, 'X')), mend(edit(a, 2, 4, 'X'), edit(a, 8, 9, 'Y'))])
    expect(shared.files[0]?.text).toBe('01X4567Y9')
    const inserted = applyFixes([a], [mend(edit(a, 2, 2, '+')), mend(edit(a, 2, 2, '+'))])
    expect(inserted.files[0]?.text).toBe('01+23456789')
    expect(inserted.skipped).toHaveLength(1)
  })

  test('that undo a shared edit leave it to the other', () => {
    const first = mend(edit(a, 2, 4, 'X'), edit(a, 6, 8, 'Z'))
    const second = mend(edit(a, 2, 4, 'X'), edit(a, 7, 9, 'Y'))
    expect(applyFixes([a], [first, second]).files[0]?.text).toBe('01X45Z89')
  })

  test('are left to a person where there are several for one finding', () => {
    const fix = { title: 'mend', edits: [edit(a, 0, 1, 'X')] }
    expect(applyFixes([a], [finding({ fixes: [fix, fix] })])).toEqual({ files: [], applied: [], skipped: [] })
  })

  test('out of the file, or of a file that was not given, change nothing', () => {
    const outside = [mend(edit(a, 5, 99, 'X')), mend(edit(b, 0, 1, 'X'))]
    expect(applyFixes([a], outside)).toEqual({ files: [], applied: [], skipped: outside })
  })

  test('agree with a naive application, right to left', () => {
    const edits = fc.array(fc.tuple(fc.nat(10), fc.nat(10), fc.constantFrom('', 'X', 'YY')), { maxLength: 8 })
    fc.assert(
      fc.property(edits, (drawn) => {
        const diagnostics = drawn.map(([x, y, text]) => mend(edit(a, Math.min(x, y), Math.max(x, y), text)))
        const { files, applied, skipped } = applyFixes([a], diagnostics)
        expect(applied.length + skipped.length).toBe(diagnostics.length)
        const made = new Map(
          applied
            .flatMap(({ fixes }) => fixes ?? [])
            .flatMap(({ edits: all }) => all)
            .map((one) => [`${one.span.start}:${one.span.end}`, one]),
        )
        const rightToLeft = [...made.values()].sort((p, q) => q.span.start - p.span.start || q.span.end - p.span.end)
        const naive = rightToLeft.reduce(
          (text, { span, text: to }) => text.slice(0, span.start) + to + text.slice(span.end),
          a.text,
        )
        expect(files[0]?.text ?? a.text).toBe(naive)
      }),
    )
  })
})
