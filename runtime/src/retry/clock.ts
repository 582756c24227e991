import { setTimeout as delay } from 'node:timers/promises'

/** Time and chance, so that a test can say both. */
export interface Clock {
  /** Milliseconds; never goes back. */
  now(): number
  /** From 0 up to, not including, 1. */
  random(): number
  sleep(ms: number): Promise<void>
}

export const systemClock: Clock = {
  now: () => performance.now(),
  random: () => Math.random(),
  sleep: async (ms) => {
    await delay(ms)
  },
}
