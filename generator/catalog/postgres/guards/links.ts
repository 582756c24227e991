import type { Field } from '../../../model/field.ts'
import { entityNamed, inPostgres, type PostgresEntity } from '../../../model/lookup.ts'
import { indexing } from '../../../model/memory/traced-maps.ts'
import type { Model } from '../../../model/model.ts'

/** A foreign key between two entities of PostgreSQL; what is partitioned has none that point to it. */
export interface Link {
  readonly from: PostgresEntity
  readonly field: Field
  readonly target: PostgresEntity
}

export function linksFrom(from: PostgresEntity, model: Model): readonly Link[] {
  return from.postgres.fields.flatMap((field) => {
    if (field.type.kind !== 'ref' || field.type.mode !== 'foreign_key') return []
    const { postgres, ...target } = entityNamed(model, field.type.entity)
    return postgres === undefined || postgres.partition !== undefined
      ? []
      : [{ from, field, target: { ...target, postgres } }]
  })
}

const liveLinks = indexing<readonly Link[]>((model) =>
  Map.groupBy(
    inPostgres(model).flatMap((entity) => linksFrom(entity, model).filter(isLive)),
    (link) => link.target.name,
  ),
)

/** The links by which live rows hang on the live rows of an entity, in the order of the entities. */
export function liveLinksTo(target: PostgresEntity, model: Model): readonly Link[] {
  return liveLinks(model).get(target.name) ?? []
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
