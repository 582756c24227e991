import type { Io } from './io.ts'

/** A run shorter than this, in milliseconds, draws no progress. */
const quiet = 400

/** The stages of a run: measures each, and at a terminal names the one under way where the run is a long one. */
export class Stages {
  readonly #io: Io
  readonly #times = new Map<string, number>()
  /** Of each stage that is under way, the time that went into stages within it: that is theirs. */
  readonly #within: number[] = []
  #drawn: string | undefined

  constructor(io: Io) {
    this.#io = io
    this.#times.set('start', io.now())
  }

  run<T>(name: string, work: () => T): T {
    this.show(name)
    return this.quietly(name, work)
  }

  /** Measures what is done behind the last word of a run. */
  quietly<T>(name: string, work: () => T): T {
    const start = this.#start()
    try {
      return work()
    } finally {
      this.#end(name, start)
    }
  }

  async wait<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.show(name)
    const start = this.#start()
    try {
      return await work()
    } finally {
      this.#end(name, start)
    }
  }

  /** Names what is under way, at a terminal, where the run is a long one. */
  show(name: string): void {
    if (!this.#io.stderr.isTTY || this.#drawn === name || this.elapsed < quiet) return
    this.#io.stderr.write(`\r\u001b[2K  ${name} ...`)
    this.#drawn = name
  }

  /** Takes the progress off the screen; before anything else is written. */
  clear(): void {
    if (this.#drawn !== undefined) this.#io.stderr.write('\r\u001b[2K')
    this.#drawn = undefined
  }

  /** Milliseconds since the process began, so that what a person waits for is told in full. */
  get elapsed(): number {
    return this.#io.now()
  }

  /** Milliseconds by stage, in the order in which they first ran. */
  get times(): ReadonlyMap<string, number> {
    return this.#times
  }

  /** Notes what was measured elsewhere. */
  add(name: string, time: number): void {
    this.#times.set(name, (this.#times.get(name) ?? 0) + time)
  }

  #start(): number {
    this.#within.push(0)
    return this.#io.now()
  }

  #end(name: string, start: number): void {
    const all = this.#io.now() - start
    this.#times.set(name, (this.#times.get(name) ?? 0) + all - (this.#within.pop() ?? 0))
    const outer = this.#within.length - 1
    if (outer >= 0) this.#within[outer] = (this.#within[outer] ?? 0) + all
  }
}
