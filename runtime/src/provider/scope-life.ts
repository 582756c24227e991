import { Closed } from '../errors/errors.ts'
import type { Life } from './life.ts'

/** Whether a scope still lasts: until its work is done, or the provider is closed. */
export class ScopeLife {
  readonly #provider: Life
  #ended = false

  constructor(provider: Life) {
    this.#provider = provider
  }

  /** @throws Closed */
  check(): void {
    this.#provider.check()
    if (this.#ended) throw new Closed('the scope', 'Do all of the work in the function that withTenant was given.')
  }

  end(): void {
    this.#ended = true
  }
}
