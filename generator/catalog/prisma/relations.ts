import { oncePer } from '../../base/once-per.ts'
import type { Field } from '../../model/field.ts'
import { hasTable, type PostgresEntity, referencesTo, tenantKeyOf } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { RefType } from '../../model/type.ts'

/** A foreign key that Prisma's client can follow, from the table that holds it. */
export interface PrismaRelation {
  readonly from: PostgresEntity
  readonly field: Field
  readonly to: PostgresEntity
  /** The fields of both ends, in pairs: the tenant's first where it is part of the key. Logical names. */
  readonly pairs: readonly { readonly from: Field; readonly to: Field }[]
  /** Whether Prisma can know that at most one row refers to the target: only a full unique tells it. */
  readonly single: boolean
  /** Whether two relations join the same two models, or one joins a model to itself: then each needs a name. */
  readonly ambiguous: boolean
}

type KeyField = Field & { readonly type: RefType }

/** The relations of which an entity holds the key, in the order of its fields. */
export function outgoingOf(model: Model, from: PostgresEntity): readonly PrismaRelation[] {
  return keyFields(from).flatMap((field) => relationOf(model, from, field) ?? [])
}

/** The relations that lead to an entity, in the order of the entities that hold their keys. */
export function incomingOf(model: Model, to: PostgresEntity): readonly PrismaRelation[] {
  return referencesTo(model, to.name).flatMap(({ from, part, field }) =>
    part === 'postgres' && hasTable(from) && isKey(field) ? (relationOf(model, from, field) ?? []) : [],
  )
}

const keyFields = oncePer(({ postgres: { fields } }: PostgresEntity): readonly KeyField[] => fields.filter(isKey))

/** Bookkeeping, the tenant's own field and pointers into other stores are plain columns. */
function isKey(field: Field): field is KeyField {
  const { type, relation, origin } = field
  if (type.kind !== 'ref' || type.mode !== 'foreign_key' || field.list || origin.kind === 'tenant') return false
  return relation?.inverse !== undefined && !relation.bookkeeping
}

function relationOf(model: Model, from: PostgresEntity, field: KeyField): PrismaRelation | undefined {
  const to = model.byName.entities.get(field.type.entity)
  if (to === undefined || !hasTable(to)) return undefined
  const id = referredId(to)
  if (id === undefined) return undefined
  const pairs = pairsOf(from, field, to, id)
  const single =
    field.relation?.inverse?.single === true &&
    isFullUnique(
      from,
      pairs.map((pair) => pair.from.name),
    )
  return { from, field, to, pairs, single, ambiguous: isAmbiguous(from, to) }
}

/** What a key refers to in a table. A partitioned one has no key of its id alone that could be referred to. */
function referredId({ postgres: { fields, primaryKey } }: PostgresEntity): Field | undefined {
  return primaryKey.length === 1 ? fields.find(({ primary }) => primary) : undefined
}

function isAmbiguous(a: PostgresEntity, b: PostgresEntity): boolean {
  return a.name === b.name || relationsBetween(a, b) + relationsBetween(b, a) > 1
}

function relationsBetween(from: PostgresEntity, to: PostgresEntity): number {
  if (referredId(to) === undefined) return 0
  return keyFields(from).filter(({ type }) => type.entity === to.name).length
}

function pairsOf(from: PostgresEntity, field: Field, to: PostgresEntity, id: Field): PrismaRelation['pairs'] {
  const own = { from: field, to: id }
  if (field.relation?.withTenant !== true) return [own]
  const [fromTenant, toTenant] = [tenantKeyOf(from), tenantKeyOf(to)]
  return fromTenant === undefined || toTenant === undefined ? [own] : [{ from: fromTenant, to: toTenant }, own]
}

function isFullUnique({ postgres }: PostgresEntity, fields: readonly string[]): boolean {
  const wanted = new Set(fields)
  return [...postgres.uniques.filter(({ full }) => full).map((unique) => unique.fields), postgres.primaryKey].some(
    (unique) => unique.length === fields.length && unique.every((field) => wanted.has(field)),
  )
}
