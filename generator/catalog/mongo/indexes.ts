import { assertNever } from '../../base/internal-error.ts'
import type { IndexDescription, IndexDirection } from '../../live/mongo/description.ts'
import type { Index } from '../../model/keys.ts'
import { fieldNamed, type MongoEntity } from '../../model/lookup.ts'
import type { MongoPart } from '../../model/mongo.ts'
import type { Predicate } from '../../model/predicate.ts'
import { partialFilter } from './partial-filter.ts'

/** An index, and what the spec says it is for. */
export interface CollectionIndex {
  readonly index: IndexDescription
  readonly about?: string
}

/** Every index of a collection, each once: what must be unique first, what expires documents last. */
export function collectionIndexes(entity: MongoEntity): readonly CollectionIndex[] {
  const { mongo } = entity
  const at = (name: string): string => fieldNamed(mongo, name).physical.text
  const uniques = mongo.uniques.map(({ fields, name, where, deleted, about }): CollectionIndex => {
    const live: Predicate =
      deleted === 'ignored' && entity.softDelete !== undefined ? [{ field: entity.softDelete.on, is: 'null' }] : []
    return {
      index: {
        name: name.text,
        key: Object.fromEntries(fields.map((field) => [at(field), 1])),
        unique: true,
        ...partialFilter([...live, ...where, ...present(fields, where, mongo)], mongo),
      },
      ...(about === undefined ? {} : { about }),
    }
  })
  const indexes = mongo.indexes.map(({ fields, name, where, about }): CollectionIndex => {
    return {
      index: {
        name: name.text,
        key: Object.fromEntries(fields.map(({ field, order }) => [at(field), direction(order)])),
        ...partialFilter(where, mongo),
      },
      ...(about === undefined ? {} : { about }),
    }
  })
  return withExpiry([...uniques, ...indexes, ...textIndex(entity)], mongo)
}

/**
 * Two records without a value do not collide, as in PostgreSQL; documents hold null, which an index takes for a value.
 * Records without a tenant do collide: what they share is as unique as what one tenant has.
 */
function present(fields: readonly string[], where: Predicate, mongo: MongoPart): Predicate {
  const narrowed = new Set(where.map(({ field }) => field))
  return fields
    .map((name) => fieldNamed(mongo, name))
    .filter(({ optional, origin, name }) => optional && origin.kind !== 'tenant' && !narrowed.has(name))
    .map(({ name }) => ({ field: name, is: 'not_null' }))
}

function direction(order: Index['fields'][number]['order']): IndexDirection {
  switch (order) {
    case 'asc':
      return 1
    case 'desc':
      return -1
    case 'text':
      return 'text'
    default:
      return assertNever(order)
  }
}

/**
 * The field that MongoDB reads a document's language from is called `language` unless told otherwise, and a document
 * with another value in it, `de-AT` for instance, is refused. No field of a spec begins with an underscore.
 */
const languageField = '_textLanguage'

/** Behind the tenant where every record has one: a search then reads that tenant's part of the index only. */
function textIndex({ mongo, tenancy }: MongoEntity): readonly CollectionIndex[] {
  if (mongo.textIndex === undefined) return []
  const { weights, name } = mongo.textIndex
  const tenant = tenancy.mode === 'required' ? mongo.fields.filter(({ origin }) => origin.kind === 'tenant') : []
  const weighted = weights.map(({ field, weight }) => [fieldNamed(mongo, field).physical.text, weight] as const)
  const index: IndexDescription = {
    name: name.text,
    key: Object.fromEntries<IndexDirection>([
      ...tenant.map(({ physical }) => [physical.text, 1] as const),
      ...weighted.map(([field]) => [field, 'text'] as const),
    ]),
    weights: Object.fromEntries(weighted),
    default_language: 'none',
    language_override: languageField,
  }
  return [{ index }]
}

/** MongoDB has no two indexes over the same keys: one that is there already expires its documents too. */
function withExpiry(indexes: readonly CollectionIndex[], { expire, fields }: MongoPart): readonly CollectionIndex[] {
  if (expire === undefined) return indexes
  const from = fieldNamed({ fields }, expire.from).physical.text
  const expireAfterSeconds = expire.afterSeconds
  const same = indexes.findIndex(({ index: { key, partialFilterExpression } }) => {
    return Object.keys(key).join() === from && key[from] !== 'text' && partialFilterExpression === undefined
  })
  if (same === -1) return [...indexes, { index: { name: expire.name.text, key: { [from]: 1 }, expireAfterSeconds } }]
  return indexes.map((one, at) => (at === same ? { ...one, index: { ...one.index, expireAfterSeconds } } : one))
}
