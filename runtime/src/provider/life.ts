import { Closed } from '../errors/errors.ts'

/** Counts what a provider is doing, so that it can be closed when that is done. */
export class Life {
  readonly #waiting = new Set<() => void>()
  #running = 0
  #state: 'open' | 'closing' | 'closed' = 'open'
  #idle: (() => void) | undefined

  /** @throws Closed from the moment that `close` was called. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const leave = this.enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }

  /** Gives what is to be called at the end. @throws Closed */
  enter(): () => void {
    if (this.#state !== 'open') throw new Closed()
    this.#running += 1
    return () => {
      this.#running -= 1
      if (this.#running === 0) this.#idle?.()
    }
  }

  /** What runs may go on while the provider waits for it, and no longer. @throws Closed */
  check(): void {
    if (this.#state === 'closed') throw new Closed()
  }

  /** Calls it as soon as nothing new may begin. Gives what takes it back. */
  whenClosing(work: () => void): () => void {
    this.#waiting.add(work)
    return () => this.#waiting.delete(work)
  }

  /** Lets nothing new begin and waits for what runs; whether all of it ended in time. */
  async end(limitMs: number): Promise<boolean> {
    this.#state = 'closing'
    for (const tell of this.#waiting) tell()
    const ended = this.#running === 0 || (await this.#settled(limitMs))
    this.#state = 'closed'
    return ended
  }

  #settled(limitMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), limitMs)
      this.#idle = () => {
        clearTimeout(timer)
        resolve(true)
      }
    })
  }
}
