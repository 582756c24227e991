import type { Browser, Page } from 'playwright-core'

/** How quickly the explorer is there and how quickly it answers, in milliseconds. */
export interface ExplorerFigures {
  readonly firstPaint: number
  /** From the call of the page until the first layout is on the screen. */
  readonly laidOut: number
  /** The same, with every entity and all its fields. */
  readonly allLaidOut: number
  /** From a key or a click to the next picture, as the browser itself measures: the slowest of all that were made. */
  readonly slowest: number
  /** Between two pictures while the canvas is dragged. */
  readonly frame: number
  readonly worstFrame: number
}

const observe = `
window.__reactions = []
new PerformanceObserver((list) => {
  for (const { duration, interactionId } of list.getEntries()) if (interactionId) window.__reactions.push(duration)
}).observe({ type: 'event', durationThreshold: 16, buffered: true })`

const countFrames = `
window.__frames = []
let last = performance.now()
const frame = (now) => { window.__frames.push(now - last); last = now; window.__frame = requestAnimationFrame(frame) }
window.__frame = requestAnimationFrame(frame)`

const ready = '#explorer [data-ready]'

/** Opens the explorer of a site, searches, selects, filters and drags. */
export async function measureExplorer(browser: Browser, site: string): Promise<ExplorerFigures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.addInitScript(observe)
  const laidOut = await open(page, `${site}explorer/`)
  const firstPaint = await page.evaluate<number>(`performance.getEntriesByName('first-contentful-paint')[0].startTime`)
  await drag(page)
  const frames = (await page.evaluate<number[]>('window.__frames')).slice(2).sort((one, other) => one - other)
  await interact(page)
  const slowest = await page.evaluate<number>('Math.max(0, ...window.__reactions)')
  const allLaidOut = await open(page, `${site}explorer/?all#/?detail=all&open=${await domainKeys(page, site)}`)
  await context.close()
  return {
    firstPaint,
    laidOut,
    allLaidOut,
    slowest,
    frame: frames[Math.floor(frames.length / 2)] ?? Number.NaN,
    worstFrame: frames.at(-1) ?? Number.NaN,
  }
}

async function open(page: Page, url: string): Promise<number> {
  await page.goto(url)
  await page.locator(ready).waitFor({ timeout: 120_000 })
  return await page.evaluate<number>('performance.now()')
}

/** A large graph opens as a map of domains: all of them open show every card. */
async function domainKeys(page: Page, site: string): Promise<string> {
  const answer = await page.request.get(`${site}explorer/graph.json`)
  const graph = (await answer.json()) as { readonly domains: readonly { readonly key: string }[] }
  return graph.domains.map(({ key }) => key).join(',')
}

async function drag(page: Page): Promise<void> {
  await page.evaluate(countFrames)
  await page.mouse.move(640, 500)
  await page.mouse.down()
  for (let step = 0; step < 60; step += 1) await page.mouse.move(640 + 4 * step, 500 + 2 * step)
  await page.mouse.up()
  await page.evaluate('cancelAnimationFrame(window.__frame)')
}

async function interact(page: Page): Promise<void> {
  const explorer = page.locator('#explorer')
  const search = explorer.getByRole('combobox', { name: /^Search/ })
  await search.click()
  await search.pressSequentially('item12', { delay: 30 })
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Escape')
  await explorer.getByRole('group', { name: 'Stores' }).getByRole('checkbox').first().click()
  await page.locator(ready).waitFor({ timeout: 120_000 })
  await explorer.getByRole('button', { name: 'Clear' }).click()
  await page.locator(ready).waitFor({ timeout: 120_000 })
  await explorer.locator('[role=application] [role=button]').first().click()
  await page.locator(ready).waitFor({ timeout: 120_000 })
  // The browser tells of what it measured after the picture.
  await page.waitForTimeout(500)
}
