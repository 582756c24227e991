import { existsSync } from 'node:fs'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A Chrome or Chromium of this machine: the one that PUPPETEER_EXECUTABLE_PATH names, else one at a usual place. */
export function findBrowser(): string | undefined {
  const named = process.env.PUPPETEER_EXECUTABLE_PATH
  return named === undefined ? usual.find((path) => existsSync(path)) : named
}

/** Lets it run as root in a container, and keeps it from looking for anything outside. */
export const browserArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
