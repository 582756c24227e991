import type { Field, Relation } from '../../model/field.ts'
import { entityNamed, inPostgres, type PostgresEntity, tenantKeyOf } from '../../model/lookup.ts'
import { recalling } from '../../model/memory/recalling.ts'
import type { Model, Reference } from '../../model/model.ts'
import type { RefType } from '../../model/type.ts'
import type { DataRecord } from './data.ts'
import { fieldFact, flag, indexFact, sourceOf, uniqueFact } from './field-fact.ts'

const recalled = recalling<DataRecord>()

/** What the spec demands of every table, by entity. */
export function tableFacts(model: Model): readonly DataRecord[] {
  return inPostgres(model).map((entity) => recalled(model, entity.name, [entity], () => tableFact(model, entity)))
}

function tableFact(model: Model, entity: PostgresEntity): DataRecord {
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
    relations: postgres.fields.map((field) => relationFact(model, entity, field)).filter(isStated),
    inverses: (model.references.get(entity.name) ?? []).map(inverseFact).filter(isStated),
    uniques: postgres.uniques.map((unique) => uniqueFact(unique, entity)),
    indexes: postgres.indexes.map(indexFact),
    foreignKeys: postgres.fields.map(foreignKeyFact).filter(isStated),
    partitioned: flag(postgres.partition !== undefined),
    partitionBy: postgres.partition?.by,
    appendOnly: flag(postgres.appendOnly),
    softDelete: entity.softDelete?.on,
    view: postgres.view?.text,
    primaryKeyName: postgres.primaryKeyName.text,
  }
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

function isStated(fact: DataRecord | undefined): fact is DataRecord {
  return fact !== undefined
}

/** A reference that Prisma's client can follow: both ends are rows, and it is not for the books only. */
function followed(field: Field): { readonly type: RefType; readonly relation: Relation } | undefined {
  const { type, relation, origin } = field
  if (type.kind !== 'ref' || type.mode !== 'foreign_key' || relation === undefined) return undefined
  if (relation.inverse === undefined || relation.bookkeeping || origin.kind === 'tenant') return undefined
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
