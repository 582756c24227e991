/** Hands out names, each once: a name that is taken gets a `_` more. Compared as `fold` leaves them. */
export class NameTable {
  readonly #taken: Set<string>
  readonly #fold: (name: string) => string

  constructor(taken: Iterable<string> = [], fold: (name: string) => string = (name) => name) {
    this.#fold = fold
    this.#taken = new Set([...taken].map(fold))
  }

  claim(wish: string): string {
    let name = wish
    while (!this.#takes(this.#fold(name))) name += '_'
    return name
  }

  /** Takes a name, if it is free. */
  #takes(name: string): boolean {
    const before = this.#taken.size
    return this.#taken.add(name).size > before
  }
}
