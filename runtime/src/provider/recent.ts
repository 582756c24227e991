export interface RecentOptions {
  readonly most: number
  readonly milliseconds: number
  readonly now: () => number
}

/** What was found lately, by key. Asked twice at once it looks once; what failed is not kept. */
export class Recent<Value> {
  readonly #options: RecentOptions
  readonly #entries = new Map<string, { readonly value: Promise<Value>; readonly until: number }>()

  constructor(options: RecentOptions) {
    this.#options = options
  }

  of(key: string, find: () => Promise<Value>): Promise<Value> {
    const { now, milliseconds, most } = this.#options
    const known = this.#entries.get(key)
    if (known !== undefined && known.until > now()) return known.value
    const value = find()
    const entry = { value, until: now() + milliseconds }
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    // The oldest stands first.
    const [oldest] = this.#entries.keys()
    if (this.#entries.size > most && oldest !== undefined) this.#entries.delete(oldest)
    value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key)
    })
    return value
  }

  clear(): void {
    this.#entries.clear()
  }
}
