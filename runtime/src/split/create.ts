import { openDocument } from '../documents/part.ts'
import { newObjectId } from '../ids/object-id.ts'
import { newUlid } from '../ids/ulid.ts'
import { resolveDocuments } from '../rows/references.ts'
import { shapeOf } from '../rows/shape.ts'
import type { Context } from '../scoped/context.ts'
import { checkedInput } from '../validate/input-schema.ts'
import { withoutTenant } from '../validate/own-tenant.ts'
import { begin, earlier, idempotencyKeyOf, newIntent } from './begin.ts'
import { bringAll } from './bring-all.ts'
import { requestHash } from './canonical.ts'
import { publicReferences } from './document-references.ts'
import { addDocument } from './documents.ts'
import type { Intent } from './intents.ts'
import { knownFor } from './known-for.ts'
import { actingFor, type Owner } from './owner.ts'
import { ownerOfInput } from './owners.ts'
import { emptyPlan, type SplitPlan } from './plan.ts'
import { filledMembers, plannedMembers, planPut } from './pointers.ts'
import { digestsOf, disposeOf, type Prepared, prepareBodies } from './prepared.ts'
import { givenAgain, type Root } from './root.ts'
import { internalRows } from './rows.ts'
import { type Commit, lock, settle, settleRow } from './settle.ts'
import type { SplitShape } from './shape.ts'
import { type Steps, step } from './steps.ts'

export interface CreateOptions {
  readonly idempotencyKey?: string
}

/** Makes a record over its stores: intent, bytes, document, and the row last. What is there before is nobody's. */
export async function createSplit(
  asked: Context,
  shape: SplitShape,
  given: unknown,
  options: CreateOptions = {},
): Promise<Root> {
  const { description } = asked.stores
  const { input, tenant } = withoutTenant(shape.entity, asked.scope, given)
  const { objects: bodies = {}, document, ...checked } = checkedInput(description, shape.member, 'create', input)
  const idempotencyKey = idempotencyKeyOf(options.idempotencyKey)
  const owner = await ownerOfInput(asked, tenant)
  const context = actingFor(asked, owner)
  const { member, part, entity } = shape
  const resolved = (values: unknown): Promise<Readonly<Record<string, unknown>>> =>
    publicReferences(context, member, part?.description.fields ?? [], values as Readonly<Record<string, unknown>>)
  const prepared = await prepareBodies(context, shape, owner, bodies as Readonly<Record<string, unknown>>)
  try {
    return await knownFor(options, idempotencyKey, async () => {
      const hash = requestHash({
        operation: 'create',
        entity: entity.name,
        input: withoutBodies(input),
        objects: digestsOf(prepared),
      })
      // What it refers to may have been deleted since it was made.
      const done =
        options.idempotencyKey === undefined ? undefined : await earlier(context, owner, idempotencyKey, hash)
      if (done?.state === 'committed') return await givenAgain(context, shape, done)
      const root = entity.root === 'mongo' ? await resolved(checked) : checked
      if (entity.root === 'postgres')
        await resolveDocuments({ context, shape: shapeOf(description, member) }, [checked])
      const content = document === undefined ? {} : { document: await resolved(document) }
      const work: Work = { context, shape, owner, prepared, root, ...content }
      const refId = newUlid()
      const request = { operation: 'create', refId, owner, idempotencyKey, requestHash: hash } as const
      const wanted = newIntent(context, shape, request, planOf(work, refId))
      const intent = await step(stepsOf(work, wanted.refId, false), 'intent', () => begin(context, wanted))
      return await carryOut(work, intent, intent.id !== wanted.id)
    })
  } finally {
    await disposeOf(prepared)
  }
}

interface Work {
  readonly context: Context
  readonly shape: SplitShape
  readonly owner: Owner
  readonly prepared: ReadonlyMap<string, Prepared | null>
  /** Checked; without what lies in other stores. */
  readonly root: Readonly<Record<string, unknown>>
  readonly document?: Readonly<Record<string, unknown>>
}

function stepsOf({ context, shape }: Work, refId: string, isResumed: boolean): Steps {
  return { context, name: `${shape.member}.create`, facts: { entity: shape.member, refId }, isResumed }
}

/** Bodies stand in the digest by what is in them. */
function withoutBodies(input: unknown): object {
  const { objects: _, ...rest } = input as Readonly<Record<string, unknown>>
  return rest
}

function planOf({ context, shape, owner, prepared, root, document }: Work, refId: string): SplitPlan {
  const withId = { ...root, [shape.kept.refId ?? 'refId']: refId }
  const puts = [...prepared.values()].flatMap((one) =>
    one === null ? [] : [planPut(context, shape, one, owner, withId)],
  )
  const isWritten = shape.part !== undefined && (shape.part.pointer === undefined || document !== undefined)
  return {
    puts,
    documents: isWritten && shape.part ? [{ collection: shape.part.description.collection, id: newObjectId() }] : [],
    leavings: { ...emptyPlan.leavings, objects: puts.flatMap(({ stage }) => (stage === undefined ? [] : [stage])) },
  }
}

async function carryOut(work: Work, begun: Intent, isResumed: boolean): Promise<Root> {
  const { context, shape } = work
  const steps = stepsOf(work, begun.refId, isResumed)
  const again = (): Promise<Root> => givenAgain(context, shape, begun)
  if (begun.state === 'committed') return await again()
  const insert = rowInsert(work, begun)
  const intent = await bringAll(steps, begun, shape, work.prepared, insert)
  if (intent.state === 'committed') return await again()
  return shape.entity.root === 'mongo'
    ? await finishDocument(work, steps, intent, again)
    : await finishRow(work, steps, intent, insert, again)
}

function rowInsert({ shape, root }: Work, { plan, refId }: Intent): Commit<Root> {
  const [planned] = plan.documents
  const pointer = shape.part?.pointer
  return (context) =>
    internalRows(context, shape.member).create({
      ...root,
      ...plannedMembers(shape, plan.puts),
      ...filledMembers(shape, 'table', plan.puts),
      ...(pointer === undefined || planned === undefined ? {} : { [pointer.name]: planned.id }),
      refId,
    })
}

async function finishRow(
  { shape, owner, document = {} }: Work,
  steps: Steps,
  intent: Intent,
  insert: Commit<Root>,
  again: () => Promise<Root>,
): Promise<Root> {
  const { puts, documents } = intent.plan
  const [planned] = documents
  if (planned !== undefined && shape.part !== undefined) {
    const filled = filledMembers(shape, 'documents', puts)
    await addDocument(steps, shape, shape.part, document, { id: planned.id, intent, owner, filled })
  }
  return await settleRow(steps, intent, insert, again)
}

/** The document is the record: its insert is what others see, and stands behind a fence of its own. */
async function finishDocument(work: Work, steps: Steps, begun: Intent, again: () => Promise<Root>): Promise<Root> {
  const { shape, context, root, owner } = work
  const { part } = shape
  const intent = await lock(steps, begun, begun.plan)
  if (intent.state === 'committed') return await again()
  const [planned] = intent.plan.documents
  if (part === undefined || planned === undefined)
    throw new TypeError(`no document was planned for ${shape.entity.name}`)
  const { puts } = intent.plan
  const filled = filledMembers(shape, 'documents', puts)
  const input = { ...root, ...plannedMembers(shape, puts) }
  const document = await addDocument(steps, shape, part, input, { id: planned.id, intent, owner, filled })
  return await settle(steps, intent, () => openDocument(context, shape.member, document), again)
}
