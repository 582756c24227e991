import { Conflict } from '../errors/errors.ts'
import { newObjectId } from '../ids/object-id.ts'
import { resolveDocuments } from '../rows/references.ts'
import type { RowRepository } from '../rows/row-repository.ts'
import { shapeOf } from '../rows/shape.ts'
import type { Context } from '../scoped/context.ts'
import { opened } from '../secrets/fields.ts'
import { checkedDocument, checkedInput } from '../validate/input-schema.ts'
import { begin, earlier, idempotencyKeyOf, newIntent } from './begin.ts'
import { bringAll } from './bring-all.ts'
import { requestHash } from './canonical.ts'
import { publicReferences } from './document-references.ts'
import { addDocument } from './documents.ts'
import type { Intent } from './intents.ts'
import { knownFor } from './known-for.ts'
import { keyIn, type Loaded, load, loadRow } from './load.ts'
import { actingFor } from './owner.ts'
import type { LeavingObject, SplitPlan } from './plan.ts'
import { emptiedMembers, filledMembers, planPut } from './pointers.ts'
import { digestsOf, disposeOf, type Prepared, prepareBodies } from './prepared.ts'
import { givenAgain, type Root } from './root.ts'
import { internalRows } from './rows.ts'
import { type Commit, settleRow } from './settle.ts'
import type { SplitShape } from './shape.ts'
import { type Steps, step } from './steps.ts'

export interface UpdateOptions {
  readonly revision?: number
  readonly idempotencyKey?: string
}

/** Writes new bytes and a new document beside the old ones, then lets the row point to them. */
export async function updateSplit(
  asked: Context,
  shape: SplitShape,
  rows: Pick<RowRepository, 'update'>,
  refId: string,
  given: unknown,
  options: UpdateOptions = {},
): Promise<Root> {
  const { member } = shape
  const checked = checkedInput(asked.stores.description, member, 'update', given, { refId })
  const { objects: bodies = {}, document, ...changes } = checked
  const isOfRow = document === undefined && Object.keys(bodies as object).length === 0
  // What touches the row alone is one statement.
  if (isOfRow && options.idempotencyKey === undefined) {
    return await rows.update(refId, given as object, revisionOf(options))
  }
  const idempotencyKey = idempotencyKeyOf(options.idempotencyKey)
  const now = await load(asked, shape, refId)
  const context = actingFor(asked, now.owner)
  const prepared = await prepareBodies(context, shape, now.owner, bodies as Readonly<Record<string, unknown>>)
  try {
    return await knownFor(options, idempotencyKey, async () => {
      const { objects: _, ...input } = given as Readonly<Record<string, unknown>>
      const hash = requestHash({
        operation: 'update',
        entity: shape.entity.name,
        refId,
        revision: options.revision ?? null,
        input,
        objects: digestsOf(prepared),
      })
      const work: Work = {
        context,
        shape,
        now,
        prepared,
        changes,
        options,
        ...(document === undefined ? {} : { document: document as Fields }),
      }
      const found = await earlier(context, now.owner, idempotencyKey, hash)
      if (found?.state === 'committed') return await givenAgain(context, shape, found)
      await resolveDocuments({ context, shape: shapeOf(context.stores.description, member) }, [changes])
      if (found !== undefined) return await carryOut(work, found, true)
      const whole = await wholeDocument(work)
      const request = { operation: 'update', refId, owner: now.owner, idempotencyKey, requestHash: hash } as const
      const wanted = newIntent(context, shape, request, planOf(work, whole !== undefined))
      const intent = await step(stepsOf(work, false), 'intent', () => begin(context, wanted))
      return await carryOut(work, intent, intent.id !== wanted.id)
    })
  } finally {
    await disposeOf(prepared)
  }
}

type Fields = Readonly<Record<string, unknown>>

interface Work {
  readonly context: Context
  readonly shape: SplitShape
  /** As it was when the operation began. */
  readonly now: Loaded
  readonly prepared: ReadonlyMap<string, Prepared | null>
  /** Of the row. */
  readonly changes: Fields
  readonly document?: Fields
  readonly options: UpdateOptions
}

function revisionOf({ revision }: UpdateOptions): { readonly revision?: number } {
  return revision === undefined ? {} : { revision }
}

function stepsOf({ context, shape, now }: Work, isResumed: boolean): Steps {
  const { member } = shape
  return { context, name: `${member}.update`, facts: { entity: member, refId: now.refId }, isResumed }
}

/** The new version of the document, where there is one: the old one with the changes, checked as a whole. */
async function wholeDocument({ context, shape, now, prepared, document }: Work): Promise<Fields | undefined> {
  const { part, entity, member } = shape
  if (part === undefined) return undefined
  const isPointing = [...prepared.keys()].some(
    (name) => shape.objects.get(name)?.description.pointer?.part === 'documents',
  )
  if (document === undefined && !isPointing) return undefined
  const { fields } = part.description
  const before =
    now.document === undefined ? {} : await opened(context.secrets, entity.name, fields, now.document, now.refId)
  const own = fields.filter(({ kept, type }) => kept === undefined && type.kind !== 'key')
  const filled = new Set(
    [...shape.objects.values()].flatMap(({ description: { keeps } }) => [keeps.sha256, keeps.size]),
  )
  const merged = Object.fromEntries(
    own.flatMap(({ name }) => {
      const value = document?.[name] ?? (document !== undefined && Object.hasOwn(document, name) ? null : before[name])
      return value === undefined || filled.has(name) ? [] : [[name, value]]
    }),
  )
  const checked = checkedDocument(context.stores.description, member, merged)
  // What is kept was demanded when it was written, and may have gone since.
  const given = fields.filter(({ name }) => document !== undefined && Object.hasOwn(document, name))
  return await publicReferences(context, member, given, checked)
}

/** What lies where now, and is not pointed to any more when it is done. */
function planOf({ context, shape, now, prepared, changes }: Work, isRewritten: boolean): SplitPlan {
  const root = { ...now.root, ...changes }
  const puts = [...prepared.values()].flatMap((one) =>
    one === null ? [] : [planPut(context, shape, one, now.owner, root)],
  )
  const old = [...prepared.keys()].flatMap((member): readonly LeavingObject[] => {
    const object = shape.objects.get(member)
    const key = object === undefined ? undefined : keyIn(now, object)
    if (object === undefined || key === undefined) return []
    const versionId = now.stored.get(key)?.versionId
    return [{ bucket: object.description.bucket, key, ...(versionId === undefined ? {} : { versionId }) }]
  })
  const collection = shape.part?.description.collection
  const stages = puts.flatMap(({ stage }) => (stage === undefined ? [] : [stage]))
  return {
    puts,
    documents: isRewritten && collection !== undefined ? [{ collection, id: newObjectId() }] : [],
    leavings: {
      objects: [...old, ...stages],
      documents:
        isRewritten && collection !== undefined && now.document !== undefined
          ? [{ collection, id: now.document._id }]
          : [],
    },
  }
}

async function carryOut(work: Work, begun: Intent, isResumed: boolean): Promise<Root> {
  const { context, shape, prepared } = work
  const again = (): Promise<Root> => givenAgain(context, shape, begun)
  if (begun.state === 'committed') return await again()
  const steps = stepsOf(work, isResumed)
  const change = rowChange(work, begun)
  const intent = await bringAll(steps, begun, shape, prepared, change)
  if (intent.state === 'committed') return await again()
  const [planned] = intent.plan.documents
  if (planned !== undefined) await rewrite(work, steps, intent, planned.id)
  return await settleRow(steps, intent, change, again)
}

function rowChange(work: Work, intent: Intent): Commit<Root> {
  const { shape, now, changes, options } = work
  const { puts, documents } = intent.plan
  const [planned] = documents
  const pointer = shape.part?.pointer
  return async (within) => {
    await demandBase(work, within, intent)
    return await internalRows(within, shape.member).update(
      now.refId,
      {
        ...changes,
        ...filledMembers(shape, 'table', puts),
        ...emptiedMembers(shape, 'table', emptiedBy(work)),
        ...(pointer === undefined || planned === undefined ? {} : { [pointer.name]: planned.id }),
      },
      revisionOf(options),
    )
  }
}

function emptiedBy({ prepared }: Work): readonly string[] {
  return [...prepared].flatMap(([member, one]) => (one === null ? [member] : []))
}

async function rewrite(work: Work, steps: Steps, intent: Intent, id: string): Promise<void> {
  const { shape, now } = work
  const { part } = shape
  if (part === undefined) return
  const filled = {
    ...carried(shape, now),
    ...filledMembers(shape, 'documents', intent.plan.puts),
    ...emptiedMembers(shape, 'documents', emptiedBy(work)),
  }
  const input = (await wholeDocument(work)) ?? {}
  await addDocument(steps, shape, part, input, { id, intent, owner: now.owner, filled })
}

/** What the old version says of objects that stay. */
function carried(shape: SplitShape, { document }: Loaded): Fields {
  if (document === undefined) return {}
  const names = [...shape.objects.values()].flatMap(({ description: { pointer, keeps } }) =>
    pointer?.part === 'documents' ? [pointer.field, keeps.sha256, keeps.size] : [],
  )
  return Object.fromEntries(names.flatMap((name) => (name === undefined ? [] : [[name, document[name]]])))
}

/**
 * Demands that the row still points to what was to be replaced: another writer's parts would be lost, and nobody would know
 * of them.
 */
async function demandBase(
  { shape, now, prepared }: Work,
  within: Parameters<typeof loadRow>[0],
  { plan }: Intent,
): Promise<void> {
  const { root } = await loadRow(within, shape, now.refId, { lock: true })
  const facts = { entity: shape.member, refId: now.refId }
  const pointer = shape.part?.pointer
  const [planned] = plan.documents
  const replaced = plan.leavings.documents[0]?.id ?? null
  const isMoved = pointer !== undefined && planned !== undefined && (root[pointer.name] ?? null) !== replaced
  const isOtherKey = [...prepared.keys()].some((member) => {
    const object = shape.objects.get(member)
    if (object?.description.pointer?.part !== 'table') return false
    const key = root[object.description.pointer.field]
    return typeof key === 'string' && !plan.leavings.objects.some((leaving) => leaving.key === key)
  })
  if (isMoved || isOtherKey) throw new Conflict(`another writer has replaced parts of the ${shape.entity.name}`, facts)
}
