import { assertNever } from '../../base/internal-error.ts'
import type { Index } from '../../model/keys.ts'
import { fieldNamed, type MongoEntity } from '../../model/lookup.ts'
import type { MongoPart } from '../../model/mongo.ts'
import type { Condition, Predicate } from '../../model/predicate.ts'
import { call, type Plain, plain } from '../../print/typescript/index.ts'
import type { Statement } from '../../print/typescript/tree.ts'
import type { FileContext } from './context.ts'
import { scalarTypes } from './json-schema.ts'

/** One index of a collection, as MongoDB takes it. */
interface MongoIndex {
  readonly keys: Readonly<Record<string, 1 | -1 | 'text'>>
  readonly options: Readonly<Record<string, Plain>>
  readonly about?: string
}

/** Declares every index of a collection, each once. */
export function indexStatements(entity: MongoEntity, { names }: FileContext): readonly Statement[] {
  const schema = names.documentSchema(entity.name).name
  return mongoIndexes(entity).map(({ keys, options, about }, index) => ({
    kind: 'expression',
    expression: call(`${schema}.index`, [plain(keys), plain(options)]),
    ...(about === undefined ? {} : { doc: about }),
    ...(index > 0 ? { joined: true } : {}),
  }))
}

function mongoIndexes(entity: MongoEntity): readonly MongoIndex[] {
  const { mongo } = entity
  const at = (name: string): string => fieldNamed(mongo, name).physical.text
  const uniques = mongo.uniques.map(({ fields, name, where, deleted, about }): MongoIndex => {
    const live: Predicate =
      deleted === 'ignored' && entity.softDelete !== undefined ? [{ field: entity.softDelete.on, is: 'null' }] : []
    return {
      keys: Object.fromEntries(fields.map((field) => [at(field), 1])),
      options: {
        name: name.text,
        unique: true,
        ...partial([...live, ...where, ...present(fields, where, mongo)], mongo),
      },
      ...(about === undefined ? {} : { about }),
    }
  })
  const indexes = mongo.indexes.map((index): MongoIndex => {
    return {
      keys: Object.fromEntries(index.fields.map(({ field, order }) => [at(field), direction(order)])),
      options: { name: index.name.text, ...partial(index.where, mongo) },
      ...(index.about === undefined ? {} : { about: index.about }),
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

function direction(order: Index['fields'][number]['order']): 1 | -1 | 'text' {
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
function textIndex({ mongo, tenancy }: MongoEntity): readonly MongoIndex[] {
  if (mongo.textIndex === undefined) return []
  const { weights, name } = mongo.textIndex
  const tenant = tenancy.mode === 'required' ? mongo.fields.filter(({ origin }) => origin.kind === 'tenant') : []
  const weighted = weights.map(({ field, weight }) => [fieldNamed(mongo, field).physical.text, weight] as const)
  return [
    {
      keys: Object.fromEntries<1 | 'text'>([
        ...tenant.map(({ physical }) => [physical.text, 1] as const),
        ...weighted.map(([field]) => [field, 'text'] as const),
      ]),
      options: {
        name: name.text,
        weights: Object.fromEntries(weighted),
        default_language: 'none',
        language_override: languageField,
      },
    },
  ]
}

/** MongoDB has no two indexes over the same keys: one that is there already expires its documents too. */
function withExpiry(indexes: readonly MongoIndex[], { expire, fields }: MongoPart): readonly MongoIndex[] {
  if (expire === undefined) return indexes
  const from = fieldNamed({ fields }, expire.from).physical.text
  const option = { expireAfterSeconds: expire.afterSeconds }
  const same = indexes.findIndex(({ keys, options }) => {
    return Object.keys(keys).join() === from && keys[from] !== 'text' && options.partialFilterExpression === undefined
  })
  if (same === -1) return [...indexes, { keys: { [from]: 1 }, options: { name: expire.name.text, ...option } }]
  return indexes.map((index, at) => (at === same ? { ...index, options: { ...index.options, ...option } } : index))
}

function partial(where: Predicate, part: MongoPart): Readonly<Record<string, Plain>> {
  if (where.length === 0) return {}
  const filters = where.map(
    (condition) => [fieldNamed(part, condition.field).physical.text, filter(condition, part)] as const,
  )
  const keys = new Set(filters.map(([key]) => key))
  if (keys.size === filters.length) return { partialFilterExpression: Object.fromEntries(filters) }
  return { partialFilterExpression: { $and: filters.map(([key, value]) => ({ [key]: value })) } }
}

/** Only what MongoDB supports in a partial index: equality, `$in`, `$type`; `$ne` and `$exists: false` are refused. */
function filter(condition: Condition, part: MongoPart): Plain {
  switch (condition.is) {
    case 'equal':
      return condition.value
    case 'in':
      return { $in: condition.values }
    case 'null':
      return null
    case 'not_null':
      return { $type: presentTypes(condition.field, part) }
    default:
      return assertNever(condition)
  }
}

function presentTypes(name: string, part: MongoPart): Plain {
  const { type, list } = fieldNamed(part, name)
  if (list) return 'array'
  if (type.kind === 'value') return 'object'
  if (type.kind === 'ref' && type.holds === 'object_id') return 'objectId'
  const types = type.kind === 'scalar' ? scalarTypes(type.scalar) : ['string']
  return types.length === 1 && types[0] !== undefined ? types[0] : types
}
