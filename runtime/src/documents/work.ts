import { Forbidden, Missing } from '../errors/errors.ts'
import { parseRefId } from '../ids/ulid.ts'
import { boundOf, type Collection, type Limit } from '../mongo/collection-of.ts'
import { type Bson, bson } from '../mongo/driver.ts'
import { inMongo, type Work } from '../mongo/errors.ts'
import type { Context } from '../scoped/context.ts'
import { holdsSealed, opened } from '../secrets/fields.ts'
import type { Filter, Vision } from './own-filter.ts'
import { changeFilter, narrowed, readFilter } from './own-filter.ts'
import type { DocumentShape } from './shape.ts'
import { checkedWhere } from './where.ts'

export type Document = Record<string, unknown>

/** What the methods of a repository share: one entity, one scope, and which documents are seen. */
export interface DocumentWork {
  readonly context: Context
  readonly shape: DocumentShape
  readonly vision: Vision
}

interface Ready {
  readonly collection: Collection
  readonly limit: Limit
  readonly bson: Bson
}

/**
 * Does work on the collection, and gives errors in the words of the data layer.
 *
 * @throws Forbidden in a transaction, which is PostgreSQL's alone
 */
export async function onCollection<T>(
  { context, shape }: DocumentWork,
  work: (ready: Ready) => Promise<T>,
  refId?: string,
): Promise<T> {
  const { name } = shape.entity
  if (context.session !== undefined)
    throw new Forbidden(
      `${name} is in MongoDB, and db.transaction is PostgreSQL's alone`,
      { entity: name },
      'Do it before or after the transaction.',
    )
  const [model, types] = await Promise.all([context.model(shape.documents.model), bson()])
  const { collection, limit } = boundOf(model)
  return await inMongo({ ...about(shape, refId), limitMs: limit.maxTimeMS }, () =>
    work({ collection, limit, bson: types }),
  )
}

function about({ entity, documents, kept }: DocumentShape, refId?: string): Work {
  return {
    entity: entity.name,
    uniques: documents.uniques,
    ...(kept.tenant === undefined ? {} : { tenantField: kept.tenant }),
    ...(refId === undefined ? {} : { refId }),
  }
}

/** What of the documents is read, and fits a caller's condition. */
export function seen({ shape, vision }: DocumentWork, where: unknown, types: Bson): Filter {
  const own = readFilter(shape, vision)
  return where === undefined ? own : narrowed(own, checkedWhere(shape, vision.scope, where, types))
}

/** What may be changed, and fits a caller's condition. */
export function changeable({ shape, vision }: DocumentWork, where: unknown, types: Bson): Filter {
  return narrowed(changeFilter(shape, vision), checkedWhere(shape, vision.scope, where, types))
}

/** One document by its public id. @throws InvalidInput for what is none */
export function byRefId({ shape }: DocumentWork, refId: unknown): Filter {
  return { [shape.kept.refId ?? 'refId']: parseRefId(refId, shape.entity.name) }
}

/** As a caller sees it; only what was read. At once, unless there is something to open: most documents hold no secret. */
export function readOut({ context, shape }: DocumentWork, stored: Document, types: Bson): Document | Promise<Document> {
  const { entity, documents, kept, conversion } = shape
  const record = conversion.read(stored, types)
  if (!holdsSealed(documents.fields, record)) return record
  return opened(context.secrets, entity.name, documents.fields, record, String(stored[kept.refId ?? 'refId']))
}

export function missing({ shape }: DocumentWork, refId: string, what = ''): Missing {
  return new Missing(`${what}${shape.entity.name} ${refId}`, { entity: shape.entity.name, refId })
}
