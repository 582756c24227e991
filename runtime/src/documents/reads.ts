import { Forbidden } from '../errors/errors.ts'
import { plainValue } from '../mongo/conversion.ts'
import type { Bson } from '../mongo/driver.ts'
import { readCursor, writeCursor } from '../page/cursor.ts'
import { count as countOf, known, type Plain, plain, refused } from '../rows/refuse.ts'
import type { Filter } from './own-filter.ts'
import { readFilter } from './own-filter.ts'
import { scopedPipeline } from './pipeline.ts'
import { byRefId, type Document, type DocumentWork, missing, onCollection, readOut, seen } from './work.ts'

const ofMany: ReadonlySet<string> = new Set(['where', 'orderBy', 'take', 'skip', 'select'])
const ofPage: ReadonlySet<string> = new Set(['where', 'select', 'take', 'after', 'direction'])
const ofSearch: ReadonlySet<string> = new Set(['where', 'select', 'take', 'skip'])
const most = 1_000

/** The document of a public id, or null. */
export async function find(work: DocumentWork, refId: string): Promise<Document | null> {
  const filter = { ...byRefId(work, refId), ...readFilter(work.shape, work.vision) }
  return await onCollection(work, async ({ collection, bson }) => {
    const found = await collection.findOne(filter)
    return found === null ? null : await readOut(work, found, bson)
  })
}

/** @throws Missing */
export async function get(work: DocumentWork, refId: string): Promise<Document> {
  const found = await find(work, refId)
  if (found === null) throw missing(work, refId)
  return found
}

export async function findMany(work: DocumentWork, given?: unknown): Promise<readonly Document[]> {
  const args = known(given, ofMany)
  const take = args.take === undefined ? 0 : countOf(args.take, 0, ['take'])
  const skip = args.skip === undefined ? 0 : countOf(args.skip, 0, ['skip'])
  if (args.take === 0) return []
  return await onCollection(work, async ({ collection, limit, bson }) => {
    const found = collection.find(seen(work, args.where, bson), { ...selection(work, args.select), ...limit })
    const stored = await found.sort(orderOf(work, args.orderBy)).skip(skip).limit(take).toArray()
    return await outAll(work, stored, args.select, bson)
  })
}

export async function findFirst(work: DocumentWork, given?: unknown): Promise<Document | null> {
  const { take: _, ...args } = known(given, ofMany)
  const [first] = await findMany(work, { ...args, take: 1 })
  return first ?? null
}

export async function count(work: DocumentWork, given?: unknown): Promise<number> {
  const { where } = known(given, new Set(['where']))
  return await onCollection(work, ({ collection, limit, bson }) =>
    collection.countDocuments(seen(work, where, bson), limit),
  )
}

/** The values that a member has, each once. */
export async function distinct(work: DocumentWork, member: unknown, where?: unknown): Promise<readonly unknown[]> {
  const field = typeof member === 'string' ? work.shape.fields.get(member.split('.')[0] ?? '') : undefined
  if (field === undefined || typeof member !== 'string') throw refused(['member'], 'is no member')
  if (field.encrypted === true) throw refused(['member'], 'is encrypted')
  return await onCollection(work, async ({ collection, limit, bson }) => {
    const values = await collection.distinct(member, seen(work, where, bson), limit)
    return values.map(plainValue)
  })
}

/** What a pipeline makes of the documents; `pipeline.ts` says which stages there are. */
export async function aggregate(work: DocumentWork, stages: unknown): Promise<readonly unknown[]> {
  return await onCollection(work, async ({ collection, limit, bson }) => {
    const pipeline = scopedPipeline(work.shape, work.vision, stages, bson)
    const found = await collection.aggregate([...pipeline], limit).toArray()
    return found.map(plainValue)
  })
}

/** A page by keyset: by when a document was made, and by its public id among those of one moment. */
export async function page(
  work: DocumentWork,
  given?: unknown,
): Promise<{ readonly items: readonly Document[]; readonly next: string | null }> {
  const args = known(given, ofPage)
  const { createdOn = 'createdOn', refId = 'refId' } = work.shape.kept
  const direction = args.direction ?? 'desc'
  if (direction !== 'asc' && direction !== 'desc') throw refused(['direction'], 'is to be asc or desc')
  const take = args.take === undefined ? 50 : countOf(args.take, 1, ['take'])
  if (take > most) throw refused(['take'], `is to be at most ${most}`)
  const after = args.after === undefined || args.after === null ? undefined : readCursor(args.after)
  const more = direction === 'asc' ? '$gt' : '$lt'
  const beyond: Filter | undefined =
    after === undefined
      ? undefined
      : {
          $or: [
            { [createdOn]: { [more]: after.createdOn } },
            { [createdOn]: after.createdOn, [refId]: { [more]: after.refId } },
          ],
        }
  const order = direction === 'asc' ? 1 : -1
  return await onCollection(work, async ({ collection, limit, bson }) => {
    const filter = { ...seen(work, args.where, bson), ...beyond }
    const options = { ...selection(work, args.select, [createdOn]), ...limit }
    const found = await collection
      .find(filter, options)
      .sort({ [createdOn]: order, [refId]: order })
      .limit(take + 1)
      .toArray()
    const stored = found.slice(0, take)
    const last = found.length > take ? stored.at(-1) : undefined
    const at = last?.[createdOn]
    const next = at instanceof Date ? writeCursor({ createdOn: at, refId: String(last?.[refId]) }) : null
    return { items: await outAll(work, stored, args.select, bson), next }
  })
}

/** By the words of a text, best first. */
export async function search(work: DocumentWork, text: unknown, given?: unknown): Promise<readonly Document[]> {
  const { entity, documents } = work.shape
  if (!documents.hasTextIndex)
    throw new Forbidden(
      `${entity.name} has no text index`,
      { entity: entity.name },
      'Declare `text_index` in the spec.',
    )
  if (typeof text !== 'string') throw refused(['text'], 'is to be a text')
  const args = known(given, ofSearch)
  const take = args.take === undefined ? 50 : countOf(args.take, 1, ['take'])
  const skip = args.skip === undefined ? 0 : countOf(args.skip, 0, ['skip'])
  return await onCollection(work, async ({ collection, limit, bson }) => {
    const filter = { ...seen(work, args.where, bson), $text: { $search: text } }
    const options = { ...selection(work, args.select), ...limit }
    const found = collection.find(filter, options).sort({ score: { $meta: 'textScore' } })
    return await outAll(work, await found.skip(skip).limit(take).toArray(), args.select, bson)
  })
}

/** Only what was asked for is read, and with it the public id, which secrets are bound to. */
function selection(
  { shape }: DocumentWork,
  select: unknown,
  also: readonly string[] = [],
): { readonly projection?: Readonly<Record<string, 0 | 1>> } {
  if (select === undefined) return {}
  const names = [...chosen(shape.fields, select), ...also, shape.kept.refId ?? 'refId']
  return { projection: { _id: 0, ...Object.fromEntries(names.map((name) => [name, 1 as const])) } }
}

function chosen(fields: ReadonlyMap<string, unknown>, select: unknown): readonly string[] {
  return Object.entries(plain(select, ['select'])).flatMap(([name, isChosen]) => {
    if (!fields.has(name)) throw refused(['select', name], 'is no member')
    if (typeof isChosen !== 'boolean') throw refused(['select', name], 'is to be true or false')
    return isChosen ? [name] : []
  })
}

async function outAll(
  work: DocumentWork,
  stored: readonly Document[],
  select: unknown,
  bson: Bson,
): Promise<readonly Document[]> {
  const all = await Promise.all(stored.map((document) => readOut(work, document, bson)))
  if (select === undefined) return all
  const names = chosen(work.shape.fields, select)
  return all.map((document) => Object.fromEntries(names.map((name) => [name, document[name]])))
}

/** The newest first, unless it is said otherwise. */
function orderOf({ shape }: DocumentWork, orderBy: unknown): Record<string, 1 | -1> {
  const { createdOn = 'createdOn', refId = 'refId' } = shape.kept
  if (orderBy === undefined) return { [createdOn]: -1, [refId]: -1 }
  const list: readonly unknown[] = Array.isArray(orderBy) ? orderBy : [orderBy]
  const order: Record<string, 1 | -1> = {}
  for (const one of list)
    for (const [name, direction] of Object.entries(plain(one, ['orderBy']) as Plain)) {
      const field = shape.fields.get(name.split('.')[0] ?? '')
      if (field === undefined || field.encrypted === true) throw refused(['orderBy', name], 'is no member to sort by')
      if (direction !== 'asc' && direction !== 'desc') throw refused(['orderBy', name], 'is to be asc or desc')
      order[name] = direction === 'asc' ? 1 : -1
    }
  return order
}
