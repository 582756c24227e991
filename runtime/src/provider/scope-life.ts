import { Closed } from '../errors/errors.ts'
import type { Life } from './life.ts'

/** Whether a scope still lasts: until its work is done, or the provider is closed. */
export class ScopeLife {
  readonly #provider: Life
  readonly #waiting = new Set<() => void>()
  #ended = false

  constructor(provider: Life) {
    this.#provider = provider
  }

  /** @throws Closed */
  check(): void {
    this.#provider.check()
    if (this.#ended) throw new Closed('the scope', 'Do all of the work in the function that withTenant was given.')
  }

  /** Calls it at the end; what never ends by itself, as soon as the provider begins to close. Gives what takes it back. */
  whenEnded(work: () => void, isEndless: boolean): () => void {
    this.#waiting.add(work)
    const forget = isEndless ? this.#provider.whenClosing(work) : undefined
    return () => {
      this.#waiting.delete(work)
      forget?.()
    }
  }

  end(): void {
    this.#ended = true
    for (const tell of this.#waiting) tell()
  }
}
