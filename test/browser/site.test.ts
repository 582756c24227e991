import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { type Place, siteOf } from '../../generator/emit/docs/site.ts'
import { soundModel } from '../support/analyze-folder.ts'
import { referenceSite } from '../support/site/built-site.ts'
import { siteUnderTest } from '../support/site/site-under-test.ts'
import { mostTelling } from './most-telling.ts'
import { Search } from './search.ts'
import { themeOf } from './theme.ts'

describe('the site of the reference spec', { tags: ['full'] }, () => {
  const model = soundModel('spec')
  const site = siteOf(model)
  const under = siteUnderTest('reference', referenceSite)
  const entity = mostTelling(model)
  const routeOf = ({ anchor, page }: Place): string => `/spec/${page}/${anchor === undefined ? '' : `#${anchor}`}`
  const entityRoute = routeOf(site.entity(entity.name))

  /** Where a page is, without the host. */
  const whereIs = (page: Page): string => page.url().replace(under.server.url, '/')

  test('opens with a home page that leads to the spec, the explorer and the guides', async () => {
    const page = await under.open('')
    expect((await page.getByRole('heading', { level: 1 }).innerText()).trim()).not.toBe('')
    const main = page.getByRole('main')
    expect(await main.locator('a[href^="/spec/"]').count()).toBeGreaterThan(0)
    expect(await main.locator('a[href^="/explorer/"]').count()).toBeGreaterThan(0)
  })

  describe('search', () => {
    const column = entity.postgres?.fields.find(({ type }) => type.kind !== 'ref') ?? entity.postgres?.fields[0]

    test.each([
      ['the name of an entity', () => entity.name, () => entityRoute],
      ['the name of a table', () => entity.postgres?.table.text ?? '', () => routeOf(site.table(entity.name))],
      [
        'the name of a column with that of its table',
        () => `${entity.postgres?.table.text}.${column?.physical.text}`,
        () => routeOf(site.field(entity.name, 'postgres', column?.name ?? '')),
      ],
    ])('by %s leads there', async (_, words, wanted) => {
      const page = await under.open('')
      const search = new Search(page)
      await search.ask(words())
      await page.keyboard.press('Enter')
      await expect.poll(() => whereIs(page)).toBe(wanted())
      await expectInView(page, wanted())
    })

    test('finds words of a handwritten page', async () => {
      const page = await under.open('')
      const search = new Search(page)
      await search.ask('row level security')
      await expect.poll(() => search.results.count()).toBeGreaterThan(0)
    })

    test('says so where nothing is found, and is closed by Escape', async () => {
      const page = await under.open('')
      const search = new Search(page)
      await page.keyboard.press('Control+k')
      await search.input.fill('qzxwvk')
      await expect.poll(() => page.getByRole('dialog').innerText()).toMatch(/no(thing| results?)/i)
      await page.keyboard.press('Escape')
      await expect.poll(() => search.input.isVisible()).toBe(false)
    })
  })

  describe('the theme', () => {
    test('follows the system at first, then what was chosen, and stays so on the next page', async () => {
      const page = await under.open(entityRoute, { colorScheme: 'dark' })
      expect(await themeOf(page)).toBe('dark')
      await page.getByRole('combobox', { name: 'Select theme' }).selectOption('light')
      expect(await themeOf(page)).toBe('light')
      await page.goto(under.server.url)
      expect(await themeOf(page)).toBe('light')
    })

    test('changes the colours and the pictures', async () => {
      const page = await under.open(entityRoute, { colorScheme: 'light' })
      const light = await appearance(page)
      await page.getByRole('combobox', { name: 'Select theme' }).selectOption('dark')
      await expect.poll(async () => (await appearance(page)).pictures).not.toEqual(light.pictures)
      const dark = await appearance(page)
      expect(light.pictures.length).toBeGreaterThan(0)
      expect(light.pictures.filter((source) => source.includes('dark'))).toEqual([])
      expect(dark.pictures.filter((source) => !source.includes('dark'))).toEqual([])
      expect(light.background).not.toBe(dark.background)
      expect(luminance(light.background)).toBeGreaterThan(luminance(dark.background))
    })
  })

  describe('on a phone', () => {
    test('the menu opens and leads to another page', async () => {
      const page = await under.open(entityRoute, {
        viewport: { width: 360, height: 740 },
        hasTouch: true,
        isMobile: true,
      })
      const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Explorer' })
      expect(await link.isVisible()).toBe(false)
      await page.getByRole('button', { name: 'Menu' }).tap()
      await expect.poll(() => link.isVisible()).toBe(true)
      await link.tap()
      await expect.poll(() => whereIs(page)).toMatch(/^\/explorer\//)
    })
  })

  describe('with the keyboard', () => {
    test('the first stop skips to the content', async () => {
      const page = await under.open(entityRoute)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to content')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    })

    test('each of the first stops shows that it has the focus', async () => {
      const page = await under.open(entityRoute)
      for (let stop = 0; stop < 30; stop += 1) {
        await page.keyboard.press('Tab')
        expect(await page.evaluate(focusIsSeen)).toBe('')
      }
    })
  })
})

/** The place that an address names stands within the window. */
async function expectInView(page: Page, route: string): Promise<void> {
  const anchor = route.split('#')[1]
  if (anchor === undefined) return
  await expect
    .poll(() =>
      page.evaluate((id) => {
        const { bottom, top } = document.getElementById(id)?.getBoundingClientRect() ?? { bottom: -1, top: -1 }
        return bottom >= 0 && top < window.innerHeight
      }, anchor),
    )
    .toBe(true)
}

interface Appearance {
  readonly background: string
  /** Of the pictures that are seen. */
  readonly pictures: readonly string[]
}

async function appearance(page: Page): Promise<Appearance> {
  return await page.evaluate(() => ({
    background: getComputedStyle(document.body).backgroundColor,
    pictures: [...document.querySelectorAll<HTMLImageElement>('main img')]
      .filter((image) => image.checkVisibility())
      .map((image) => image.currentSrc || image.src),
  }))
}

/** Of a colour as a browser computes it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Runs in the browser: why nobody sees where the focus is, or nothing. */
function focusIsSeen(): string {
  const focused = document.activeElement
  if (focused === null || focused === document.body) return ''
  const { boxShadow, outlineStyle, outlineWidth } = getComputedStyle(focused)
  const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
  const { height, width } = focused.getBoundingClientRect()
  if (width === 0 || height === 0) return `${focused.outerHTML.slice(0, 120)} has no size`
  return outlined || boxShadow !== 'none' ? '' : `${focused.outerHTML.slice(0, 120)} looks like any other`
}
