/** Wakes those who wait for something to happen. */
export class Bell {
  readonly #waiting = new Set<() => void>()

  ring(): void {
    for (const wake of [...this.#waiting]) wake()
  }

  /** Resolves with the next ring, after the time, or once the signal aborts: whoever waits must look again. */
  async heard(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, milliseconds)
    this.#waiting.add(resolve)
    const wake = (): void => resolve()
    signal.addEventListener('abort', wake)
    try {
      await promise
    } finally {
      clearTimeout(timer)
      this.#waiting.delete(resolve)
      signal.removeEventListener('abort', wake)
    }
  }
}
