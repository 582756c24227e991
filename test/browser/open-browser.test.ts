import { expect, test } from 'vitest'
import { openBrowser } from '../support/site/open-browser.ts'

test('a machine without a browser of its own shows pages in the one of the npm package', { tags: ['full'] }, async ({
  skip,
}) => {
  const packaged = process.platform === 'linux' && process.arch === 'x64'
  if (!packaged) skip('the package has a browser for Linux on x64 only')
  const opened = await openBrowser('packaged')
  if (!('browser' in opened)) throw new Error(opened.reason)
  try {
    // More than one context: a browser of one process would end with the first.
    for (const word of ['one', 'two', 'three']) {
      const context = await opened.browser.newContext()
      const page = await context.newPage()
      await page.setContent(`<h1>${word}</h1>`)
      expect(await page.getByRole('heading').innerText()).toBe(word)
      await context.close()
    }
  } finally {
    await opened.browser.close()
  }
})
