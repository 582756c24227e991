import { isApple, nearestNames, type SearchNames } from './search-names'
import { fullText, type TextHit } from './search-text'

/** One line of the results. */
interface Hit {
  readonly url: string
  readonly title: string
  readonly note: string
  /** Pieces of text around what was found; every second one was found. */
  readonly excerpt?: readonly string[]
}

const none: SearchNames = { names: [], fields: [] }

class StowageSearch extends HTMLElement {
  #names: Promise<SearchNames> | undefined
  #asked = 0
  #chosen = -1

  connectedCallback(): void {
    this.#part('.search-open').addEventListener('click', () => this.#open())
    this.#part('.search-close').addEventListener('click', () => this.#dialog.close())
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close()
    })
    this.#input.addEventListener('input', () => void this.#search())
    this.#input.addEventListener('keydown', (event) => this.#steer(event))
    this.#list.addEventListener('click', () => this.#dialog.close())
    addEventListener('keydown', (event) => this.#summon(event))
  }

  /** `/` and Ctrl+K, on an Apple Cmd+K; not while somebody writes. */
  #summon(event: KeyboardEvent): void {
    const writes =
      event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]') !== null
    const isShortcut = event.key === 'k' && (isApple ? event.metaKey : event.ctrlKey)
    // The explorer has a search of its own at this key.
    const isTaken = event.defaultPrevented || document.querySelector('#explorer') !== null
    const isSlash = event.key === '/' && !writes && !isTaken && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isShortcut && !isSlash) return
    event.preventDefault()
    if (this.#dialog.open) this.#dialog.close()
    else this.#open()
  }

  #open(): void {
    if (this.#dialog.open) return
    this.#dialog.showModal()
    this.#input.focus()
    this.#input.select()
    this.#names ??= this.#load()
  }

  async #load(): Promise<SearchNames> {
    const answer = await fetch(`${this.#base}names.json`)
    return answer.ok ? ((await answer.json()) as SearchNames) : none
  }

  async #search(): Promise<void> {
    this.#asked += 1
    const asked = this.#asked
    const query = this.#input.value.trim()
    if (query === '') {
      this.#show([], [], '')
      return
    }
    this.#names ??= this.#load()
    const names = nearestNames(await this.#names.catch(() => none), query).map(([title, note, route]): Hit => {
      return { url: `${this.#base}${route}`, title, note }
    })
    if (asked !== this.#asked) return
    const isDevelopment = this.dataset.dev !== undefined
    this.#show(names, [], isDevelopment ? 'Names only: the full text is searched in the built site.' : 'Searching…')
    if (isDevelopment) return
    const found = await fullText(this.#base, query).catch(() => undefined)
    if (asked !== this.#asked || found === undefined) return
    const known = new Set(names.map(({ url }) => url))
    const texts = found.filter(({ url }) => !known.has(url)).map(asHit)
    this.#show(names, texts, count(names.length + texts.length, query))
  }

  #show(names: readonly Hit[], texts: readonly Hit[], status: string): void {
    const groups = [
      { label: 'Names', hits: names },
      { label: 'Pages', hits: texts },
    ].filter(({ hits }) => hits.length > 0)
    let index = 0
    const nodes = groups.map(({ hits, label }) => {
      const group = document.createElement('div')
      group.setAttribute('role', 'group')
      group.setAttribute('aria-label', label)
      const head = element('div', 'search-group', label)
      head.setAttribute('aria-hidden', 'true')
      group.append(head)
      for (const hit of hits) {
        group.append(option(hit, index))
        index += 1
      }
      return group
    })
    this.#list.replaceChildren(...nodes)
    this.#part('.search-status').textContent = status
    this.#input.setAttribute('aria-expanded', String(index > 0))
    this.#choose(index > 0 ? 0 : -1)
  }

  #steer(event: KeyboardEvent): void {
    const count = this.#options.length
    if (count === 0) return
    if (event.key === 'ArrowDown') this.#choose((this.#chosen + 1) % count)
    else if (event.key === 'ArrowUp') this.#choose((this.#chosen - 1 + count) % count)
    else if (event.key === 'Enter') this.#options[this.#chosen]?.click()
    else return
    event.preventDefault()
  }

  #choose(index: number): void {
    this.#chosen = index
    this.#options.forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === index))
    })
    const chosen = this.#options[index]
    chosen?.scrollIntoView({ block: 'nearest' })
    if (chosen === undefined) this.#input.removeAttribute('aria-activedescendant')
    else this.#input.setAttribute('aria-activedescendant', chosen.id)
  }

  #part<E extends HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector)
    if (found === null) throw new Error(`the search has no ${selector}`)
    return found
  }

  get #dialog(): HTMLDialogElement {
    return this.#part('dialog')
  }

  get #input(): HTMLInputElement {
    return this.#part('input')
  }

  get #list(): HTMLElement {
    return this.#part('.search-results')
  }

  get #options(): readonly HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role="option"]')]
  }

  get #base(): string {
    return this.dataset.base ?? '/'
  }
}

function option({ excerpt, note, title, url }: Hit, index: number): HTMLElement {
  const link = document.createElement('a')
  link.href = url
  link.id = `search-result-${index}`
  link.className = 'search-result'
  link.tabIndex = -1
  link.setAttribute('role', 'option')
  link.append(element('span', 'search-title', title))
  if (note !== '') link.append(element('span', 'search-note', note))
  if (excerpt !== undefined) {
    const line = element('span', 'search-excerpt', '')
    line.append(...excerpt.map((piece, at) => (at % 2 === 1 ? element('mark', '', piece) : piece)))
    link.append(line)
  }
  return link
}

function asHit({ excerpt, page, title, url }: TextHit): Hit {
  return { url, title, note: page, excerpt }
}

function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.textContent = text
  return made
}

function count(found: number, query: string): string {
  if (found === 0) return `Nothing found for “${query}”.`
  return found === 1 ? '1 result' : `${found} results`
}

customElements.define('stowage-search', StowageSearch)
