import { Conflict, InvalidInput, Unavailable } from '../errors/errors.ts'
import { newUlid } from '../ids/ulid.ts'
import { newUuid7 } from '../ids/uuid.ts'
import type { Context } from '../scoped/context.ts'
import { beginIntent, type Intent, type IntentOperation, intentByKey, type NewIntent } from './intents.ts'
import type { Owner } from './owner.ts'
import type { SplitPlan } from './plan.ts'
import type { SplitShape } from './shape.ts'

/** How long whoever began it has an operation to itself; afterwards the collector may abort it. Milliseconds. */
const intentLifeMs: number = 3_600_000

export interface Request {
  readonly operation: IntentOperation
  readonly refId: string
  readonly owner: Owner
  readonly idempotencyKey: string
  readonly requestHash: string
}

const longestKey = 200

/** The key that a caller gave, or one of its own for this call. */
export function idempotencyKeyOf(given: string | undefined): string {
  if (given === undefined) return newUlid()
  if (typeof given === 'string' && given.length > 0 && given.length <= longestKey) return given
  const message = `must be a text of 1 to ${longestKey} characters`
  throw new InvalidInput('the options', [{ path: ['idempotencyKey'], message }])
}

export function newIntent(context: Context, shape: SplitShape, request: Request, plan: SplitPlan): NewIntent {
  const { operation, refId, owner, idempotencyKey, requestHash } = request
  const createdOn = context.stores.now()
  return {
    id: newUuid7(),
    tenantId: owner.id,
    operation,
    entity: shape.entity.name,
    refId,
    idempotencyKey,
    requestHash,
    plan,
    createdOn,
    expiresOn: new Date(createdOn.getTime() + intentLifeMs),
  }
}

/**
 * Writes the intent in a transaction of its own, or finds the one that an earlier call of the same key has left.
 *
 * @throws Conflict where the key stands for another request
 */
export async function begin(context: Context, wanted: NewIntent): Promise<Intent> {
  const add = (): Promise<Intent> =>
    context.stores.postgres.run(context.scope, (session) => beginIntent(session, wanted))
  // Whether it was written is not known: the second time it is found.
  const intent = await add().catch((error: unknown) => {
    if (error instanceof Unavailable) return add()
    throw error
  })
  demandSame(intent, wanted.requestHash)
  return intent
}

/** The intent of an earlier call, where the key is a caller's own. @throws Conflict where it stands for another request */
export async function earlier(context: Context, owner: Owner, key: string, hash: string): Promise<Intent | undefined> {
  const found = await context.stores.postgres.run(context.scope, (session) => intentByKey(session, owner.id, key), {
    readOnly: true,
  })
  if (found === undefined || found.state === 'aborted' || found.state === 'collected') return undefined
  demandSame(found, hash)
  return found
}

export function demandSame(intent: Intent, requestHash: string): void {
  if (intent.requestHash.trim() === requestHash) return
  throw new Conflict(
    'the idempotency key was used for another request',
    { entity: intent.entity },
    'Give each request a key of its own, and the same input with every attempt of it.',
  )
}
