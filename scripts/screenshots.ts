import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { buildSite } from '../test/support/site/built-site.ts'
import { openBrowser } from '../test/support/site/open-browser.ts'
import { StaticServer } from '../test/support/site/static-server.ts'
import { TemporaryFolder } from '../test/support/temporary-folder.ts'

/**
 * Makes the pictures of the README: `node scripts/screenshots.ts`. It builds the site of the reference spec first; with a
 * folder, `node scripts/screenshots.ts build/docs`, it takes the site that lies there.
 */
interface Shot {
  readonly file: string
  readonly path: string
  /** What must be there before the picture is taken. */
  readonly ready: string
}

const shots: readonly Shot[] = [
  { file: 'explorer.webp', path: 'explorer/#/strategy?near=1', ready: '#explorer [data-ready]' },
  { file: 'entity.webp', path: 'spec/entities/strategy/', ready: 'main table' },
]

const size = { width: 1280, height: 800 }
const scale = 1.5
const folder = 'docs/images'
/** A README is read over the network. */
const largest = 250_000

async function take(browser: Browser, site: string, { path, ready }: Shot): Promise<Buffer> {
  const context = await browser.newContext({ viewport: size, deviceScaleFactor: scale, colorScheme: 'light' })
  try {
    const page = await context.newPage()
    await page.goto(site + path)
    await page.locator(ready).first().waitFor()
    await page.evaluate('document.fonts.ready.then(() => undefined)')
    await page.waitForTimeout(500)
    return await page.screenshot({ animations: 'disabled' })
  } finally {
    await context.close()
  }
}

/** The browser is an encoder too: WebP takes a third of PNG. */
async function webp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage()
  try {
    const url = await page.evaluate<string>(`(async () => {
      const image = new Image()
      image.src = ${JSON.stringify(`data:image/png;base64,${png.toString('base64')}`)}
      await image.decode()
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: image.naturalWidth, height: image.naturalHeight })
      canvas.getContext('2d').drawImage(image, 0, 0)
      return canvas.toDataURL('image/webp', 0.9)
    })()`)
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
  } finally {
    await page.close()
  }
}

using temporary = new TemporaryFolder()
const given = process.argv[2]
const project = { project: '.', options: ['--pages', 'docs'] }
const site = given ?? (await buildSite(project, join(temporary.path, 'site'))).folder
await using server = await StaticServer.start(site)
const opened = await openBrowser()
if (!('browser' in opened)) throw new Error(opened.reason)
try {
  mkdirSync(folder, { recursive: true })
  for (const shot of shots) {
    const bytes = await webp(opened.browser, await take(opened.browser, server.url, shot))
    if (bytes.length > largest) throw new Error(`${shot.file} has ${bytes.length} bytes, more than ${largest}`)
    writeFileSync(join(folder, shot.file), bytes)
    process.stdout.write(`${folder}/${shot.file}: ${Math.round(bytes.length / 1000)} kB\n`)
  }
} finally {
  await opened.browser.close()
}
