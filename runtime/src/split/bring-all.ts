import { alone } from './claim.ts'
import type { Intent } from './intents.ts'
import type { PlannedPut } from './plan.ts'
import type { Prepared } from './prepared.ts'
import { type Commit, lock, rehearse } from './settle.ts'
import type { SplitShape } from './shape.ts'
import { bring, bringLocked, type Steps, step } from './steps.ts'

/**
 * Brings every body to its planned place: first what can be removed again, then what is locked, behind which the intent only
 * rolls forward. Gives the intent as it then stands, with the versions that locks hold.
 */
export async function bringAll(
  steps: Steps,
  intent: Intent,
  shape: SplitShape,
  prepared: ReadonlyMap<string, Prepared | null>,
  commit: Commit<unknown>,
): Promise<Intent> {
  if (intent.state === 'locked') return intent
  const sent = intent.plan.puts.map((put) => ({ put, ...bodyOf(put, shape, prepared) }))
  const free = sent.filter(({ body }) => body.object.lock === undefined)
  const ends = await Promise.allSettled(
    free.map(({ put, body }) => step(steps, `put ${put.object}`, () => bring(steps, put, body))),
  )
  // All have ended before an error is thrown: nothing is sent behind the caller's back.
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  if (free.length === sent.length) return intent
  if (shape.entity.root === 'postgres') await rehearse(steps, intent, commit)
  return await alone(steps, intent, async () => {
    const locked = new Map<PlannedPut, PlannedPut>()
    for (const { put, body } of sent) {
      const { object } = body
      if (object.lock !== undefined) locked.set(put, await bringLocked(steps, put, body, object.lock))
    }
    const puts = intent.plan.puts.map((put) => locked.get(put) ?? put)
    return await lock(steps, intent, { ...intent.plan, puts })
  })
}

function bodyOf(
  put: PlannedPut,
  shape: SplitShape,
  prepared: ReadonlyMap<string, Prepared | null>,
): { readonly body: Prepared } {
  const body = [...shape.objects].find(([, { name }]) => name === put.object)
  const found = body === undefined ? undefined : prepared.get(body[0])
  // The digest of the request says that it is the same input.
  if (found === undefined || found === null) throw new TypeError(`${put.object} was planned and is not given`)
  return { body: found }
}
