import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'puppeteer'
import { sha256 } from '../../output/hash.ts'
import type { BrowserPlace } from './browser-places.ts'
import type { MermaidPackage } from './mermaid-package.ts'
import type { PageMermaid } from './page/dom.ts'
import { drawInPage, type PageDrawing } from './page/draw.ts'
import { leaveOut } from './page/leave-out.ts'
import { plainLabels } from './page/plain-labels.ts'
import { shortenSvg } from './shorten.ts'
import { type Launcher, type Started, startBrowser } from './start-browser.ts'

/** Milliseconds for one drawing: large ones take three seconds, and some texts keep Mermaid busy for ever. */
const longest = 60_000

/** One browser with one page in which Mermaid is loaded: draws one text after the other. */
export class Drawer {
  #started: Started<Page>

  private constructor(started: Started<Page>) {
    this.#started = started
  }

  /** @returns why each browser that was found did not do, where none does */
  static async start(
    launcher: Launcher,
    mermaid: MermaidPackage,
    places: AsyncIterable<BrowserPlace>,
  ): Promise<Drawer | { readonly tried: readonly string[] }> {
    const started = await startBrowser(launcher, places, (browser) => openPage(browser, mermaid.script))
    return 'tried' in started ? started : new Drawer(started)
  }

  /** `Chrome 156.0.8078.79 at /usr/bin/chromium`. */
  get browserName(): string {
    return this.#started.name
  }

  /** Draws one text; its id in the page, and so in the file, follows from the text. */
  async draw(text: string, patience: number = longest): Promise<PageDrawing> {
    const id = `d${sha256(text).slice(0, 8)}`
    try {
      const drawing = await within(patience, this.#started.ready.evaluate(drawInPage, id, text))
      return 'refusal' in drawing ? drawing : { svg: `${shortenSvg(drawing.svg)}\n` }
    } catch (error) {
      // The page is busy for ever or has crashed. A new one could share its process: the next text gets a new browser.
      this.#started.browser.process()?.kill('SIGKILL')
      await this.#started.browser.close().catch(() => {})
      this.#started = await this.#started.again()
      return { refusal: error instanceof Error ? error.message : String(error) }
    }
  }

  async close(): Promise<void> {
    await this.#started.browser.close()
  }
}

async function within<T>(patience: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`it takes longer than ${patience / 1000} s`)), patience)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
    work.catch(() => {})
  }
}

/** The only page: it loads nothing from anywhere, whatever a diagram says. */
async function openPage(browser: Browser, script: string): Promise<Page> {
  const page = await browser.newPage()
  await page.setRequestInterception(true)
  page.on('request', (request) => void request.abort().catch(() => {}))
  await page.setViewport({ width: 1600, height: 1200 })
  await page.setContent('<!doctype html><html lang="en"><body></body></html>')
  await page.addScriptTag({ content: readFileSync(script, 'utf8') })
  await page.evaluate(`globalThis.stowage = { plainLabels: ${plainLabels}, leaveOut: ${leaveOut} }`)
  await page.evaluate((options) => mermaid.initialize(options), mermaidOptions)
  return page
}

declare const mermaid: PageMermaid

/** Fonts of the same widths, one of which most machines have: a text fits its box wherever it is read. */
const fontFamily = 'Arial, Helvetica, "Liberation Sans", Arimo, sans-serif'

const mermaidOptions = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  deterministicIds: true,
  handDrawnSeed: 1,
  fontFamily,
  themeVariables: { fontFamily },
}
