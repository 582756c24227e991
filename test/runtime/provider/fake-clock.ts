import type { Clock } from '../../../runtime/src/retry/clock.ts'

/** Time that passes when somebody sleeps, and chance that is said. */
export class FakeClock implements Clock {
  time = 0
  readonly sleeps: number[] = []
  readonly #chance: number
  readonly #timers = new Set<{ readonly at: number; readonly controller: AbortController }>()

  constructor(chance = 0.5) {
    this.#chance = chance
  }

  now(): number {
    return this.time
  }

  random(): number {
    return this.#chance
  }

  pass(ms: number): void {
    this.time += ms
    for (const timer of this.#timers) if (timer.at <= this.time) timer.controller.abort(new Error('too late'))
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.sleeps.push(ms)
    this.pass(ms)
    signal?.throwIfAborted()
  }

  timeout(ms: number): { readonly signal: AbortSignal; clear(): void } {
    const timer = { at: this.time + ms, controller: new AbortController() }
    this.#timers.add(timer)
    return { signal: timer.controller.signal, clear: () => this.#timers.delete(timer) }
  }

  /** Timers that nobody cleared. */
  get waiting(): number {
    return this.#timers.size
  }
}
