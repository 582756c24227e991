import { Conflict, Forbidden, InvalidInput, Missing, Unavailable } from '../errors/errors.ts'
import type { Context } from '../scoped/context.ts'
import type { Session } from '../stores/postgres.ts'
import { abortIntent, commitIntent, type Intent, intentById, lockIntent } from './intents.ts'
import type { SplitPlan } from './plan.ts'
import { type Steps, step } from './steps.ts'
import { forgetObjects, recordObjects } from './stored-objects.ts'

/** The intent is no longer what the transaction was to move. */
class Fenced extends Error {
  override readonly name = 'Fenced'
}

/** Makes or changes the row, in the transaction of the commit. */
export type Commit<T> = (context: Context & { readonly session: Session }) => Promise<T>

const attempts = 3

/**
 * The last step: in one transaction the intent is committed, `work` makes or changes the row, and what is known of the bytes
 * is written. Where nobody knows whether it was done, the intent says so.
 *
 * @param again gives what an earlier attempt has done
 * @throws Conflict where the collector was faster
 */
export async function settle<T>(steps: Steps, intent: Intent, work: Commit<T>, again: () => Promise<T>): Promise<T> {
  const { context } = steps
  const { postgres, now } = context.stores
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step(steps, 'commit', () =>
        postgres.run(context.scope, async (session) => {
          if (!(await commitIntent(session, intent.id, now()))) throw new Fenced()
          const result = await work({ ...context, session })
          await forgetObjects(session, intent.plan.leavings.objects)
          await recordObjects(session, intent)
          return result
        }),
      )
    } catch (error) {
      if (!(error instanceof Fenced || error instanceof Unavailable)) throw error
      const state = await stateOf(steps, intent, error)
      if (state === 'committed') return await again()
      if (state !== 'pending' && state !== 'locked') throw collected(steps)
      if (attempt >= attempts) throw error
    }
  }
}

/**
 * The same where the record of truth is the row. What PostgreSQL refuses for good was seen by nobody: though bytes of it may
 * be locked, it is given up, so that a retry begins anew.
 */
export async function settleRow<T>(steps: Steps, intent: Intent, work: Commit<T>, again: () => Promise<T>): Promise<T> {
  try {
    return await settle(steps, intent, work, again)
  } catch (error) {
    const { postgres, now } = steps.context.stores
    if (intent.state === 'locked' && isRefusal(error)) {
      // Where this fails, too, the next attempt comes by here again.
      await postgres
        .run(steps.context.scope, (session) => abortIntent(session, intent.id, now()))
        .catch(() => undefined)
    }
    throw error
  }
}

function isRefusal(error: unknown): boolean {
  if (error instanceof Conflict) return error.facts.retry !== true
  return error instanceof InvalidInput || error instanceof Forbidden || error instanceof Missing
}

class Rehearsed extends Error {
  override readonly name = 'Rehearsed'
}

/**
 * Tries the commit and takes it back: what PostgreSQL would refuse is known before anything is locked, which nobody could
 * remove for years.
 *
 * @throws what the commit would throw
 */
export async function rehearse(steps: Steps, intent: Intent, work: Commit<unknown>): Promise<void> {
  const { context } = steps
  try {
    await step(steps, 'rehearse', () =>
      context.stores.postgres.run(context.scope, async (session) => {
        await work({ ...context, session })
        throw new Rehearsed()
      }),
    )
  } catch (error) {
    if (error instanceof Rehearsed) return
    // Where another call of the same key was faster, what is refused is its own row.
    const state = await stateOf(steps, intent, error)
    if (state !== 'locked' && state !== 'committed') throw error
  }
}

/**
 * The fence before what cannot be taken back. Where an earlier attempt has come past it, or the answer was lost, the intent
 * says so.
 */
export async function lock(steps: Steps, intent: Intent, plan: SplitPlan): Promise<Intent> {
  if (intent.state === 'locked') return intent
  const { context } = steps
  const { postgres } = context.stores
  const move = (): Promise<boolean> => postgres.run(context.scope, (session) => lockIntent(session, intent.id, plan))
  try {
    if (await step(steps, 'fence', move)) return { ...intent, plan, state: 'locked' }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    if ((await stateOf(steps, intent, error)) === 'pending' && (await move()))
      return { ...intent, plan, state: 'locked' }
  }
  // Another call of the same key has moved it, with a copy of its own.
  const found = await postgres.run(context.scope, (session) => intentById(session, intent.id), { readOnly: true })
  if (found === undefined || found.state === 'aborted' || found.state === 'collected') throw collected(steps)
  return found
}

/** @throws the error that made one ask, where there is no answer */
async function stateOf({ context }: Steps, { id }: Intent, asked: unknown): Promise<Intent['state'] | undefined> {
  const { postgres } = context.stores
  try {
    const found = await postgres.run(context.scope, (session) => intentById(session, id), { readOnly: true })
    return found?.state
  } catch {
    throw asked
  }
}

function collected({ facts }: Steps): Conflict {
  return new Conflict(
    'it took so long that what was written of it has been collected',
    facts,
    'Do it again with the same idempotency key: nothing of it was seen by anybody.',
  )
}
