import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The search of the site: opened by its key, one result by its words. */
export class Search {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get input(): Locator {
    return this.#page.getByRole('combobox', { name: /^Search/ })
  }

  get results(): Locator {
    return this.#page.getByRole('listbox').getByRole('option')
  }

  /** Opens it with the keyboard and asks for words; waits until there are results. */
  async ask(words: string): Promise<void> {
    await this.#page.keyboard.press('/')
    await expect.poll(() => this.input.isVisible()).toBe(true)
    await this.input.fill(words)
    await this.results.first().waitFor()
  }
}
