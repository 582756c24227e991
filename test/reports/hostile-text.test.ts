import fc from 'fast-check'
import { parse } from 'junit2json'
import { marked, type Token } from 'marked'
import { expect, test } from 'vitest'
import type { Findings } from '../../generator/diagnostic/findings.ts'
import { renderGithubActions } from '../../generator/report/github-actions.ts'
import { renderGitlab } from '../../generator/report/gitlab.ts'
import { renderJson } from '../../generator/report/json.ts'
import { renderJunit } from '../../generator/report/junit.ts'
import { renderMarkdown } from '../../generator/report/markdown.ts'
import { renderSarif } from '../../generator/report/sarif.ts'
import { renderText } from '../../generator/report/text.ts'
import { attempts } from '../support/run-marks.ts'
import { hostile, hostileTexts, settings } from './samples.ts'

/** Pieces that mean something to some reader, and anything else, in any order. */
const piece = fc.oneof(
  fc.constantFrom(
    '::',
    '%0A',
    '%',
    '\r',
    '\n',
    ',',
    ':',
    '##[',
    ']]>',
    '<!--',
    '&#0;',
    '&',
    '<',
    '>',
    '"',
    "'",
    '](',
    '[',
    '{0}',
  ),
  fc.constantFrom(
    '`',
    '``',
    '|',
    '\\',
    '*',
    '_',
    '~~',
    '#',
    '- ',
    '1. ',
    '</details>',
    '<b>',
    '@a',
    'www.a.bc',
    'https://a.bc',
    '$x$',
  ),
  fc.constantFrom('\u0000', '\u001b[2J', '\u0085', '\u202E', '\u2028', '\uFEFF', '\uFFFE', '\uD800', '\uDC00', '🔥'),
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => `a${pieces.join('')}b`)

/** What a terminal would obey, but line ends. */
const commanding = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]/u

function kinds(markdown: string): readonly string[] {
  const found: string[] = []
  marked.walkTokens(marked.lexer(markdown), ({ type }: Token) => {
    if (!['text', 'space', 'escape', 'codespan'].includes(type)) found.push(type)
  })
  return found
}

/** The same finding so often that its file is folded. */
function folded(said: string): Findings {
  const findings = hostile(said)
  return {
    ...findings,
    diagnostics: findings.diagnostics.flatMap((each) => Array.from({ length: 21 }, () => ({ ...each }))),
  }
}

const harmless = kinds(renderMarkdown(hostile('harmless'), settings))
const harmlessFolded = kinds(renderMarkdown(folded('harmless'), settings))

test('no text of a spec changes what a report is', async () => {
  const known = text.filter((each) => !each.includes('/'))
  await fc.assert(
    fc.asyncProperty(fc.oneof(text, known), async (said) => {
      const findings = hostile(said)
      const log = renderGithubActions(findings, settings)
      expect(log.split(/\r\n|\r|\n/)).toHaveLength(2)
      expect(log).toMatch(
        /^::error title=type\/unknown,file=[^:,\r\n]*,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?::/,
      )
      const suites = await parse(renderJunit(findings, settings))
      expect(suites).toMatchObject({ tests: 2, failures: 1, testsuite: [{ skipped: 1 }] })
      expect(kinds(renderMarkdown(findings, settings))).toEqual(harmless)
      expect(kinds(renderMarkdown(folded(said), settings))).toEqual(harmlessFolded)
      expect(JSON.parse(renderGitlab(findings, settings))).toHaveLength(1)
      expect(JSON.parse(renderJson(findings)).diagnostics[0].message).toBe(said)
      expect(JSON.parse(renderSarif(findings, settings)).runs[0].results).toHaveLength(2)
    }),
    { numRuns: attempts(2_000) },
  )
})

test('no report steers the terminal that shows it', () => {
  fc.assert(
    fc.property(text, (said) => {
      const findings = hostile(said)
      for (const render of [renderGithubActions, renderGitlab, renderJunit, renderMarkdown, renderSarif]) {
        expect(render(findings, settings)).not.toMatch(commanding)
      }
      expect(renderJson(findings)).not.toMatch(commanding)
      expect(renderText(findings, settings.palette)).not.toMatch(commanding)
    }),
    { numRuns: attempts(2_000) },
  )
})
