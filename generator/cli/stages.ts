import type { Io } from './io.ts'

/** A run shorter than this, in milliseconds, draws no progress. */
const quiet = 400

/** The stages of a run: measures each, and at a terminal names the one under way where the run is a long one. */
export class Stages {
  readonly #io: Io
  readonly #times = new Map<string, number>()
  #drawn = false

  constructor(io: Io) {
    this.#io = io
    this.#times.set('start', io.now())
  }

  run<T>(name: string, work: () => T): T {
    this.show(name)
    const start = this.#io.now()
    try {
      return work()
    } finally {
      this.#add(name, start)
    }
  }

  async wait<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.show(name)
    const start = this.#io.now()
    try {
      return await work()
    } finally {
      this.#add(name, start)
    }
  }

  /** Names what is under way, at a terminal, where the run is a long one. */
  show(name: string): void {
    if (!this.#io.stderr.isTTY || this.elapsed < quiet) return
    this.#io.stderr.write(`\r\u001b[2K  ${name} ...`)
    this.#drawn = true
  }

  /** Takes the progress off the screen; before anything else is written. */
  clear(): void {
    if (this.#drawn) this.#io.stderr.write('\r\u001b[2K')
    this.#drawn = false
  }

  /** Milliseconds since the process began, so that what a person waits for is told in full. */
  get elapsed(): number {
    return this.#io.now()
  }

  /** Milliseconds by stage, in the order in which they first ran. */
  get times(): ReadonlyMap<string, number> {
    return this.#times
  }

  #add(name: string, start: number): void {
    this.#times.set(name, (this.#times.get(name) ?? 0) + this.#io.now() - start)
  }
}
