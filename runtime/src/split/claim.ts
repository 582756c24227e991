import { setTimeout as sleep } from 'node:timers/promises'
import { Conflict } from '../errors/errors.ts'
import { newUlid } from '../ids/ulid.ts'
import { claimIntent, type Intent, intentById, unclaimIntent } from './intents.ts'
import type { Steps } from './steps.ts'

/** How long a claim lasts that nobody renews: after a crash it is free again. Milliseconds. */
const leaseMs = 6_000
const renewMs = 2_000
const longestWaitMs = 30_000
const pollMs = [20, 40, 80, 160, 320]

/** This process, by what its claims begin with. A claim of its own that it no longer holds is of a call that has failed. */
const self = newUlid()
const held = new Set<string>()

/**
 * Does what only one of several calls with the same key may do: each copy under a lock stays for years. The others wait, and
 * get the intent as the first one has left it.
 *
 * @throws Conflict where it takes too long
 */
export async function alone(steps: Steps, intent: Intent, work: () => Promise<Intent>): Promise<Intent> {
  const { postgres } = steps.context.stores
  const holder = `${self} ${newUlid()}`
  const claim = (lost?: string): Promise<boolean> =>
    postgres.run(steps.context.scope, (session) => claimIntent(session, intent.id, holder, leaseMs, lost))
  held.add(holder)
  try {
    let lost: string | undefined
    for (const start = Date.now(), pauses = pollMs.values(); !(await claim(lost)); ) {
      const found = await postgres.run(steps.context.scope, (session) => intentById(session, intent.id), {
        readOnly: true,
      })
      // Only a pending one can be claimed.
      if (found !== undefined && found.state !== 'pending') return found
      const other = found?.claimedBy
      lost = other?.startsWith(self) === true && !held.has(other) ? other : undefined
      if (Date.now() - start > longestWaitMs) throw underWay(steps)
      await sleep(pauses.next().value ?? 500)
    }
    return await renewed(claim, work)
  } catch (error) {
    // Where it cannot be given back its time runs out.
    await postgres
      .run(steps.context.scope, (session) => unclaimIntent(session, intent.id, holder))
      .catch(() => undefined)
    throw error
  } finally {
    held.delete(holder)
  }
}

async function renewed<T>(claim: () => Promise<boolean>, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void claim().catch(() => undefined), renewMs)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

function underWay({ facts }: Steps): Conflict {
  const advice = 'Do it again with the same idempotency key.'
  return new Conflict('another call with this idempotency key is under way', facts, advice)
}
