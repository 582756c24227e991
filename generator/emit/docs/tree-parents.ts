import { append } from '../../figures/append.ts'
import { hasPostgres, linksOf } from '../../figures/relations.ts'
import { recallingRuns } from '../../model/groups.ts'
import type { PostgresEntity } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'

/** The names of the other tables that a table refers to, each once. */
interface Targets {
  readonly name: string
  /** Those that it cannot be without. */
  readonly needed: readonly string[]
  /** Those of its own domain. */
  readonly near: readonly string[]
}

const recalled = recallingRuns<readonly Targets[]>()

/**
 * The table that each table belongs to before all others: of those that it cannot be without, the one furthest from
 * the roots, since the others can be reached by way of it. Where it can be without each, one of its own domain. A table
 * without an entry stands for itself. All by the names of their entities.
 */
export function treeParents(model: Model): ReadonlyMap<string, string> {
  const tables = recalled(model, [], (entities) =>
    entities.filter(hasPostgres).map((one) => targetsOf(model, one)),
  ).flat()
  const depth = depths(tables)
  const deepest = (candidates: readonly string[]): string | undefined => {
    let best: string | undefined
    for (const one of candidates) {
      if (best === undefined || (depth.get(one) ?? 0) > (depth.get(best) ?? 0)) best = one
    }
    return best
  }
  const parents = new Map<string, string>()
  for (const { name, near, needed } of tables) {
    const parent = deepest(needed) ?? deepest(near)
    if (parent !== undefined) parents.set(name, parent)
  }
  return parents
}

function targetsOf(model: Model, entity: PostgresEntity): Targets {
  const needed = new Set<string>()
  const near = new Set<string>()
  for (const { field, target, type } of linksOf(model, entity.postgres)) {
    if (type.mode !== 'foreign_key' || !hasPostgres(target) || target.name === entity.name) continue
    if (!field.optional) needed.add(target.name)
    if (target.domain === entity.domain) near.add(target.name)
  }
  return { name: entity.name, needed: [...needed], near: [...near] }
}

/** How many steps of need lead from a table to a root, at most. Tables in a ring, and those below one, are left out. */
function depths(tables: readonly Targets[]): ReadonlyMap<string, number> {
  const below = new Map<string, Targets[]>()
  const open = new Map<string, number>()
  for (const table of tables) {
    open.set(table.name, table.needed.length)
    for (const name of table.needed) append(below, name, table)
  }
  const found = new Map<string, number>()
  const ready = tables.filter(({ needed }) => needed.length === 0)
  // Grows while it is walked: a table is ready when all that it needs are told.
  for (const { name, needed } of ready) {
    let depth = 0
    for (const one of needed) depth = Math.max(depth, (found.get(one) ?? 0) + 1)
    found.set(name, depth)
    for (const table of below.get(name) ?? []) {
      const left = (open.get(table.name) ?? 0) - 1
      open.set(table.name, left)
      if (left === 0) ready.push(table)
    }
  }
  return found
}
