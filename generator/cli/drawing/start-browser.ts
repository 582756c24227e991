import type { Browser } from 'puppeteer'
import { brief } from '../../diagnostic/visible-text.ts'
import type { BrowserPlace } from './browser-places.ts'

/** What starts browsers, of the package `puppeteer`. */
export interface Launcher {
  launch(options: object): Promise<Browser>
}

/** A browser that runs and has done what was asked of it first. */
export interface Started<T> {
  readonly browser: Browser
  /** `Chromium 156.0.8078.79 at /usr/bin/chromium`. */
  readonly name: string
  readonly ready: T
  /** Starts it again, where it has to be ended. */
  readonly again: () => Promise<Started<T>>
}

/** Milliseconds. A browser that has not come by then will not. */
const patience = 30_000

/**
 * Starts the first browser that can be started and in which `prepare` succeeds; the reasons of those before it are
 * told.
 * @returns the browser, or why each of those that were found did not do, one line each
 */
export async function startBrowser<T>(
  launcher: Launcher,
  places: AsyncIterable<BrowserPlace>,
  prepare: (browser: Browser) => Promise<T>,
): Promise<Started<T> | { readonly tried: readonly string[] }> {
  const tried: string[] = []
  try {
    for await (const place of places) {
      try {
        return await startAt(launcher, place, prepare)
      } catch (error) {
        tried.push(`${place.path}: ${reasonOf(error)}`)
      }
    }
  } catch (error) {
    tried.push(`@sparticuz/chromium: ${reasonOf(error)}`)
  }
  return { tried }
}

async function startAt<T>(
  launcher: Launcher,
  place: BrowserPlace,
  prepare: (browser: Browser) => Promise<T>,
): Promise<Started<T>> {
  const browser = await launch(launcher, place)
  try {
    const version = (await browser.version()).replace('/', ' ')
    const again = (): Promise<Started<T>> => startAt(launcher, place, prepare)
    return { browser, name: `${version} at ${place.path}`, ready: await prepare(browser), again }
  } catch (error) {
    await browser.close().catch(() => {})
    throw error
  }
}

async function launch(launcher: Launcher, { path, args, env }: BrowserPlace): Promise<Browser> {
  return await launcher.launch({
    executablePath: path,
    args: [...args],
    env: { ...process.env, ...env },
    headless: true,
    pipe: true,
    timeout: patience,
  })
}

/** The line of a browser's last words that says why. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const lines = message.split('\n').filter((line) => line.trim() !== '')
  const telling = lines.find((line) =>
    /error while loading|No usable sandbox|without --no-sandbox|ENOENT|FATAL/.test(line),
  )
  return brief(telling ?? lines[0] ?? 'it does not start', 200)
}
