import { resolve } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { type BrowserPlace, browserPlaces } from '../../../generator/cli/drawing/browser-places.ts'

/** A browser that was started and where it comes from, or why none could be. */
export type Opened =
  | { readonly browser: Browser; readonly origin: BrowserPlace['origin'] }
  | { readonly reason: string }

/** Of two rules the last one holds: it finds this machine and no other. */
const ownHostOnly = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'

const project = resolve(import.meta.dirname, '../../..')

/**
 * Starts the first browser of this machine that runs, of those in which the drawings are made; `wanted` narrows where it may
 * come from.
 */
export async function openBrowser(wanted?: BrowserPlace['origin']): Promise<Opened> {
  const tried: string[] = []
  for await (const place of browserPlaces({ folder: project, env: process.env })) {
    const { args, env, origin, path } = place
    if (wanted !== undefined && origin !== wanted) continue
    try {
      const inherited = Object.entries({ ...process.env, ...env }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as const],
      )
      const options = {
        executablePath: path,
        args: [...args, ownHostOnly],
        env: Object.fromEntries(inherited),
        timeout: 30_000,
      }
      return { browser: await chromium.launch(options), origin }
    } catch (error) {
      tried.push(`${path}: ${String(error).split('\n')[0]}`)
    }
  }
  return { reason: `no browser that starts was found${tried.length === 0 ? '' : `: ${tried.join('; ')}`}` }
}
