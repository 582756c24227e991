import type { Field, Relation } from '../../model/field.ts'
import { entityNamed, type PostgresEntity, referencesTo, tenantKeyOf } from '../../model/lookup.ts'
import type { Model, Reference } from '../../model/model.ts'
import type { RefType } from '../../model/type.ts'
import type { DataRecord } from './data.ts'
import { fieldFact, flag, indexFact, sourceOf, uniqueFact } from './field-fact.ts'

/** What the spec demands of the table of an entity. */
export function tableFact(model: Model, entity: PostgresEntity): DataRecord {
  const { postgres } = entity
  return {
    entity: entity.name,
    table: postgres.table.text,
    named: sourceOf(postgres.table),
    tenancy: entity.tenancy.mode,
    root: entity.root === 'postgres',
    mixins: entity.mixins,
    primaryKey: postgres.primaryKey,
    fields: postgres.fields.map((field) => fieldFact(model, field)),
    relations: stated(postgres.fields, (field) => relationFact(model, entity, field)),
    inverses: stated(referencesTo(model, entity.name), inverseFact),
    uniques: postgres.uniques.map((unique) => uniqueFact(unique, entity)),
    indexes: postgres.indexes.map(indexFact),
    foreignKeys: stated(postgres.fields, foreignKeyFact),
    partitioned: flag(postgres.partition !== undefined),
    partitionBy: postgres.partition?.by,
    appendOnly: flag(postgres.appendOnly),
    softDelete: entity.softDelete?.on,
    view: postgres.view?.text,
    primaryKeyName: postgres.primaryKeyName.text,
  }
}

/** The legal moves of the status of an entity, where it has one. */
export function lifecycleFacts({ name, postgres: { lifecycle } }: PostgresEntity): readonly DataRecord[] {
  if (lifecycle === undefined) return []
  const allow = lifecycle.states.map((state) => [state.name, state.to.map((move) => move.state)] as const)
  return [{ entity: name, field: lifecycle.field, start: lifecycle.start, allow: Object.fromEntries(allow) }]
}

function foreignKeyFact({ name, type, relation, origin }: Field): DataRecord | undefined {
  if (type.kind !== 'ref' || type.mode !== 'foreign_key' || relation === undefined) return undefined
  return {
    name: relation.constraint.text,
    field: name,
    entity: type.entity,
    tenant: flag(relation.withTenant),
    onDelete: relation.onDelete,
    onSoftDelete: relation.onSoftDelete,
    bookkeeping: flag(relation.bookkeeping || origin.kind === 'tenant'),
  }
}

/** The facts of those that there is one of: of the many that refer to a user, next to none. */
function stated<T>(items: readonly T[], factOf: (item: T) => DataRecord | undefined): readonly DataRecord[] {
  const facts: DataRecord[] = []
  for (const item of items) {
    const fact = factOf(item)
    if (fact !== undefined) facts.push(fact)
  }
  return facts
}

/** A reference that Prisma's client can follow: both ends are rows, and it is not for the books only. */
function followed(field: Field): { readonly type: RefType; readonly relation: Relation } | undefined {
  const { relation } = field
  // Most of what refers to a user has none: it is for the books.
  if (relation?.inverse === undefined || relation.bookkeeping) return undefined
  const { type, origin } = field
  if (type.kind !== 'ref' || type.mode !== 'foreign_key' || origin.kind === 'tenant') return undefined
  return { type, relation }
}

function relationFact(model: Model, entity: PostgresEntity, field: Field): DataRecord | undefined {
  const reference = followed(field)
  if (reference === undefined) return undefined
  const { type, relation } = reference
  const target = entityNamed(model, type.entity)
  const tenant = relation.withTenant ? model.project.tenancy?.field : undefined
  return {
    member: relation.member,
    entity: type.entity,
    fields: [...(tenant === undefined ? [] : [tenantKeyOf(entity)?.name ?? tenant]), field.name],
    references: [...(tenant === undefined ? [] : [tenant]), ...(target.postgres?.primaryKey.slice(0, 1) ?? [])],
    onDelete: relation.onDelete,
  }
}

function inverseFact({ from, part, field }: Reference): DataRecord | undefined {
  const inverse = part === 'postgres' ? followed(field)?.relation.inverse : undefined
  if (inverse === undefined) return undefined
  return {
    member: inverse.member,
    entity: from.name,
    of: field.relation?.member,
    single: flag(inverse.single),
  }
}
