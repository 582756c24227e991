import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'

/** A reference of a page to something else, as its HTML has it. */
export interface Reference {
  readonly tag: string
  readonly attribute: string
  readonly url: string
}

/** What a page offers to links, and where it points, as a browser's parser reads it. */
export interface HarvestedPage {
  /** Below the site's root: `spec/enums/`, `404.html`. */
  readonly path: string
  readonly title: string
  readonly language: string
  /** In order; doubled where one is written twice. */
  readonly ids: readonly string[]
  readonly references: readonly Reference[]
  /** `2 Columns`: the level and the text of each heading. */
  readonly headings: readonly string[]
  /** How many elements of each name there are. */
  readonly elements: Readonly<Record<string, number>>
  /** Attributes that run a script: `onclick` and the like. */
  readonly handlers: readonly string[]
}

/** The paths of a site's pages, as their addresses have them, sorted. */
export function pagesOf(folder: string): readonly string[] {
  return globSync('**/*.html', { cwd: folder })
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
    .sort()
}

/** Parses pages in a browser that runs nothing of them. */
export async function harvest(
  browser: Browser,
  folder: string,
  paths: readonly string[] = pagesOf(folder),
): Promise<ReadonlyMap<string, HarvestedPage>> {
  const page = await browser.newPage({ javaScriptEnabled: true })
  const found = new Map<string, HarvestedPage>()
  // A page at a time: a message to the browser has a limit.
  for (const path of paths) {
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
    found.set(path, { path, ...(await page.evaluate(readHtml, readFileSync(join(folder, file), 'utf8'))) })
  }
  await page.close()
  return found
}

/** Runs in the browser. `DOMParser` loads nothing and runs nothing. */
function readHtml(html: string): Omit<HarvestedPage, 'path'> {
  const document = new DOMParser().parseFromString(html, 'text/html')
  const elements: Record<string, number> = {}
  const references: Reference[] = []
  const handlers: string[] = []
  const note = (element: Element, attribute: string, url: string): void => {
    references.push({ tag: element.localName, attribute, url: url.trim() })
  }
  for (const element of document.querySelectorAll('*')) {
    elements[element.localName] = (elements[element.localName] ?? 0) + 1
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) handlers.push(`<${element.localName} ${name}="${value}">`)
      if (['href', 'src', 'xlink:href', 'action', 'formaction', 'poster', 'data'].includes(name))
        note(element, name, value)
      if (name === 'srcset' && !value.startsWith('data:'))
        for (const candidate of value.split(',')) note(element, name, candidate.trim().split(/\s/)[0] ?? '')
    }
  }
  return {
    title: document.title,
    language: document.documentElement.lang,
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    references,
    headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(
      (heading) => `${heading.localName.slice(1)} ${heading.textContent.trim()}`,
    ),
    elements,
    handlers,
  }
}
