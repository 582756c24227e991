import { globSync, readFileSync } from 'node:fs'
import { marked, type Token, type Tokens } from 'marked'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { blocksOf } from './blocks.ts'

const all = globSync('docs/**/*.md').sort()

function tokensOf(path: string): readonly Token[] {
  const found: Token[] = []
  marked.walkTokens(marked.lexer(readFileSync(path, 'utf8')), (token) => void found.push(token))
  return found
}

describe('a page', () => {
  test.each(all)('%s begins with its title and skips no level of headings', (path) => {
    const depths = tokensOf(path).flatMap((token) =>
      token.type === 'heading' ? [(token as Tokens.Heading).depth] : [],
    )
    expect(readFileSync(path, 'utf8')).toMatch(/^# \S/)
    expect(depths.filter((depth) => depth === 1)).toEqual([1])
    expect(depths.filter((depth, index) => depth > (depths[index - 1] ?? 1) + 1)).toEqual([])
  })

  test.each(all)('%s says where its links lead and what its pictures show', (path) => {
    const bad = tokensOf(path).flatMap((token) => {
      const { type, text = '' } = token as { type: string; text?: string }
      if (type === 'link' && /^(here|this|link|this page|click here|more)?$/i.test(text)) return [token.raw]
      return type === 'image' && text.trim().length < 10 ? [token.raw] : []
    })
    expect(bad).toEqual([])
  })

  test.each(all)('%s has no HTML but anchors and breaks in tables', (path) => {
    const html = tokensOf(path).flatMap((token) => (token.type === 'html' ? [token.raw.trim()] : []))
    expect(
      html.filter((tag) => !/^(<a id="[\w-]+">|<\/a>|(<a id="[\w-]+"><\/a>)|<br>|<!-- .* -->)$/.test(tag)),
    ).toEqual([])
  })
})

describe('blocks', () => {
  test.each(all.filter((path) => !path.startsWith('docs/rules/')))('of %s are YAML where they say so', (path) => {
    const yaml = blocksOf(readFileSync(path, 'utf8')).filter(({ language }) => language === 'yaml')
    expect(yaml.flatMap(({ text }) => parseAllDocuments(text).flatMap(({ errors }) => errors))).toEqual([])
  })
})

describe('docs/contents.yaml', () => {
  const groups = parse(readFileSync('docs/contents.yaml', 'utf8')) as { group: string; pages: string[] }[]
  const listed = groups.flatMap(({ pages }) => pages)

  test('has the groups in the order in which a reader needs them', () => {
    expect(groups.map(({ group }) => group)).toEqual(['Start', 'Guides', 'Reference', 'How it is built', 'About'])
  })

  test('lists every page once, but those of single rules', () => {
    const pages = all.map((path) => path.replace('docs/', '')).filter((path) => !path.startsWith('rules/'))
    expect([...listed].sort()).toEqual(pages.sort())
  })
})
