import { marked, type Token } from 'marked'
import { describe, expect, test } from 'vitest'
import type { Findings } from '../../generator/diagnostic/findings.ts'
import { renderMarkdown } from '../../generator/report/markdown.ts'
import { finding, findingsOf } from '../diagnostic/spans.ts'
import { allHostile, hostile, hostileTexts, many, nothing, one, settings } from './samples.ts'

/** What kinds of things a Markdown reader finds, in order. */
function kinds(markdown: string): readonly string[] {
  const found: string[] = []
  marked.walkTokens(marked.lexer(markdown, { gfm: true }), ({ type }: Token) => {
    if (!['text', 'space', 'escape', 'codespan'].includes(type)) found.push(type)
  })
  return found
}

/** The report of the same finding with a harmless text in every place. */
function twin(): Findings {
  return hostile('harmless')
}

function itemsIn(markdown: string): number {
  return markdown.split('\n').filter((line) => line.startsWith('- **')).length
}

test('where there is nothing the headline says so', () => {
  expect(renderMarkdown(nothing, settings)).toBe('### Stowage: no findings in 2 files\n')
  const { suppressed } = many(50)
  expect(renderMarkdown({ ...nothing, suppressed }, settings)).toBe(
    '### Stowage: no findings in 2 files, 1 suppressed\n',
  )
})

test('links lead to the page of the rule, to what a finding is about, and to its line', () => {
  const docs = 'https://docs.example.com/'
  const links = { rule: `${docs}rules/naming/timestamp-suffix/`, subject: `${docs}spec/entities/oven/#column-lit` }
  const source = 'https://code.example.com/bakery/'
  const html = marked.parse(renderMarkdown({ ...one, links: () => links }, { ...settings, source }), { async: false })
  const targets = [...html.matchAll(/href="([^"]+)"/g)].map(([, target]) => target)
  expect(targets).toEqual([links.rule, links.rule, `${source}spec/domains/ovens%20&%20fires.yaml#L8`, links.subject])
})

test('many findings are folded, a file each, and what is folded is Markdown again', () => {
  const html = marked.parse(renderMarkdown(many(100), settings), { async: false })
  expect(html.match(/<details>/g)).toHaveLength(2)
  expect(html.match(/<\/details>/g)).toHaveLength(2)
  expect(html.match(/<li>/g)).toHaveLength(100)
  expect(marked.parse(renderMarkdown(many(20), settings), { async: false })).not.toContain('<details>')
})

describe('a comment of GitHub holds 65,536 characters:', () => {
  test.each([
    ['a thousand findings', many(1_000)],
    ['ten thousand findings', many(10_000)],
    [
      'a thousand long messages',
      findingsOf(
        Array.from({ length: 1_000 }, (_, index) => finding({ message: `${index}${'&'.repeat(5_000)}` })),
        1,
      ),
    ],
    [
      'a thousand codes',
      findingsOf(
        Array.from({ length: 1_000 }, (_, index) => finding({ code: `custom/${'c'.repeat(80)}-${index}` })),
        1,
      ),
    ],
  ])('%s fit, and how many are left out is said', (_name, findings) => {
    const markdown = renderMarkdown(findings, settings)
    expect(markdown.length).toBeLessThan(65_000)
    const left = /And ([\d,]+) more findings, which other formats show too\.\n$/
      .exec(markdown)?.[1]
      ?.replaceAll(',', '')
    expect(itemsIn(markdown) + Number(left ?? 0)).toBe(findings.diagnostics.length)
    expect(itemsIn(markdown)).toBeGreaterThan(10)
    expect(markdown.match(/<details>/g)?.length).toBe(markdown.match(/<\/details>/g)?.length)
  })
})

describe('a text of a spec', () => {
  test.each(hostileTexts.filter((text) => text !== ''))('makes nothing that a harmless one does not: %j', (text) => {
    expect(kinds(renderMarkdown(hostile(text), settings))).toEqual(kinds(renderMarkdown(twin(), settings)))
  })

  test('holds no character that hides or turns what is read', () => {
    const markdown = renderMarkdown(allHostile(), settings)
    expect(markdown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202E\u2028\u200E]/u)
  })

  test('shows what it has in backticks as code, and a lone backtick as one', () => {
    const told = (message: string): string =>
      marked.parse(renderMarkdown(findingsOf([finding({ message })], 1), settings), { async: false })
    expect(told('field `a_b` of `<c>`')).toContain('field <code>a_b</code> of <code>&lt;c&gt;</code>')
    expect(told('a ` alone')).toContain('a ` alone')
  })
})

test('where not all have room errors come before warnings, in the order of the files', () => {
  const markdown = renderMarkdown(many(1_000), settings)
  const count = (title: string): number => markdown.split(`- **${title}**`).length - 1
  expect(count('error')).toBe(200)
  expect(count('warning')).toBeGreaterThan(100)
  expect(count('note')).toBe(0)
  const lines = [...markdown.matchAll(/<code>(.*?)<\/code>: 50 findings|, line (\d+):/g)].map(
    ([, path, line]) => path ?? Number(line),
  )
  expect(lines.filter((each) => typeof each === 'string')).toEqual(
    many(1_000)
      .files.slice(1)
      .map(({ path }) => path),
  )
  expect(lines.slice(1, 5)).toEqual([5, 8, 11, 17])
})
