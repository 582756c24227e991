import { Closed } from '../errors/errors.ts'
import type { ErrorFacts, StowageError } from '../errors/stowage-error.ts'
import { converted } from '../observe/converted.ts'
import type { Running } from '../observe/watch.ts'
import type { Guard } from './guard.ts'

/**
 * What is read piece by piece, in the scope that it was asked for in: one span from the first piece to the last. Whoever
 * waits for a piece when the scope ends is told so at once, and the source is left.
 */
export class Reading implements AsyncIterableIterator<unknown> {
  readonly #source: AsyncIterator<unknown>
  readonly #name: string
  readonly #facts: ErrorFacts
  readonly #guard: Guard
  readonly #waiting = new Set<(error: StowageError) => void>()
  #running: Running | undefined
  #forget: (() => void) | undefined
  #closed: StowageError | undefined
  #left: Promise<unknown> | undefined
  #isOver = false

  constructor(source: AsyncIterable<unknown>, name: string, facts: ErrorFacts, guard: Guard) {
    this.#source = source[Symbol.asyncIterator]()
    this.#name = name
    this.#facts = facts
    this.#guard = guard
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<unknown>> {
    if (this.#closed !== undefined) throw this.#closed
    if (this.#isOver) return { done: true, value: undefined }
    try {
      const running = this.#begun()
      this.#guard.check()
      const result = await this.#unlessClosed(running.within(() => this.#source.next()))
      this.#guard.check()
      if (result.done === true) this.#end()
      return result
    } catch (error) {
      const shown = converted(error, this.#name, this.#facts)
      this.#end({ error: shown })
      this.#leave().catch(() => undefined)
      throw shown
    }
  }

  async return(value?: unknown): Promise<IteratorResult<unknown>> {
    this.#end()
    try {
      await this.#leave()
      return { done: true, value }
    } catch (error) {
      throw converted(error, this.#name, this.#facts)
    }
  }

  #begun(): Running {
    if (this.#running === undefined) {
      this.#running = this.#guard.watch.begin(this.#name, this.#facts)
      // Bytes come to an end while a provider that closes waits for it; changes never do.
      this.#forget = this.#guard.whenEnded(() => this.#close(), this.#facts.operation === 'watch')
    }
    return this.#running
  }

  /** Not by `Promise.race` with what lasts as long as the scope: that would keep something of each piece. */
  #unlessClosed<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject)
      void work.then(resolve, reject).finally(() => this.#waiting.delete(reject))
    })
  }

  #close(): void {
    this.#closed = closedBy(this.#guard)
    if (this.#waiting.size === 0) this.#end()
    for (const reject of this.#waiting) reject(this.#closed)
    this.#leave().catch(() => undefined)
  }

  #leave(): Promise<unknown> {
    this.#left ??= Promise.resolve(this.#source.return?.())
    return this.#left
  }

  #end(failed?: { readonly error: unknown }): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#forget?.()
    this.#running?.end(failed)
  }
}

function closedBy(guard: Guard): StowageError {
  try {
    guard.check()
    return new Closed()
  } catch (error) {
    return converted(error, 'scope')
  }
}
