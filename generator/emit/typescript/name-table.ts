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
    while (this.#taken.has(this.#fold(name))) name += '_'
    this.#taken.add(this.#fold(name))
    return name
  }
}
