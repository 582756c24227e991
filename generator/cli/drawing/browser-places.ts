import { existsSync, realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { cacheFolder } from './cache.ts'
import type { DrawingSurroundings } from './drawing.ts'
import { installedBrowsers } from './installed-browsers.ts'
import { packagedChromium } from './packaged-chromium.ts'

/** A browser that may be there, and how it is to be started. */
export interface BrowserPlace {
  /** Absolute, or as PUPPETEER_EXECUTABLE_PATH has it. */
  readonly path: string
  readonly args: readonly string[]
  /** Variables that it needs besides those of this process. */
  readonly env?: Readonly<Record<string, string>>
  readonly origin: 'named' | 'installed' | 'packaged'
}

/** The variable that names a browser, the same for Puppeteer. */
export const browserVariable = 'PUPPETEER_EXECUTABLE_PATH'

/**
 * Where a browser may be, best first: the one that PUPPETEER_EXECUTABLE_PATH names, installed ones, and the one that
 * the npm package `@sparticuz/chromium` holds. One that does not start is no reason to give up: the next may.
 */
export async function* browserPlaces({ folder, env }: DrawingSurroundings): AsyncIterable<BrowserPlace> {
  const args = [...commonArgs, ...sandboxArgs(env)]
  const named = env[browserVariable]
  if (named !== undefined && named !== '') yield { path: named, args, origin: 'named' }
  const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true
  const machine = { platform: process.platform, home: homedir(), env, isFile, realPath: (path: string) => real(path) }
  for (const path of installedBrowsers(machine)) yield { path, args, origin: 'installed' }
  const packaged = await packagedChromium(folder, cacheFolder(folder))
  if (packaged === undefined) return
  const place = { path: packaged.path, args: [...commonArgs, ...packagedArgs], origin: 'packaged' } as const
  const fonts: Record<string, string> = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: packaged.fonts }
  yield { ...place, env: fonts }
  // A machine without a desktop may lack the libraries too.
  yield { ...place, env: { ...fonts, LD_LIBRARY_PATH: join(packaged.libraries) } }
}

/** Keeps a browser from everything but the page: it finds no host, updates nothing, and draws alike everywhere. */
const commonArgs = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--font-render-hinting=none',
  '--force-device-scale-factor=1',
  '--lang=en-US',
]

/** It is a headless shell, and unpacked by ourselves: no setuid helper stands beside it. */
const packagedArgs = ['--headless=shell', '--no-sandbox', '--no-zygote']

/** Chromium refuses to sandbox what root runs, and in most containers it cannot. */
function sandboxArgs(env: DrawingSurroundings['env']): readonly string[] {
  const isRoot = process.getuid?.() === 0
  const isContainer = existsSync('/.dockerenv') || existsSync('/run/.containerenv')
  return isRoot || (isContainer && (env.CI ?? '') !== '') ? ['--no-sandbox'] : []
}

function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
