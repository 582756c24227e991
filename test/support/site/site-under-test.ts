import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { type BuiltSite, builtSite, type SiteSource } from './built-site.ts'
import { openBrowser } from './open-browser.ts'
import { StaticServer } from './static-server.ts'
import { Watch } from './watch.ts'

/** The site that the tests of a file look at, and the browser in which they do. */
export interface SiteUnderTest {
  readonly browser: Browser
  readonly server: StaticServer
  readonly built: BuiltSite
  /**
   * A page of its own, closed after the test. Whatever goes wrong on it fails the test: an error on the console, a request
   * that fails or leads to another origin, a dialog.
   */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  /** Takes what went wrong so far, for a test that judges it itself. */
  faults(): readonly string[]
}

/** Before the first test of the suite: the site built and served, and a browser. Each test is skipped where none starts. */
export function siteUnderTest(name: string, source: () => SiteSource, base: string = '/'): SiteUnderTest {
  let built: BuiltSite | undefined
  let server: StaticServer | undefined
  let browser: Browser | undefined
  let reason = 'the site was not opened'
  const watches: Watch[] = []
  const takeFaults = (): readonly string[] => watches.flatMap(({ faults }) => faults.splice(0))

  beforeAll(async () => {
    const opened = await openBrowser()
    if ('reason' in opened) reason = opened.reason
    else browser = opened.browser
    built = await builtSite(name, source)
    server = await StaticServer.start(built.folder, base)
  }, 300_000)
  beforeEach(({ skip }) => {
    if (browser === undefined) skip(reason)
  })
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close()
    expect(takeFaults()).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  return {
    get browser() {
      return present(browser)
    },
    get server() {
      return present(server)
    },
    get built() {
      return present(built)
    },
    faults: takeFaults,
    async open(path, options = {}) {
      const context = await present(browser).newContext({ baseURL: present(server).url, ...options })
      context.setDefaultTimeout(10_000)
      const page = await context.newPage()
      watches.push(new Watch(page, present(server).url))
      await page.goto(path.replace(/^\//, ''))
      return page
    },
  }
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is there only while the tests run')
  return value
}
