import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SourceFile } from '../../../generator/source/source-file.ts'
import { builtSite, type SiteSource } from '../../support/site/built-site.ts'
import { siteUnderTest } from '../../support/site/site-under-test.ts'
import { filesBelow, TemporaryFolder } from '../../support/temporary-folder.ts'
import { drawn } from '../drawn.ts'
import { Explorer } from '../explorer.ts'
import { type HarvestedPage, harvest, pagesOf } from '../harvest.ts'
import { brokenLinks } from '../links.ts'
import { Search } from '../search.ts'
import { harmlessProject, hostileProject } from './project.ts'
import { mark } from './texts.ts'

describe('the site of a spec whose every text is hostile', { tags: ['full'] }, () => {
  const projects = new TemporaryFolder()
  const sourceOf = (name: string, files: readonly SourceFile[]) => (): SiteSource => {
    const folder = join(projects.path, name)
    mkdirSync(folder)
    projects.write(files, name)
    return { project: folder }
  }
  const hostile = siteUnderTest('hostile', sourceOf('hostile', hostileProject()))
  let pages: ReadonlyMap<string, HarvestedPage> = new Map()
  let twins: ReadonlyMap<string, HarvestedPage> = new Map()

  beforeAll(async () => {
    const harmless = await builtSite('harmless', sourceOf('harmless', harmlessProject()))
    pages = await harvest(hostile.browser, hostile.built.folder, ofTheSpec(hostile.built.folder))
    twins = await harvest(hostile.browser, harmless.folder, ofTheSpec(harmless.folder))
  }, 300_000)
  afterAll(() => projects[Symbol.dispose]())

  /** All but the pages of the rules, which hold nothing of the spec. */
  const ofTheSpec = (folder: string): readonly string[] => pagesOf(folder).filter((path) => !/^rules\/./.test(path))

  /** What a script would leave behind that ran although it should not have. */
  const ran = (page: Page): Promise<unknown> =>
    page.evaluate((name) => (window as unknown as Record<string, unknown>)[name], mark)

  test('has the pages of its harmless twin, each with the same elements and headings', () => {
    expect([...pages.keys()]).toEqual([...twins.keys()])
    for (const [path, { elements, headings, references }] of pages) {
      const twin = twins.get(path)
      expect(headings.length, path).toBe(twin?.headings.length)
      // An address in a text may be a link for a reader to follow, as anywhere; it loads nothing.
      const links = references.filter(({ tag, url }) => tag === 'a' && /^https?:\/\/(www\.)?evil\.test/.test(url))
      expect({ ...elements, a: (elements.a ?? 0) - links.length }, path).toEqual(twin?.elements)
    }
  })

  test('has no handler, no address that runs and no broken link', () => {
    expect([...pages.values()].flatMap(({ handlers }) => handlers)).toEqual([])
    expect(brokenLinks(pages, new Set(filesBelow(hostile.built.folder)))).toEqual([])
  })

  test('opens with no script run, no dialog, no error and no request to elsewhere', async () => {
    // Without the policy that forbids what an escaper let through: the pages must be sound by themselves.
    const page = await hostile.open('', { bypassCSP: true })
    for (const path of pages.keys()) {
      await page.goto(hostile.server.url + path, { waitUntil: 'load' })
      expect(await ran(page), path).toBeUndefined()
    }
  })

  test('finds hostile words and shows them as words', async () => {
    const page = await hostile.open('')
    const search = new Search(page)
    await search.ask('constructor')
    await page.waitForTimeout(500)
    const inside = page.getByRole('dialog').locator('img, script, iframe, svg[onload], h1, base, style, [onclick]')
    expect(await inside.evaluateAll((found) => found.map(({ outerHTML }) => outerHTML))).toEqual([])
    expect(await ran(page)).toBeUndefined()
  })

  test('explores every entity with its texts as texts', async () => {
    const page = await hostile.open('explorer/#/?detail=all')
    const explorer = new Explorer(page)
    await explorer.settled()
    for (const id of await explorer.drawn()) {
      await page.goto(`${hostile.server.url}explorer/#/${id}`)
      const panel = explorer.root.getByRole('complementary')
      await panel.waitFor()
      expect(await panel.locator('img, script, iframe, object, base, style, a[href^="javascript" i]').count(), id).toBe(
        0,
      )
    }
    expect(await ran(page)).toBeUndefined()
  })

  test('draws every diagram, and no drawing holds what could run', async () => {
    const page = await hostile.browser.newPage()
    const pictures = filesBelow(hostile.built.folder).filter(
      (file) => file.endsWith('.svg') && !file.includes('favicon'),
    )
    expect(pictures.length).toBeGreaterThan(20)
    for (const file of pictures) {
      const text = readFileSync(join(hostile.built.folder, file), 'utf8')
      const { active, boxes, fault } = await drawn(page, text)
      expect({ file, fault, active }).toEqual({ file, fault: undefined, active: [] })
      expect(boxes, file).toBeGreaterThan(0)
    }
  })
})
