import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderMermaid } from '@mermaid-js/mermaid-cli'
import puppeteer, { type Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserArguments, findBrowser } from '../support/browser.ts'

const executablePath = findBrowser()
const folder = 'generated/diagrams'

/** One of each kind, and the largest: to draw all of them would take a minute. */
const drawn = [
  'access-path.mmd',
  'sql/all.mmd',
  'nosql/collections.mmd',
  ...['cross-store/*.mmd', 'lifecycle/*.mmd', 'sql/*.mmd'].flatMap((kind) =>
    globSync(kind, { cwd: folder, exclude: ['sql/all.mmd'] })
      .sort()
      .slice(0, 2),
  ),
]

/** Mermaid draws a picture of its own instead of failing. */
const errorPicture = /Syntax error in text|Maximum text size/

/** What a reader sees first: the words of a diagram that are names, as its text has them. */
function expectedWords(text: string): readonly string[] {
  const [, title = ''] = /^title: "(.*)"$/m.exec(text) ?? []
  return title.split(' ')
}

describe('diagrams are drawn in a browser', { tags: ['full'] }, () => {
  if (executablePath === undefined) {
    test.skip('no Chrome or Chromium is installed; PUPPETEER_EXECUTABLE_PATH names one', () => {})
    return
  }

  let browser: Browser
  beforeAll(async () => {
    browser = await puppeteer.launch({ executablePath, args: [...browserArguments] })
  })
  afterAll(async () => {
    await browser?.close()
  })

  test.each(drawn)('%s', async (path) => {
    const text = readFileSync(join(folder, path), 'utf8')
    const { data } = await renderMermaid(browser, text, 'svg')
    const svg = Buffer.from(data).toString('utf8')
    expect(svg).not.toMatch(errorPicture)
    const [, width = '0', height = '0'] = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
    expect(Number(width)).toBeGreaterThan(100)
    expect(Number(height)).toBeGreaterThan(50)
    for (const word of expectedWords(text)) expect(svg).toContain(word)
  })

  test('a diagram that is too large is known by its picture', async () => {
    const text = `erDiagram\n${'  a ||--o{ b : "c"\n'.repeat(3_000)}`
    const { data } = await renderMermaid(browser, text, 'svg')
    expect(Buffer.from(data).toString('utf8')).toMatch(errorPicture)
  })
})
