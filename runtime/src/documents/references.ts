import type { FieldDescription } from '../description/field.ts'
import { Missing } from '../errors/errors.ts'
import { resolveTenant } from '../rows/resolve.ts'
import { shapeOf } from '../rows/shape.ts'
import { ownCondition, visionOf } from '../rows/vision.ts'
import { type Context, entityIn } from '../scoped/context.ts'
import type { Session } from '../stores/postgres.ts'
import { isPlain } from '../validate/plain.ts'
import { type Filter, readFilter } from './own-filter.ts'
import { documentShape } from './shape.ts'
import type { Changes } from './update.ts'
import { type Document, type DocumentWork, onCollection } from './work.ts'

type Given = Readonly<Record<string, unknown>>
/** By entity: the public ids, each with a field that names it. */
type Wanted = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * Nothing else keeps a document's references within its tenant. All of an entity are asked for at once.
 *
 * @throws Missing where the scope does not see what is referred to
 */
export async function demandReferences(
  context: Context,
  member: string,
  fields: readonly FieldDescription[],
  records: readonly Given[],
): Promise<void> {
  const { stores, scope } = context
  const wanted = wantedBy(fields, records)
  const isRow = (target: string): boolean => entityIn(stores.description, target).table !== undefined
  const rows = [...wanted].filter(([target]) => isRow(target))
  if (rows.length > 0)
    await stores.postgres.run(
      scope,
      async (session) => {
        for (const [target, ids] of rows)
          demandAll(context, member, target, ids, await seenRows(context, session, target, ids))
      },
      { readOnly: true },
    )
  for (const [target, ids] of wanted)
    if (!isRow(target)) demandAll(context, member, target, ids, await seenDocuments(context, target, ids))
}

/** The same for whole documents, each as whoever it belongs to sees it. */
export async function demandOwnReferences(work: DocumentWork, documents: readonly Document[]): Promise<void> {
  const { context, shape } = work
  const { fields } = shape.documents
  const { tenant } = shape.kept
  const groups =
    context.scope.kind === 'system' && tenant !== undefined
      ? Map.groupBy(
          documents.filter((one) => wantedBy(fields, [one]).size > 0),
          (one) => one[tenant],
        )
      : new Map([[undefined, documents]])
  for (const [owner, own] of groups) await demandReferences(await actingFor(context, owner), shape.member, fields, own)
}

/**
 * The same for changes. The system's are of whatever tenant has what the filter finds.
 *
 * @returns the filter: of those tenants alone
 */
export async function demandChangedReferences(
  work: DocumentWork,
  { set, operators }: Changes,
  filter: Filter,
): Promise<Filter> {
  const { context, shape } = work
  const { member, documents, kept } = shape
  const records = [set, addedBy(operators.$push), addedBy(operators.$addToSet)]
  if (wantedBy(documents.fields, records).size === 0) return filter
  const { tenant } = kept
  if (context.scope.kind !== 'system' || tenant === undefined) {
    await demandReferences(context, member, documents.fields, records)
    return filter
  }
  const owners = await onCollection(work, ({ collection, limit }) => collection.distinct(tenant, filter, limit))
  for (const owner of owners) await demandReferences(await actingFor(context, owner), member, documents.fields, records)
  return { $and: [filter, { [tenant]: { $in: owners } }] }
}

function wantedBy(fields: readonly FieldDescription[], records: readonly Given[]): Wanted {
  const wanted = new Map<string, Map<string, string>>()
  for (const { name, type, kept } of fields) {
    if (kept !== undefined || type.kind !== 'ref') continue
    const ids = records.flatMap((record) => record[name] ?? [])
    if (ids.length === 0) continue
    const known = wanted.get(type.entity) ?? new Map<string, string>()
    wanted.set(type.entity, known)
    for (const id of ids) known.set(String(id), name)
  }
  return wanted
}

/** What operators on lists bring, as if it were set. */
function addedBy(operands: Given = {}): Given {
  return Object.fromEntries(
    Object.entries(operands).map(([name, value]) => [name, isPlain(value) ? value.$each : [value]]),
  )
}

async function seenRows(
  { stores, scope }: Context,
  session: Session,
  target: string,
  ids: ReadonlyMap<string, string>,
): Promise<readonly unknown[]> {
  const shape = shapeOf(stores.description, target)
  const { refId = 'refId' } = shape.kept
  const live = ownCondition(shape, visionOf(scope, true))
  const where = { ...live, [refId]: { in: [...ids.keys()] } }
  const found = await session.delegate(shape.table.delegate).findMany({ where, select: { [refId]: true } })
  return found.map((row) => row[refId])
}

async function seenDocuments(
  context: Context,
  target: string,
  ids: ReadonlyMap<string, string>,
): Promise<readonly unknown[]> {
  const shape = documentShape(context.stores.description, target)
  const { refId = 'refId' } = shape.kept
  const vision = { scope: context.scope, deleted: 'hidden' } as const
  return await onCollection({ context, shape, vision }, ({ collection, limit }) =>
    collection.distinct(refId, { ...readFilter(shape, vision), [refId]: { $in: [...ids.keys()] } }, limit),
  )
}

function demandAll(
  { stores: { description } }: Context,
  member: string,
  target: string,
  ids: ReadonlyMap<string, string>,
  seen: readonly unknown[],
): void {
  const found = new Set(seen)
  for (const [refId, field] of ids) {
    if (found.has(refId)) continue
    const [one, other] = [entityIn(description, target).name, entityIn(description, member).name]
    throw new Missing(`${one} (${other}.${field})`, { entity: member, field, refId })
  }
}

async function actingFor(context: Context, owner: unknown): Promise<Context> {
  if (typeof owner !== 'string') return context
  return { ...context, scope: { kind: 'tenant', tenant: await resolveTenant(context.stores, owner) } }
}
