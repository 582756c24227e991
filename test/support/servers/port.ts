import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Below the ports that systems hand out by themselves, so that no connection takes one before its server has it. */
const [lowest, highest] = [20_000, 30_000]

/** A port of this machine that nobody listens on now; at random, so that two runs at a time do not take the same. */
export async function freePort(): Promise<number> {
  for (;;) {
    const probe = createServer()
    try {
      const port = randomInt(lowest, highest)
      probe.listen(port, '127.0.0.1')
      await once(probe, 'listening')
      return port
    } catch {
      // Taken: another one.
    } finally {
      await new Promise((closed) => probe.close(closed))
    }
  }
}

export async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** Waits until `ready` says so. Rejects with what `fault` says as soon as it says something, or after 40 seconds. */
export async function until(
  ready: () => Promise<boolean>,
  fault: () => string | undefined,
  limit: number = 40_000,
): Promise<void> {
  const deadline = Date.now() + limit
  while (!(await ready())) {
    const problem = fault() ?? (Date.now() > deadline ? `not ready after ${limit / 1000} s` : undefined)
    if (problem !== undefined) throw new Error(problem)
    await sleep(20)
  }
}
