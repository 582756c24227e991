import { Conflict, Missing } from '../errors/errors.ts'
import { parseRefId } from '../ids/ulid.ts'
import type { Context } from '../scoped/context.ts'
import type { Session } from '../stores/postgres.ts'
import { demandSame, idempotencyKeyOf, newIntent } from './begin.ts'
import { requestHash } from './canonical.ts'
import { addCommitted, type IntentOperation, intentByKey } from './intents.ts'
import { knownFor } from './known-for.ts'
import { actingFor, nobody, type Owner } from './owner.ts'
import { ownerOfDocument, ownerOfRow } from './owners.ts'
import type { PlannedDocument, SplitPlan } from './plan.ts'
import { rootDocument } from './root.ts'
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
 * Removes a record for good. Its tombstone names document and bytes: they go after it, when nobody can be reading them any
 * more, whatever becomes of this process.
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
    const owner = await ownerOf(asked, shape, refId)
    const context = actingFor(asked, owner)
    const work: Work = {
      context,
      shape,
      options,
      request: { operation, refId, owner, idempotencyKey, requestHash: requestDigest },
    }
    if (entity.root === 'mongo') await removeDocument(work)
    else await removeRow(work)
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
      const pointer = shape.part?.pointer
      const id = pointer === undefined ? undefined : row?.[pointer.name]
      const collection = shape.part?.description.collection
      await bury(work, session, typeof id === 'string' && collection !== undefined ? [{ collection, id }] : [])
    }),
  )
}

/** The document goes at once; where that fails, its tombstone takes it along. */
async function removeDocument(work: Work): Promise<void> {
  const { context, shape, options, request } = work
  const { part, kept } = shape
  const { postgres, documents } = context.stores
  const document = await rootDocument(context, shape, request.refId, true)
  if (document === undefined || part === undefined) {
    if (await postgres.run(context.scope, (session) => isDone(work, session), { readOnly: true })) return
    throw new Missing(shape.entity.name, { entity: shape.member, refId: request.refId })
  }
  const current = document[kept.revision ?? '']
  if (options.revision !== undefined && current !== options.revision) {
    const facts = {
      entity: shape.member,
      refId: request.refId,
      ...(typeof current === 'number' ? { revision: current } : {}),
    }
    throw new Conflict(`the ${shape.entity.name} has changed`, facts)
  }
  const { collection } = part.description
  await step(stepsOf(work), 'tombstone', () =>
    postgres.run(context.scope, async (session) => {
      if (!(await isDone(work, session))) await bury(work, session, [{ collection, id: document._id }])
    }),
  )
  const tenant = part.kept.tenant === undefined ? undefined : request.owner.refId
  await step(stepsOf(work), 'document', () => documents.remove(collection, document._id, tenant))
}

async function isDone({ request }: Work, session: Session): Promise<boolean> {
  const found = await intentByKey(session, request.owner.id, request.idempotencyKey)
  if (found === undefined) return false
  demandSame(found, request.requestHash)
  return true
}

/** Writes the tombstone, which is part of the removal. */
async function bury(work: Work, session: Session, documents: readonly PlannedDocument[]): Promise<void> {
  const { context, shape, request } = work
  const stored = await objectsOfRecord(session, shape.entity.name, request.refId)
  const objects = [...stored.values()].map(({ bucket, key, versionId }) => ({
    bucket,
    key,
    ...(versionId === undefined ? {} : { versionId }),
  }))
  const plan: SplitPlan = { puts: [], documents: [], leavings: { objects, documents } }
  await addCommitted(session, newIntent(context, shape, request, plan))
  await forgetObjects(session, objects)
}

/** Whose a record is that may be deleted already, or removed by an earlier attempt. */
async function ownerOf(context: Context, shape: SplitShape, refId: string): Promise<Owner> {
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
  if (shape.entity.root === 'mongo') {
    const document = await rootDocument(context, shape, refId, true)
    return await ownerOfDocument(context, document?.[shape.kept.tenant ?? ''])
  }
  return await stores.postgres.run(
    scope,
    async (session) => {
      const row = await internalRows({ ...context, session }, shape.member).withDeleted.find(refId)
      return await ownerOfRow(context, session, row?.[shape.kept.tenant ?? ''])
    },
    { readOnly: true },
  )
}
