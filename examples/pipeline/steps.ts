/** Prints what is done, step by step. */
export class Steps {
  readonly #write: (line: string) => void
  #count = 0

  constructor(write: (line: string) => void) {
    this.#write = write
  }

  async step<T>(title: string, work: (say: (line: string) => void) => Promise<T>): Promise<T> {
    this.#count += 1
    this.#write(`${this.#count}. ${title}`)
    const result = await work((line) => this.#write(`   ${line}`))
    this.#write('')
    return result
  }
}
