import type { Entity } from '../model/entity.ts'
import type { Field, Relation } from '../model/field.ts'
import type { Unique } from '../model/keys.ts'
import { entityNamed, type MongoEntity, type PostgresEntity } from '../model/lookup.ts'
import type { Model } from '../model/model.ts'
import type { RefType } from '../model/type.ts'

/** A field of an entity that refers to another one, of interest to a reader of the domain. */
export interface Link {
  readonly field: Field
  readonly relation: Relation
  readonly type: RefType
  readonly target: Entity
}

/**
 * The references of a part. Those to the tenant and those kept for the books (`created_by` and the like) are in nearly
 * every record: a line for each would hide all others.
 */
export function linksOf(model: Model, part: { readonly fields: readonly Field[] } | undefined): readonly Link[] {
  const links: Link[] = []
  for (const field of part?.fields ?? []) {
    const { type, relation } = field
    if (type.kind !== 'ref' || relation === undefined || relation.bookkeeping || isTenant(model, field)) continue
    links.push({ field, relation, type, target: entityNamed(model, type.entity) })
  }
  return links
}

/** Whether a field is the one by which a record belongs to its tenant. */
export function isTenant(model: Model, field: Field): boolean {
  return field.origin.kind === 'tenant' || (field.type.kind === 'ref' && field.name === model.project.tenancy?.field)
}

export function hasPostgres(entity: Entity): entity is PostgresEntity {
  return entity.postgres !== undefined
}

export function hasMongo(entity: Entity): entity is MongoEntity {
  return entity.mongo !== undefined
}

/** Whether a field is one that every record carries, so that its name says enough in a picture. */
export function speaksForItself({ origin }: Field): boolean {
  return origin.kind === 'tenant' || (origin.kind === 'mixin' && origin.role !== 'plain')
}

/** What a field means; what mixins give is known. */
export function meaning(field: Field): string | undefined {
  return speaksForItself(field) ? undefined : field.about
}

/** The names of the fields that are unique by themselves, or within their tenant. */
export function uniqueAlone(model: Model, uniques: readonly Unique[]): ReadonlySet<string> {
  const tenant = model.project.tenancy?.field
  const alone = new Set<string>()
  for (const { fields } of uniques) {
    const [field, ...more] = fields.filter((name) => name !== tenant)
    if (field !== undefined && more.length === 0) alone.add(field)
  }
  return alone
}
