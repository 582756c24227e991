import { Conflict } from '../errors/errors.ts'
import { parseRefId } from '../ids/ulid.ts'
import type { Context } from '../scoped/context.ts'
import type { Session } from '../stores/postgres.ts'
import { demandSame, idempotencyKeyOf, newIntent } from './begin.ts'
import { requestHash } from './canonical.ts'
import { addCommitted, type IntentOperation, intentByKey, removalOf } from './intents.ts'
import { knownFor } from './known-for.ts'
import { actingFor, nobody, type Owner } from './owner.ts'
import { ownerOfRow } from './owners.ts'
import { emptyPlan, type PlannedDocument, type SplitPlan } from './plan.ts'
import { internalRows } from './rows.ts'
import type { SplitShape } from './shape.ts'
import { type Steps, step } from './steps.ts'
import { forgetObjects, objectsOfRecord } from './stored-objects.ts'

export interface RemoveOptions {
  readonly revision?: number
  readonly idempotencyKey?: string
}

type Removal = Extract<IntentOperation, 'delete' | 'purge'>

/**
 * Removes the record of a row for good. Its tombstone names document and bytes: they go after it, when nobody can be reading
 * them any more, whatever becomes of this process. Where the entity has soft delete, a deletion hides the row and nothing goes.
 */
export async function removeSplit(
  asked: Context,
  shape: SplitShape,
  operation: Removal,
  refId: string,
  options: RemoveOptions = {},
): Promise<void> {
  const { member, entity } = shape
  parseRefId(refId, member)
  const idempotencyKey = idempotencyKeyOf(options.idempotencyKey)
  const { revision } = options
  const requestDigest = requestHash({ operation, entity: entity.name, refId, revision: revision ?? null })
  await knownFor(options, idempotencyKey, async () => {
    const owner = await ownerOf(asked, shape, refId, idempotencyKey)
    const context = actingFor(asked, owner)
    const work: Work = {
      context,
      shape,
      options,
      request: { operation, refId, owner, idempotencyKey, requestHash: requestDigest },
    }
    await removeRow(work)
  })
}

interface Work {
  readonly context: Context
  readonly shape: SplitShape
  readonly options: RemoveOptions
  readonly request: {
    readonly operation: Removal
    readonly refId: string
    readonly owner: Owner
    readonly idempotencyKey: string
    readonly requestHash: string
  }
}

function stepsOf({ context, shape, request: { operation, refId } }: Work): Steps {
  const { member } = shape
  return { context, name: `${member}.${operation}`, facts: { entity: member, refId }, isResumed: false }
}

async function removeRow(work: Work): Promise<void> {
  const { context, shape, options, request } = work
  const { refId, operation } = request
  const revision = options.revision === undefined ? {} : { revision: options.revision }
  await step(stepsOf(work), 'tombstone', () =>
    context.stores.postgres.run(context.scope, async (session) => {
      if (await isDone(work, session)) return
      const rows = internalRows({ ...context, session }, shape.member)
      const row = await (operation === 'purge' ? rows.withDeleted : rows).find(refId)
      await (operation === 'purge' ? rows.purge(refId, revision) : rows.delete(refId, revision))
      if (operation === 'delete' && shape.entity.softDelete !== undefined) return await record(work, session, emptyPlan)
      const pointer = shape.part?.pointer
      const id = pointer === undefined ? undefined : row?.[pointer.name]
      const collection = shape.part?.description.collection
      await bury(work, session, typeof id === 'string' && collection !== undefined ? [{ collection, id }] : [])
    }),
  )
}

async function isDone({ request }: Work, session: Session): Promise<boolean> {
  const found = await intentByKey(session, request.owner.id, request.idempotencyKey)
  if (found === undefined) return false
  demandSame(found, request.requestHash)
  return true
}

/** Writes the tombstone, which is part of the removal. */
async function bury(work: Work, session: Session, documents: readonly PlannedDocument[]): Promise<void> {
  const { shape, request } = work
  const stored = await objectsOfRecord(session, shape.entity.name, request.refId)
  const objects = [...stored.values()].map(({ bucket, key, versionId }) => ({
    bucket,
    key,
    ...(versionId === undefined ? {} : { versionId }),
  }))
  await record(work, session, { ...emptyPlan, leavings: { objects, documents } })
  await forgetObjects(session, objects)
}

/** @throws Conflict, which takes the removal back, where another call has used the key meanwhile */
async function record({ context, shape, request }: Work, session: Session, plan: SplitPlan): Promise<void> {
  if (await addCommitted(session, newIntent(context, shape, request, plan))) return
  const facts = { entity: shape.member, refId: request.refId }
  throw new Conflict('the idempotency key was used for another request', facts, 'Give each request a key of its own.')
}

/** Whose a record is that may be deleted already, or removed by an earlier attempt. */
async function ownerOf(context: Context, shape: SplitShape, refId: string, key: string): Promise<Owner> {
  const { scope, stores } = context
  switch (scope.kind) {
    case 'tenant':
      return scope.tenant
    case 'plain':
      return nobody
    case 'system':
      break
    default:
      return scope satisfies never
  }
  return await stores.postgres.run(
    scope,
    async (session) => {
      const row = await internalRows({ ...context, session }, shape.member).withDeleted.find(refId)
      if (row !== null) return await ownerOfRow(context, session, row[shape.kept.tenant ?? ''])
      // An operator's retry: the tombstone of the first attempt says whose it was.
      return { id: (await removalOf(session, shape.entity.name, refId, key))?.tenantId ?? null, refId: undefined }
    },
    { readOnly: true },
  )
}
