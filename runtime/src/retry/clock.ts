import { setTimeout as delay } from 'node:timers/promises'

/** Time and chance, so that a test can say both. */
export interface Clock {
  /** Milliseconds; never goes back. */
  now(): number
  /** From 0 up to, not including, 1. */
  random(): number
  /** @throws where the signal says so before the time is over. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** A signal that is given after that time, unless it is cleared. Holds no process open. */
  timeout(ms: number): { readonly signal: AbortSignal; clear(): void }
}

export const systemClock: Clock = {
  now: () => performance.now(),
  random: () => Math.random(),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, signal === undefined ? {} : { signal })
  },
  timeout: (ms) => {
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(new DOMException('too late', 'TimeoutError')), ms)
    timer.unref()
    return { signal: controller.signal, clear: () => clearTimeout(timer) }
  },
}
