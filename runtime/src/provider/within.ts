import { setTimeout as delay } from 'node:timers/promises'

/** Waits no longer; what is not done by then goes on by itself, and what it throws is nobody's. */
export async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const controller = new AbortController()
  const limit = delay(milliseconds, undefined, { signal: controller.signal, ref: false }).catch(() => undefined)
  try {
    await Promise.race([work, limit])
  } finally {
    controller.abort()
    work.catch(() => undefined)
  }
}
