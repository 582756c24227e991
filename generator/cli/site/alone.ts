import { withLock } from '../../output/lock.ts'
import type { Io } from '../io.ts'

/** How long a run waits for another one that makes the same site, in milliseconds. */
const patience = 60_000

/**
 * Works in the folder of a site while nobody else does: two runs at once would publish a mix of both.
 * @throws OutputError where another run holds it for longer
 */
export async function alone<T>(staging: string, io: Io, work: () => Promise<T>): Promise<T> {
  const onWait = (holder: string): void => {
    io.stderr.write(`waiting: ${holder} is making the same site\n`)
  }
  return await withLock(staging, { patience, onWait }, work)
}
