import type { Page, Request, Response } from 'playwright-core'

/** What must not happen while a page is looked at: each fault is one line. */
export class Watch {
  readonly faults: string[] = []
  readonly #site: string

  /** `site`: the address below which everything must lie. */
  constructor(page: Page, site: string) {
    this.#site = site
    page.on('console', (message) => {
      if (message.type() === 'error') this.#note(page, `console: ${message.text()}`)
    })
    page.on('pageerror', (error) => this.#note(page, `exception: ${error.message}`))
    page.on('dialog', (dialog) => {
      this.#note(page, `dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('popup', (popup) => this.#note(page, `popup: ${popup.url()}`))
    page.on('request', (request) => this.#judgeRequest(page, request))
    page.on('response', (response) => this.#judgeResponse(page, response))
  }

  #judgeRequest(page: Page, request: Request): void {
    const inside = request.url().startsWith(this.#site) || /^(data|blob):/.test(request.url())
    if (!inside) this.#note(page, `another origin: ${request.url()}`)
  }

  #judgeResponse(page: Page, response: Response): void {
    if (response.status() >= 400) this.#note(page, `${response.status()}: ${response.url()}`)
  }

  #note(page: Page, what: string): void {
    this.faults.push(`${page.url().replace(this.#site, '/')}: ${what}`)
  }
}
