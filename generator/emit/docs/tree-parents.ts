import { append } from '../../figures/append.ts'
import { hasPostgres, type Link, linksOf } from '../../figures/relations.ts'
import { inPostgres, type PostgresEntity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'

/**
 * The table that each table belongs to before all others: of those that it cannot be without, the one furthest from
 * the roots, since the others can be reached by way of it. Where it can be without each, one of its own domain. A table
 * without an entry stands for itself.
 */
export function treeParents(model: Model): ReadonlyMap<string, PostgresEntity> {
  const entities = inPostgres(model)
  const needed = new Map(
    entities.map((entity) => [entity.name, targets(model, entity, ({ field }) => !field.optional)]),
  )
  const depth = depths(entities, needed)
  const deepest = (candidates: readonly PostgresEntity[]): PostgresEntity | undefined =>
    candidates.reduce<PostgresEntity | undefined>(
      (best, one) => (best === undefined || (depth.get(one.name) ?? 0) > (depth.get(best.name) ?? 0) ? one : best),
      undefined,
    )
  return new Map(
    entities.flatMap((entity) => {
      const parent =
        deepest(needed.get(entity.name) ?? []) ??
        deepest(targets(model, entity, ({ target }) => target.domain === entity.domain))
      return parent === undefined ? [] : [[entity.name, parent]]
    }),
  )
}

/** The other tables that a table refers to, each once, by those of its links that are wanted. */
function targets(model: Model, entity: PostgresEntity, isWanted: (link: Link) => boolean): readonly PostgresEntity[] {
  const wanted = linksOf(model, entity.postgres).filter((link) => link.type.mode === 'foreign_key' && isWanted(link))
  const found = new Set(wanted.map(({ target }) => target).filter(hasPostgres))
  found.delete(entity)
  return [...found]
}

/** How many steps of need lead from a table to a root, at most. Tables in a ring, and those below one, are left out. */
function depths(
  entities: readonly PostgresEntity[],
  needed: ReadonlyMap<string, readonly PostgresEntity[]>,
): ReadonlyMap<string, number> {
  const below = new Map<string, PostgresEntity[]>()
  const open = new Map<string, number>()
  for (const entity of entities) {
    const above = needed.get(entity.name) ?? []
    open.set(entity.name, above.length)
    for (const { name } of above) append(below, name, entity)
  }
  const found = new Map<string, number>()
  const ready = entities.filter(({ name }) => open.get(name) === 0)
  // Grows while it is walked: a table is ready when all that it needs are told.
  for (const { name } of ready) {
    const above = (needed.get(name) ?? []).map((one) => found.get(one.name) ?? 0)
    found.set(
      name,
      above.reduce((most, one) => Math.max(most, one + 1), 0),
    )
    for (const entity of below.get(name) ?? []) {
      const left = (open.get(entity.name) ?? 0) - 1
      open.set(entity.name, left)
      if (left === 0) ready.push(entity)
    }
  }
  return found
}
