import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ruleCodes } from '../../generator/diagnostic/codes.ts'
import type { Diagnostic } from '../../generator/diagnostic/diagnostic.ts'
import { yamlComments } from '../../generator/front/suppress/comments.ts'
import { isSuppressible } from '../../generator/front/suppress/suppress.ts'
import { lineStarts, positionAt } from '../../generator/source/source-file.ts'
import { analysed, before, findingsOf, lamps } from './lamps.ts'

describe('whatever is suppressed', () => {
  const lines = lamps.split('\n')
  /** Lines before which a comment can stand: not inside the block text. */
  const places = lines.flatMap((line, index) => (/^ {6}A lamp|^ {6}# stowage/.test(line) ? [] : [index]))
  const known = [...ruleCodes, 'custom/x', 'type/unknown', 'naming/tabel', '*']
  const comment = fc
    .record({
      at: fc.constantFrom(...places),
      word: fc.constantFrom('next-line', 'file', 'line', 'nxt-line'),
      names: fc.array(fc.constantFrom('naming/table', 'placement/large-text-in-postgres', ...known), { maxLength: 3 }),
      reason: fc.constantFrom(' -- why', ' --', '', ' -- # "why": [', ' -- a -- b'),
    })
    .map(({ at, word, names, reason }) => ({ at, text: `# stowage-ignore-${word} ${names.join(', ')}${reason}` }))

  const withComments = (all: readonly { readonly at: number; readonly text: string }[]): string =>
    lines
      .flatMap((line, index) => [
        ...all.filter(({ at }) => at === index).map(({ text }) => `${/^ */.exec(line)?.[0]}${text}`),
        line,
      ])
      .join('\n')

  test('every other finding stays as it was, and each finding is either reported or answered for', () => {
    fc.assert(
      fc.property(fc.array(comment, { maxLength: 6 }), (all) => {
        const { diagnostics, suppressed } = analysed(withComments(all))
        const told = diagnostics.filter(({ code }) => !code.startsWith('suppress/'))
        const both = [...told, ...suppressed.map(({ diagnostic }) => diagnostic)]
        expect(both.map(({ code, message }) => `${code}: ${message}`).sort()).toEqual([...before].sort())
        for (const { diagnostic, suppression } of suppressed) {
          expect(isSuppressible(diagnostic.code)).toBe(true)
          expect(suppression.reason).not.toBe('')
        }
      }),
      { numRuns: 150 },
    )
  })

  test('suppressing all findings leaves none, and taking the comments away gives the report as it was', () => {
    const at = (diagnostic: Diagnostic): number => {
      const { file, start } = diagnostic.span ?? expect.fail('a finding without a place')
      return positionAt(lineStarts(file.text), start).line - 1
    }
    const all = analysed(lamps).diagnostics.map((diagnostic) => ({
      at: at(diagnostic),
      text: `# stowage-ignore-next-line ${diagnostic.code} -- why`,
    }))
    const text = withComments(all)
    const analysis = analysed(text)
    expect(analysis.diagnostics).toEqual([])
    expect(analysis.suppressed).toHaveLength(before.length)
    const bare = text.replaceAll(/^ *# stowage-ignore-next-line .* -- why\n/gm, '')
    expect(bare).toBe(lamps)
    expect(findingsOf(analysed(bare))).toEqual(before)
  })
})

describe('whatever the text', () => {
  const pieces = [
    '#',
    ' # ',
    '"',
    "'",
    '|',
    '>-',
    '\n',
    '\r\n',
    '\t',
    '- ',
    ': ',
    '{',
    '}',
    '\u001f',
    '\u0002',
    '\uFEFF',
    '---\n',
    '%',
  ]
  const comments = [
    '# stowage-ignore-file naming/table -- why\n',
    '# stowage-ignore-next-line x\n',
    '#stowage-ignore-line',
  ]
  const edit = fc.record({
    at: fc.nat(lamps.length),
    length: fc.nat(6),
    text: fc.oneof(fc.constantFrom(...pieces, ...comments), fc.string({ unit: 'binary', maxLength: 4 })),
  })

  test('a comment is where it is said to be, and a mistake in one is reported inside it', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const text = edits.reduce(
          (before, { at, length, text: added }) => before.slice(0, at) + added + before.slice(at + length),
          `${lamps}# stowage-ignore-file naming/bucket -- why\n`,
        )
        const file = { path: 'lamps.yaml', text }
        for (const { span, text: said } of yamlComments.commentsWith('stowage-ignore', file)) {
          expect(said).toBe(text.slice(span.start, span.end))
          expect(said).toMatch(/^#[^\n]*stowage-ignore/)
        }
        for (const { code, span } of analysed(text).diagnostics) {
          if (!code.startsWith('suppress/') || span === undefined) continue
          const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.end)
          expect(line).toContain('stowage-ignore')
        }
      }),
      { numRuns: 300 },
    )
  })
})
