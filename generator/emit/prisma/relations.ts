import type { Field } from '../../model/field.ts'
import { inPostgres, type PostgresEntity, tenantKeyOf } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'

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

/** Every relation of the schema. Bookkeeping, the tenant's own field and pointers into other stores are plain columns. */
export function relationsOf(model: Model): readonly PrismaRelation[] {
  const tables = new Map(inPostgres(model).map((entity) => [entity.name, entity]))
  const found: PrismaRelation[] = []
  const between = new Map<string, number>()
  for (const from of tables.values()) {
    for (const field of from.postgres.fields) {
      const to = targetOf(field, tables)
      const pairs = to === undefined ? undefined : pairsOf(from, field, to)
      if (to === undefined || pairs === undefined) continue
      const single =
        field.relation?.inverse?.single === true &&
        isFullUnique(
          from,
          pairs.map((pair) => pair.from.name),
        )
      found.push({ from, field, to, pairs, single, ambiguous: from.name === to.name })
      const pair = pairKey(from, to)
      between.set(pair, (between.get(pair) ?? 0) + 1)
    }
  }
  return found.map((relation) =>
    (between.get(pairKey(relation.from, relation.to)) ?? 0) > 1 ? { ...relation, ambiguous: true } : relation,
  )
}

function pairKey(a: PostgresEntity, b: PostgresEntity): string {
  return a.name < b.name ? `${a.name} ${b.name}` : `${b.name} ${a.name}`
}

/** The entity a field's relation leads to. A partitioned table has no key of its id alone that could be referred to. */
function targetOf(field: Field, tables: ReadonlyMap<string, PostgresEntity>): PostgresEntity | undefined {
  const { type, relation, origin } = field
  if (type.kind !== 'ref' || type.mode !== 'foreign_key' || field.list || origin.kind === 'tenant') return undefined
  if (relation?.inverse === undefined || relation.bookkeeping) return undefined
  const target = tables.get(type.entity)
  return target?.postgres.primaryKey.length === 1 ? target : undefined
}

function pairsOf(from: PostgresEntity, field: Field, to: PostgresEntity): PrismaRelation['pairs'] | undefined {
  const id = to.postgres.fields.find((candidate) => candidate.primary)
  if (id === undefined) return undefined
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
