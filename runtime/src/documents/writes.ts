import { Conflict, Forbidden, InvalidInput } from '../errors/errors.ts'
import { newUlid } from '../ids/ulid.ts'
import type { Bson } from '../mongo/driver.ts'
import { known, refused } from '../rows/refuse.ts'
import { sealed } from '../secrets/fields.ts'
import { withoutTenant } from '../validate/own-tenant.ts'
import { changeFilter, type Filter, removalFilter } from './own-filter.ts'
import { actorRefId, prepareDocument } from './part.ts'
import { demandChangedReferences, demandOwnReferences } from './references.ts'
import { checkedChanges, updateOf } from './update.ts'
import { byRefId, changeable, type Document, type DocumentWork, missing, onCollection, readOut } from './work.ts'

/** Gives what was written. @throws InvalidInput, Conflict, Forbidden */
export async function create(work: DocumentWork, input: unknown): Promise<Document> {
  const stored = await prepared(work, input)
  await demandOwnReferences(work, [stored])
  return await onCollection(
    work,
    async ({ collection, bson }) => {
      const document = ready(work, stored, bson)
      await collection.insertOne(document)
      return await readOut(work, document, bson)
    },
    String(stored[work.shape.kept.refId ?? 'refId']),
  )
}

/**
 * All inputs are checked before the first one is written. Where MongoDB refuses one, those before it are there: the fact
 * `inserted` of the error says how many.
 */
export async function createMany(work: DocumentWork, inputs: unknown): Promise<readonly Document[]> {
  if (!Array.isArray(inputs)) throw refused([], 'is to be a list of inputs')
  if (inputs.length === 0) return []
  const all = await allPrepared(work, inputs)
  await demandOwnReferences(work, all)
  return await onCollection(work, async ({ collection, bson }) => {
    const documents = all.map((stored) => ready(work, stored, bson))
    await collection.insertMany(documents, { ordered: true })
    return await Promise.all(documents.map((document) => readOut(work, document, bson)))
  })
}

/** Gives the document as it then is. @throws Missing; Conflict where `revision` is not its own any more */
export async function update(work: DocumentWork, refId: string, input: unknown, options?: unknown): Promise<Document> {
  demandChangeable(work, 'changed')
  const { revision } = known(options, withRevision)
  const { context, shape } = work
  const changes = checkedChanges(shape, withoutOwnTenant(work, input))
  await demandChangedReferences(work, changes, { ...byRefId(work, refId), ...changeFilter(shape, work.vision) })
  const set = await sealed(context.secrets, shape.entity.name, shape.documents.fields, changes.set, refId)
  return await changeOne(work, refId, revision, (bson) => updateOf(shape, context, { ...changes, set }, bson))
}

/** How many were changed. */
export async function updateMany(work: DocumentWork, given: unknown): Promise<number> {
  demandChangeable(work, 'changed')
  const { where, data } = known(given, new Set(['where', 'data']))
  if (where === undefined) throw refused(['where'], 'is required: an empty one means all')
  const { context, shape } = work
  const changes = checkedChanges(shape, withoutOwnTenant(work, data))
  const secret = shape.documents.fields.find(
    ({ name, encrypted }) => encrypted === true && typeof changes.set[name] === 'string',
  )
  if (secret !== undefined)
    throw new Forbidden(
      `${shape.entity.name}.${secret.name} is encrypted for each record`,
      { entity: shape.entity.name, field: secret.name },
      'Update the records one by one.',
    )
  return await onCollection(work, async ({ collection, limit, bson }) => {
    const filter = await demandChangedReferences(work, changes, changeable(work, where, bson))
    const { modifiedCount } = await collection.updateMany(filter, updateOf(shape, context, changes, bson), limit)
    return modifiedCount
  })
}

/** Marks it as deleted where the entity knows that, else removes it. @throws Missing, Conflict */
export async function remove(work: DocumentWork, refId: string, options?: unknown): Promise<void> {
  demandChangeable(work, 'deleted')
  const { revision } = known(options, withRevision)
  if (work.shape.kept.deletedOn === undefined) return await removeOne(work, refId, revision)
  await changeOne(work, refId, revision, () => marking(work))
}

/** How many. */
export async function deleteMany(work: DocumentWork, given: unknown): Promise<number> {
  demandChangeable(work, 'deleted')
  const { where } = known(given, new Set(['where']))
  if (where === undefined) throw refused(['where'], 'is required: an empty one means all')
  return await onCollection(work, async ({ collection, limit, bson }) => {
    const filter = changeable(work, where, bson)
    if (work.shape.kept.deletedOn === undefined) return (await collection.deleteMany(filter, limit)).deletedCount
    return (await collection.updateMany(filter, marking(work), limit)).modifiedCount
  })
}

/** Brings one back that is marked as deleted. @throws Missing; Conflict where another one has taken what is unique */
export async function restore(work: DocumentWork, refId: string): Promise<Document> {
  const { deletedOn, deletedBy } = demandSoftDelete(work, 'restored')
  const changes = {
    set: { [deletedOn]: null, ...(deletedBy === undefined ? {} : { [deletedBy]: null }) },
    operators: {},
  }
  const deleted = { ...work, vision: { ...work.vision, deleted: 'only' as const } }
  return await changeOne(deleted, refId, undefined, (bson) => updateOf(work.shape, work.context, changes, bson))
}

/** Removes one for good that is marked as deleted. @throws Missing */
export async function purge(work: DocumentWork, refId: string, options?: unknown): Promise<void> {
  demandSoftDelete(work, 'purged')
  const { revision } = known(options, withRevision)
  await removeOne({ ...work, vision: { ...work.vision, deleted: 'only' } }, refId, revision)
}

/** A change may repeat whose the document is; another tenant is refused. */
function withoutOwnTenant({ shape, vision }: DocumentWork, input: unknown): unknown {
  return vision.scope.kind === 'tenant' ? withoutTenant(shape.entity, vision.scope, input).input : input
}

const withRevision: ReadonlySet<string> = new Set(['revision'])

async function changeOne(
  work: DocumentWork,
  refId: string,
  revision: unknown,
  update: (bson: Bson) => Filter,
): Promise<Document> {
  const filter = { ...byRefId(work, refId), ...changeFilter(work.shape, work.vision) }
  return await onCollection(
    work,
    async ({ collection, bson }) => {
      const wanted = { ...filter, ...ofRevision(work, revision) }
      const found = await collection.findOneAndUpdate(wanted, update(bson), { returnDocument: 'after' })
      if (found !== null) return await readOut(work, found, bson)
      const { revision: key = 'revision' } = work.shape.kept
      throw lost(work, refId, revision, await collection.findOne(filter, { projection: { [key]: 1 } }))
    },
    refId,
  )
}

async function removeOne(work: DocumentWork, refId: string, revision: unknown): Promise<void> {
  const filter = { ...byRefId(work, refId), ...removalFilter(work.shape, work.vision) }
  await onCollection(
    work,
    async ({ collection }) => {
      const { deletedCount } = await collection.deleteOne({ ...filter, ...ofRevision(work, revision) })
      if (deletedCount === 1) return
      const { revision: key = 'revision' } = work.shape.kept
      throw lost(work, refId, revision, await collection.findOne(filter, { projection: { [key]: 1 } }))
    },
    refId,
  )
}

function ofRevision({ shape }: DocumentWork, revision: unknown): Filter {
  if (revision === undefined) return {}
  if (shape.kept.revision === undefined) throw refused(['revision'], `is unknown: ${shape.entity.name} has none`)
  if (typeof revision !== 'number' || !Number.isInteger(revision))
    throw refused(['revision'], 'is to be a whole number')
  return { [shape.kept.revision]: revision }
}

/** Nothing was found to change: it is not there, or another revision is. */
function lost(
  work: DocumentWork,
  refId: string,
  revision: unknown,
  current: Document | null,
): Conflict | ReturnType<typeof missing> {
  const { entity, kept } = work.shape
  const what = work.vision.deleted === 'only' ? 'a deleted ' : ''
  if (current === null || revision === undefined) return missing(work, refId, what)
  const now = Number(current[kept.revision ?? 'revision'])
  return new Conflict(`${entity.name} ${refId} is at revision ${now}, not ${String(revision)}`, {
    entity: entity.name,
    refId,
    revision: now,
    given: Number(revision),
  })
}

function marking({ shape, context }: DocumentWork): Filter {
  const { deletedOn = 'deletedOn', deletedBy, updatedOn, updatedBy, revision } = shape.kept
  const now = context.stores.now()
  const actor = actorRefId(context)
  return {
    $set: {
      [deletedOn]: now,
      ...(deletedBy === undefined ? {} : { [deletedBy]: actor }),
      ...(updatedOn === undefined ? {} : { [updatedOn]: now }),
      ...(updatedBy === undefined ? {} : { [updatedBy]: actor }),
    },
    ...(revision === undefined ? {} : { $inc: { [revision]: 1 } }),
  }
}

async function prepared({ context, shape, vision }: DocumentWork, given: unknown): Promise<Document> {
  const { input, tenant } = withoutTenant(shape.entity, vision.scope, given)
  if (tenant !== undefined && tenant !== null && tenant.refId === undefined)
    throw new InvalidInput(shape.entity.name, [
      { path: [shape.kept.tenant ?? 'tenantId'], message: 'must be a public id: documents hold no UUID' },
    ])
  return await prepareDocument(context, shape.member, input, {
    refId: newUlid(),
    ...(tenant === undefined ? {} : { tenant: tenant?.refId ?? null }),
  })
}

/** @throws InvalidInput with the issues of all of them */
async function allPrepared(work: DocumentWork, inputs: readonly unknown[]): Promise<readonly Document[]> {
  const settled = await Promise.allSettled(inputs.map((input) => prepared(work, input)))
  const issues = settled.flatMap((one, at) =>
    one.status === 'rejected' && one.reason instanceof InvalidInput
      ? one.reason.issues.map(({ path, message }) => ({ path: [at, ...path], message }))
      : [],
  )
  const other = settled.find((one) => one.status === 'rejected' && !(one.reason instanceof InvalidInput))
  if (other?.status === 'rejected') throw other.reason
  if (issues.length > 0) throw new InvalidInput(`${work.shape.member}.createMany`, issues)
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}

function ready({ shape }: DocumentWork, { _id, ...stored }: Document, bson: Bson): Document {
  return { _id: new bson.ObjectId(String(_id)), ...shape.conversion.stored(stored, bson) }
}

function demandChangeable({ shape }: DocumentWork, what: string): void {
  const { entity, documents } = shape
  if (!documents.appendOnly) return
  throw new Forbidden(
    `${entity.name} is written once and never ${what}`,
    { entity: entity.name },
    'Write a new one: the spec says `append_only`.',
  )
}

function demandSoftDelete(
  work: DocumentWork,
  what: string,
): { readonly deletedOn: string; readonly deletedBy?: string } {
  demandChangeable(work, what)
  const { deletedOn, deletedBy } = work.shape.kept
  const { name } = work.shape.entity
  if (deletedOn === undefined)
    throw new Forbidden(
      `${name} cannot be ${what}: it is not marked as deleted, but removed`,
      { entity: name },
      'Use delete.',
    )
  return { deletedOn, ...(deletedBy === undefined ? {} : { deletedBy }) }
}
