import { type Clock, systemClock } from './clock.ts'

/** How often and how long is tried. Times in milliseconds. */
export interface RetryOptions {
  /** The first one counts. */
  readonly attempts: number
  /** The pause before attempt n is drawn from 0 to `baseMs * 2^(n - 2)`, and no more than `maxMs`. */
  readonly baseMs: number
  readonly maxMs: number
  /** From the first attempt on: none begins later. How long one may take is for whatever it asks to bound. */
  readonly totalMs: number
}

export const defaultRetries: RetryOptions = { attempts: 4, baseMs: 25, maxMs: 1_000, totalMs: 10_000 }

export interface Retrying extends RetryOptions {
  /** Whether what failed so may be done again: only the caller knows whether it may have had an effect. */
  readonly isSafe: (error: unknown) => boolean
  readonly clock?: Clock
}

/**
 * Does it until it succeeds, with full jitter between attempts: clients that failed together do not come back together.
 *
 * @throws the last error, unchanged
 */
export async function retrying<T>(work: (attempt: number) => Promise<T>, options: Retrying): Promise<T> {
  const { attempts, totalMs, isSafe, clock = systemClock } = options
  const end = clock.now() + totalMs
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt)
    } catch (error) {
      if (attempt >= attempts || !isSafe(error)) throw error
      const pause = pauseBefore(attempt + 1, options, clock.random())
      if (clock.now() + pause >= end) throw error
      await clock.sleep(pause)
    }
  }
}

/** `random`: from 0 up to, not including, 1. */
export function pauseBefore(attempt: number, options: Pick<RetryOptions, 'baseMs' | 'maxMs'>, random: number): number {
  return random * Math.min(options.maxMs, options.baseMs * 2 ** Math.min(attempt - 2, 30))
}
