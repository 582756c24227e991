import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { referenceSite } from '../support/site/built-site.ts'
import { siteUnderTest } from '../support/site/site-under-test.ts'
import { pagesOf } from './harvest.ts'

/** Compressed, with all that it loads on opening. */
const budget = 300_000
const phone = { width: 360, height: 740 }
/** Pages at a time: a browser waits more than it works. */
const lanes = 4

/** What one look at a page found. */
interface Look {
  readonly path: string
  readonly bytes: number
  /** By how many pixels it is wider than the screen. */
  readonly excess: number
  /** Pictures that are not there. */
  readonly blank: readonly string[]
}

describe('every page of the site of the reference spec', { tags: ['full'] }, () => {
  const under = siteUnderTest('reference', referenceSite)
  const looks: Look[] = []

  beforeAll(async () => {
    const waiting = pagesOf(under.built.folder).filter((path) => path !== '404.html')
    const lane = async (): Promise<void> => {
      const page = await under.open('', { viewport: phone, isMobile: true, hasTouch: true })
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) looks.push(await lookAt(page, path))
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }, 120_000)

  async function lookAt(page: Page, path: string): Promise<Look> {
    const loaded = new Set<string>()
    const note = (request: { url(): string }): void => void loaded.add(new URL(request.url()).pathname.slice(1))
    page.on('request', note)
    await page.goto(under.server.url + path, { waitUntil: 'load' })
    const { blank, excess } = await page.evaluate(measurePage)
    page.off('request', note)
    const bytes = [...loaded].reduce((sum, one) => sum + under.server.bytesOf(one), 0)
    return { path, bytes, excess, blank }
  }

  test('opens without an error, a request that fails or one to elsewhere', () => {
    expect(looks.length).toBeGreaterThan(100)
    expect(under.faults()).toEqual([])
  })

  test(`loads at most ${budget / 1000} kB but for the explorer`, () => {
    const heaviest = looks.toSorted((one, other) => other.bytes - one.bytes)
    console.log(
      heaviest
        .slice(0, 10)
        .map(({ bytes, path }) => `${String(Math.round(bytes / 1000)).padStart(5)} kB /${path}`)
        .join('\n'),
    )
    expect(heaviest.filter(({ bytes, path }) => bytes > budget && path !== 'explorer/')).toEqual([])
    // A page that weighs nothing was not measured.
    expect(heaviest.at(-1)?.bytes).toBeGreaterThan(5_000)
  })

  test('fits a phone: nothing but a wide table or picture, in its own frame, scrolls sideways', () => {
    expect(looks.filter(({ excess }) => excess > 0).map(({ excess, path }) => `${path}: ${excess} px`)).toEqual([])
  })

  test('shows each of its pictures', () => {
    expect(looks.flatMap(({ blank, path }) => blank.map((source) => `${path}: ${source}`))).toEqual([])
  })
})

/** Runs in the browser. A picture that waits until it is scrolled to is not asked. */
function measurePage(): { readonly excess: number; readonly blank: readonly string[] } {
  const root = document.documentElement
  return {
    excess: root.scrollWidth - root.clientWidth,
    blank: [...document.images]
      .filter((image) => image.complete && image.currentSrc !== '' && image.naturalWidth === 0)
      .map((image) => image.currentSrc),
  }
}
