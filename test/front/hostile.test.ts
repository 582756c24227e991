import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadSpec } from '../../generator/front/load.ts'
import type { SpecNode } from '../../generator/front/node.ts'
import { memoryReader } from '../support/memory-reader.ts'
import { attempts } from '../support/run-marks.ts'
import { mutated, soup, spec } from './odd-texts.ts'
import { fixed, shapeText } from './read-text.ts'

function nodesOf(node: SpecNode): readonly SpecNode[] {
  if (node.kind === 'scalar') return [node]
  const children = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value)
  return [node, ...children.flatMap(nodesOf)]
}

/** What holds of whatever was read from whatever text. */
function expectSound(text: string): void {
  const { diagnostics, document, value } = shapeText(text)
  if (value === undefined) expect(diagnostics.length).toBeGreaterThan(0)
  for (const { message, span, label, help, fixes = [], related = [] } of diagnostics) {
    for (const words of [message, label, help]) expect(words ?? '').not.toMatch(/[\n\r]/)
    const spans = [
      span,
      ...related.map((place) => place.span),
      ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
    ]
    for (const each of spans) {
      expect(each === undefined || (0 <= each.start && each.start <= each.end && each.end <= text.length)).toBe(true)
    }
    for (const { edits } of fixes) {
      const ordered = [...edits].sort((a, b) => a.span.start - b.span.start)
      for (const [index, edit] of ordered.slice(1).entries())
        expect(edit.span.start).toBeGreaterThanOrEqual(ordered[index]?.span.end ?? 0)
    }
  }
  if (document === undefined) return
  const nodes = new Set(nodesOf(document.root))
  for (const { span } of nodes) expect(span.start <= span.end && span.end <= text.length).toBe(true)
  for (const node of document.broken) expect(nodes.has(node)).toBe(true)
}

describe('whatever the text, there is a report and no failure', () => {
  test('the text that is mutated is sound', () => {
    expect(shapeText(spec).diagnostics).toEqual([])
  })

  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectSound), { numRuns: attempts(500) })
  })

  test('any heap of signs', () => {
    fc.assert(fc.property(soup, expectSound), { numRuns: attempts(2000) })
  })

  test('any mutation of a spec', () => {
    fc.assert(fc.property(mutated, expectSound), { numRuns: attempts(1500) })
  })

  test('a text of several lines is a key: reports stay one line', () => {
    expectSound('domain: Orders\nentities:\n  Order:\n    postgres:\n      fields: {}\n  ? |-\n    one\n    two\n  :\n')
    expectSound('domain: Orders\n? |-\n  one\n  two\n: 1\n? |-\n  one\n  two\n: 2\n')
  })

  test('a blank that is none to YAML starts a text in brackets: the search for quotes stood still', () => {
    for (const blank of ['\ufeff', '\u00a0', '\u2028']) expectSound(`a: [${blank}\n5{`)
  })

  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const codes: string[] = []
        const { files, parsed } = loadSpec(
          'stowage.yaml',
          memoryReader(new Map([['stowage.yaml', bytes]])),
          ({ code }) => codes.push(code),
        )
        expect(files).toHaveLength(1)
        for (const document of parsed.values()) if (document === undefined) expect(codes.length).toBeGreaterThan(0)
      }),
      { numRuns: attempts(1000) },
    )
  })

  test('a spec that is mended has no more mistakes of that kind', () => {
    const mendable = new Set(['syntax/byte-order-mark', 'syntax/crlf', 'syntax/quote-type', 'syntax/quote-pattern'])
    const slips: readonly (readonly [string, string])[] = [
      ["'^[A-Z]{2,3}$'", '^[A-Z]{2,3}$'],
      ['type: Status', 'type: decimal(12,2)'],
      ['type: string(20)', 'type: string(20)[]'],
      ['\n', '\r\n'],
      ['domain', '\ufeffdomain'],
    ]
    fc.assert(
      fc.property(fc.subarray([...slips], { minLength: 1 }), (chosen) => {
        const text = chosen.reduce((now, [from, to]) => now.replaceAll(from, to), spec)
        const { diagnostics, value } = shapeText(text)
        expect(diagnostics.map(({ code }) => mendable.has(code))).toEqual(diagnostics.map(() => true))
        const after = shapeText(fixed(text, diagnostics))
        expect(after.diagnostics).toEqual([])
        expect(after.value).toEqual(value)
      }),
    )
  })
})

describe('what would take much', () => {
  const size = 1 << 16

  // Each goes deep, or back and forth, in a reader that is not on its guard: none may run out of stack.
  test.each([
    '[',
    '{',
    '- ',
    '? ',
    '{a: ',
    '[]',
    '}',
    '\t',
    '\r',
    '"',
    'a: b: c\n',
    '*a ',
    '!a ',
    '- !a\n',
    '{a, ',
    'a: {b, c\n',
    'a: int[] ',
  ])('a file of %j', (piece) => {
    expect(shapeText(piece.repeat(size / piece.length)).diagnostics.length).toBeGreaterThan(0)
  })

  test('twenty thousand mistakes', () => {
    const fields = Array.from({ length: 20_000 }, (_, index) => `        f${index}: 1\n`).join('')
    const { diagnostics } = shapeText(`domain: A\nentities:\n  E:\n    postgres:\n      fields:\n${fields}`)
    expect(diagnostics).toHaveLength(20_000)
  })
})
