import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Model } from '../../generator/model/model.ts'
import { type SiteFiles, siteFiles } from '../../generator/site/build-site.ts'
import { parseContents } from '../../generator/site/contents.ts'
import { analyzeText } from '../support/analyze-text.ts'

const hostile = `<img src=x onerror=alert(1)>"'\\u0000: {{x}} \${x} --- [a](javascript:alert(1)) </script>`

function modelOf(about: string): Model {
  const text = [
    'entities:',
    '  Order:',
    `    about: ${JSON.stringify(about)}`,
    '    use: [base_fields]',
    '    postgres: { fields: { total: { type: int, about: The sum. } } }',
    '  Index: { use: [base_fields], postgres: { fields: { order: ref(Order) } } }',
  ].join('\n')
  const { model } = analyzeText(text)
  if (model === undefined) throw new Error('no model')
  return model
}

interface Wish {
  readonly about?: string
  readonly written?: Readonly<Record<string, string>>
  readonly base?: string
  readonly source?: string
  readonly drawn?: boolean
}

function site(wish: Wish = {}): SiteFiles {
  const made = modelOf(wish.about ?? 'What was asked for.')
  const docs = wish.source === undefined ? {} : { source: wish.source }
  const model = { ...made, project: { ...made.project, docs } }
  const drawing = { light: '<svg viewBox="0 0 30 20"></svg>', dark: '<svg viewBox="0 0 30 20"></svg>' }
  return siteFiles({
    model,
    base: wish.base ?? '/',
    folder: 'docs',
    written: Object.entries(wish.written ?? {}).map(([path, text]) => ({ path, text })),
    contents: [],
    assets: ['images/map.png'],
    rules: [{ code: 'naming/index', text: '# naming/index\n\nSee [table](table.md) and [all](../../language.md).\n' }],
    drawings: wish.drawn === true ? new Map([['neighbours/order', drawing]]) : new Map(),
  })
}

function pageAt(files: SiteFiles, path: string): string {
  const found = files.files.find((file) => file.path === path)
  if (found === undefined) throw new Error(`there is no ${path}`)
  return found.text
}

const written = (files: SiteFiles, name: string): string => pageAt(files, `src/content/docs/${name}.md`)

function frontmatterOf(text: string): Record<string, unknown> {
  return parse(text.slice(4, text.indexOf('\n---\n', 4))) as Record<string, unknown>
}

describe('the pages of a site', () => {
  test('the title is the first heading, which leaves the text', () => {
    const page = written(site({ written: { 'a.md': '# A `b` *c*\n\nThis is what the page is about.\n' } }), 'a')
    expect(frontmatterOf(page)).toMatchObject({ title: 'A b c', description: 'This is what the page is about.' })
    expect(page).not.toContain('# A')
  })

  test('a title with anything in it stays one string of the frontmatter', () => {
    const title = '"; x: [1] # {a} --- \\ end'
    const page = written(site({ written: { 'a.md': `# ${title}\n\ntext\n` } }), 'a')
    expect(frontmatterOf(page).title).toBe(title.replace('\\ ', '\\ '))
    expect(Object.keys(frontmatterOf(page)).sort()).toEqual(['kind', 'title'])
  })

  test.each([
    ['[x](b.md)', '[x](/docs/b/)'],
    ['[x](b.md#part)', '[x](/docs/b/#part)'],
    ['[`x`](guides/Deep%20One.md "tip")', '[`x`](/docs/guides/deep-one/ "tip")'],
    ['[x](#here)', '[x](#here)'],
    ['[x](https://example.org/b.md)', '[x](https://example.org/b.md)'],
    ['[x](../generated/docs/overview.md)', '[x](/docs/spec/overview/)'],
    ['[x](../scripts/x.ts)', '[x](https://code.example/scripts/x.ts)'],
    ['[x](../../outside.md)', 'x'],
    ['![map](images/map.png)', '![map](/docs/files/images/map.png)'],
    ['<img src="images/map.png" alt="">', '<img src="/docs/files/images/map.png" alt="">'],
    ['[x][y]\n\n[y]: b.md', '[x][y]\n\n[y]: /docs/b/'],
    ['`[x](b.md)`', '`[x](b.md)`'],
    ['| a |\n| --- |\n| [x](b.md) and `[x](b.md)` |', '| a |\n| --- |\n| [x](/docs/b/) and `[x](b.md)` |'],
  ])('%s leads to a place of the site', (link, expected) => {
    const pages = { 'a.md': `# A\n\n${link}\n`, 'b.md': '# B\n', 'guides/Deep One.md': '# Deep\n' }
    const page = written(site({ written: pages, base: '/docs/', source: 'https://code.example/' }), 'a')
    expect(page.split('---\n\n')[1]).toBe(`${expected}\n`)
  })

  test('without a place where files are shown, a link to one is its label', () => {
    const page = written(site({ written: { 'a.md': '# A\n\nsee [the *script*](../x.ts) now\n' } }), 'a')
    expect(page).toContain('see the *script* now')
  })

  test('a rule that the package brings links to rules, and to nothing that is not there', () => {
    expect(written(site(), 'rules/naming/index_')).toContain('See table and all.')
  })

  test('a picture from elsewhere is a link, since the policy of the site would not show it', () => {
    const text = '# A\n\n![Map](https://example.com/map.png) ![](//example.com/x.png) ![Plan](../plan.png)\n'
    const page = written(site({ written: { 'a.md': text }, source: 'https://code.example.com/' }), 'a')
    expect(page).toContain('[Map](https://example.com/map.png) [picture](//example.com/x.png)')
    expect(page).toContain('[Plan](https://code.example.com/plan.png)')
    expect(page).not.toContain('![')
  })

  test('a rule that is called index has one page, also where the project writes the rules', () => {
    const { files } = site({ written: { 'rules/naming/index.md': '# naming/index\n\nOurs.\n' } })
    const pages = files.filter(({ path }) => path.startsWith('src/content/docs/rules/naming'))
    expect(pages).toHaveLength(1)
    expect(pages[0]?.text).toContain('Ours.')
  })

  test('a page that is called index keeps its route', () => {
    const files = site()
    expect(frontmatterOf(written(files, 'spec/entities/index_')).title).toBe('Index')
    expect(JSON.parse(pageAt(files, 'site.json')).calledIndex).toContain('spec/entities/index/')
  })

  test('a picture is shown for a light and a dark page, at its size', () => {
    const page = written(site({ drawn: true, base: '/x/' }), 'spec/entities/order')
    expect(page).toContain('src="/x/spec/diagrams/neighbours/order.svg"')
    expect(page).toContain('src="/x/spec/diagrams/neighbours/order.dark.svg"')
    expect(page).toContain('width="30" height="20" loading="lazy"')
    expect(page).not.toContain('<picture>')
  })

  test('a picture that was not drawn stays its text', () => {
    const page = written(site(), 'spec/entities/order')
    expect(page).toContain('```mermaid\n')
    expect(page).not.toContain('<picture>')
  })

  test('no text of a spec becomes markup, frontmatter or a link', () => {
    const files = site({ about: hostile })
    for (const { path, text } of files.files) {
      if (!path.endsWith('.md')) continue
      // The head is data; a description in it is text.
      const body = text.slice(text.indexOf('\n---\n', 4))
      expect(body, path).not.toMatch(/<img src=x/)
      expect(body, path).not.toMatch(/\]\(javascript:/)
      expect(typeof frontmatterOf(text).title, path).toBe('string')
    }
  })

  test('every page of the navigation is there', () => {
    const files = site({ written: { 'index.md': '# Start\n', 'a.md': '# A\n' } })
    const pages = new Set(files.files.map(({ path }) => path))
    const routes = linksOf(JSON.parse(pageAt(files, 'site.json')).sidebar)
    expect(routes.length).toBeGreaterThan(8)
    for (const route of routes) {
      const path = route === '/' ? 'index' : route.slice(1, -1)
      expect(
        [`src/content/docs/${path}.md`, `src/content/docs/${path}_.md`].some((at) => pages.has(at)),
        route,
      ).toBe(true)
    }
  })

  test.each([
    ['v1.2.md', 'v1-2'],
    ['_draft.md', 'draft'],
    ['names.json.md', 'names-json'],
  ])('the page %s stands where Astro puts it', (path, name) => {
    expect(frontmatterOf(written(site({ written: { [path]: '# A\n' } }), name)).title).toBe('A')
  })

  test('where two pages would stand at one place, it says so', () => {
    expect(() => site({ written: { 'A.md': '# A\n', 'a.md': '# A\n' } })).toThrow('would stand at one place')
    expect(() => site({ written: { 'spec/a.md': '# A\n' } })).toThrow('puts pages of its own')
  })

  test('the same spec makes the same files', () => {
    expect(site()).toEqual(site())
  })
})

describe('contents.yaml', () => {
  const known = new Set(['a.md', 'b.md'])

  test('gives groups in order', () => {
    expect(parseContents('- group: Guides\n  pages: [b.md, a.md]\n', 'contents.yaml', known)).toEqual([
      { group: 'Guides', pages: ['b.md', 'a.md'] },
    ])
  })

  test.each([
    ['- group: Guides\n  pages: [c.md]\n', 'there is no page "c.md"'],
    ['- group: Guides\n  pages: [a.md, a.md]\n', 'twice'],
    ['group: x\n', 'it is no list'],
    ['- a\n', 'an entry is no group'],
    ['- [\n', 'cannot be read'],
    ['- &a { group: Guides, pages: [] }\n- *a\n', 'it has an alias'],
  ])('%j is refused', (text, why) => {
    expect(() => parseContents(text, 'contents.yaml', known)).toThrow(why)
  })
})

interface Item {
  readonly link?: string
  readonly items?: readonly Item[]
}

function linksOf(items: readonly Item[]): readonly string[] {
  return items.flatMap(({ items: inner, link }) => [...(link === undefined ? [] : [link]), ...linksOf(inner ?? [])])
}
