import type { Page } from 'playwright-core'

export type Theme = 'light' | 'dark'
export const themes: readonly Theme[] = ['light', 'dark']

/** What the page shows now. */
export async function themeOf(page: Page): Promise<string | undefined> {
  return await page.evaluate(() => document.documentElement.dataset.theme)
}
