import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { diagramsEmitter } from '../../generator/emit/diagrams/index.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { referenceSite } from '../support/site/built-site.ts'
import { siteUnderTest } from '../support/site/site-under-test.ts'
import { declared, drawn } from './drawn.ts'
import { type HarvestedPage, harvest } from './harvest.ts'
import { themes } from './theme.ts'

describe('the diagrams of the reference spec', { tags: ['full'] }, () => {
  const under = siteUnderTest('reference', referenceSite)
  /** The text of each diagram, by its path below the folder of the diagrams and without an ending. */
  const texts = new Map(
    [...diagramsEmitter.emit(soundModel('spec'))].map(({ path, text }) => [
      path.replace(/^diagrams\/|\.mmd$/g, ''),
      text,
    ]),
  )
  /** The files of the drawings that pages show, below the site's root. */
  let shown: readonly string[] = []

  beforeAll(async () => {
    const pages = await harvest(under.browser, under.built.folder)
    shown = [...new Set([...pages.values()].flatMap(drawingsOf))].sort()
  })

  const nameOf = (file: string): string => file.replace(/^.*?diagrams\/|(\.dark)?\.svg$/g, '')

  test('all stand on a page, in light and in dark', () => {
    const names = shown.map(nameOf)
    expect([...texts.keys()].filter((name) => names.filter((one) => one === name).length !== 2)).toEqual([])
    expect(names.filter((name) => !texts.has(name))).toEqual([])
  })

  test('show as many boxes, groups and lines as their texts declare', { timeout: 120_000 }, async () => {
    const page = await under.browser.newPage()
    for (const file of shown) {
      const svg = readFileSync(join(under.built.folder, file), 'utf8')
      const wanted = await declared(texts.get(nameOf(file)) ?? '')
      expect({ file, ...(await drawn(page, svg)) }).toEqual({ file, ...wanted, active: [] })
    }
  })

  test('are pictures of some size to a browser', { timeout: 120_000 }, async () => {
    const page = await under.open('404.html')
    const sizes = await page.evaluate(
      (files) =>
        Promise.all(
          files.map(async (file) => {
            const image = new Image()
            image.src = file
            await image.decode().catch(() => undefined)
            return { file, width: image.naturalWidth, height: image.naturalHeight }
          }),
        ),
      shown.map((file) => under.server.url + file),
    )
    expect(sizes.filter(({ height, width }) => width < 100 || height < 50)).toEqual([])
    under.faults()
  })

  test.each(themes)('are loaded as they are scrolled to, the one of the %s theme alone', async (theme) => {
    const page = await under.open('spec/entity-relations-nosql/', { colorScheme: theme })
    const images = page.locator('main figure img')
    const count = await images.count()
    expect(count).toBeGreaterThan(1)
    for (let at = 0; at < count; at += 1) {
      const image = images.nth(at)
      const isDark = (await image.getAttribute('src'))?.endsWith('.dark.svg') === true
      expect(await image.isVisible()).toBe(isDark === (theme === 'dark'))
      if (isDark !== (theme === 'dark')) continue
      await image.scrollIntoViewIfNeeded()
      await expect
        .poll(() => image.evaluate((one) => one instanceof HTMLImageElement && one.naturalWidth))
        .toBeGreaterThan(100)
    }
  })
})

function drawingsOf({ path, references }: HarvestedPage): readonly string[] {
  return references
    .filter(({ tag, url }) => tag === 'img' && url.endsWith('.svg'))
    .map(({ url }) => new URL(url, `http://site.test/${path}`).pathname.slice(1))
    .filter((file) => file.includes('diagrams/'))
}
