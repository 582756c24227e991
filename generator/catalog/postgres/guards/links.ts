import type { Field } from '../../../model/field.ts'
import { entityNamed, hasTable, type PostgresEntity, referencesTo } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import type { RefType } from '../../../model/type.ts'

/** A foreign key between two entities of PostgreSQL; what is partitioned has none that point to it. */
export interface Link {
  readonly from: PostgresEntity
  readonly field: Field
  readonly target: PostgresEntity
}

export function linksFrom(from: PostgresEntity, model: Model): readonly Link[] {
  const links: Link[] = []
  for (const field of from.postgres.fields) {
    if (!isForeignKey(field)) continue
    const target = entityNamed(model, field.type.entity)
    if (hasTable(target) && target.postgres.partition === undefined) links.push({ from, field, target })
  }
  return links
}

function isForeignKey(field: Field): field is Field & { readonly type: RefType } {
  return field.type.kind === 'ref' && field.type.mode === 'foreign_key'
}

/** The links by which live rows hang on the live rows of an entity, in the order of the entities. */
export function liveLinksTo(target: PostgresEntity, model: Model): readonly Link[] {
  if (target.softDelete === undefined || target.postgres.partition !== undefined) return []
  return referencesTo(model, target.name).flatMap(({ from, part, field }) => {
    if (part !== 'postgres' || !isForeignKey(field) || !hasTable(from)) return []
    const link = { from, field, target }
    return isLive(link) ? [link] : []
  })
}

/**
 * Whether a live row may never refer to a deleted one by it: where both ends can be deleted and it is not for the books.
 * Rows that cannot be deleted are history, and history names what is gone; and who made a record may leave.
 */
export function isLive({ from, field, target }: Link): boolean {
  return (
    from.softDelete !== undefined &&
    target.softDelete !== undefined &&
    !from.postgres.appendOnly &&
    field.relation?.bookkeeping === false
  )
}
