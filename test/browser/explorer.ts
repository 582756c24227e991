import type { Locator, Page } from 'playwright-core'

/** The explorer of a page, by what a reader finds on it: roles and names. */
export class Explorer {
  readonly page: Page
  readonly root: Locator

  constructor(page: Page) {
    this.page = page
    this.root = page.locator('#explorer')
  }

  /** Waits until a layout is on the screen. */
  async settled(): Promise<void> {
    await this.root.locator('[data-ready]').waitFor()
  }

  get search(): Locator {
    return this.root.getByRole('combobox', { name: /^Search/ })
  }

  get nodes(): Locator {
    return this.root.locator('[data-entity]')
  }

  node(id: string): Locator {
    return this.root.locator(`[data-entity="${id}"]`)
  }

  /** The panel of the selected entity. */
  panel(name: string): Locator {
    return this.root.getByRole('complementary', { name })
  }

  filter(group: 'Stores' | 'Domains' | 'Only', name: string): Locator {
    const begins = new RegExp(`^${name}(?![\\w-])`)
    return this.root.getByRole('group', { name: group }).getByRole('checkbox', { name: begins })
  }

  /** How many entities are shown, as the explorer says. */
  async shown(): Promise<number> {
    return Number(/^\d+/.exec(await this.root.locator('output[data-shown]').innerText())?.[0])
  }

  /** The ids of the entities that are drawn, sorted. */
  async drawn(): Promise<readonly string[]> {
    const ids = await this.nodes.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-entity') ?? ''))
    return ids.sort()
  }
}
