import type { ForeignKeyFact } from '../../../expected/facts.ts'
import type { Spec, Table } from '../facts.ts'
import { someValue } from './value.ts'

/** Whose a row is to be: a tenant's, or one that all tenants share. */
export type Realm = 'tenant' | 'shared'

/** In which order entities can be made, and which cannot be made at all. */
export interface Order {
  /** The place of each entity: what it needs comes before it. Entities of a cycle have none. */
  readonly ranks: ReadonlyMap<string, number>
  /** Why no row can be made, by entity. */
  readonly obstacles: Readonly<Record<Realm, ReadonlyMap<string, string>>>
}

/** The references without which there is no row. */
export function requiredKeys(table: Table): readonly ForeignKeyFact[] {
  return table.foreignKeys.filter(({ field }) => table.byField.get(field)?.optional !== true)
}

/** What a row needs: what it refers to, and the tenant that it belongs to. */
function needs(spec: Spec, table: Table): readonly string[] {
  const { entity: tenant } = spec.facts.tenancy
  const own = table.tenant === undefined || tenant === undefined ? [] : [tenant]
  const all = [...requiredKeys(table).map(({ entity }) => entity), ...own]
  // A tenant that is no row is only an id.
  return [...new Set(all)].filter((entity) => spec.has(entity))
}

export function orderOf(spec: Spec): Order {
  const ranks = ranksOf(spec)
  const placed = spec.tables
    .filter(({ entity }) => ranks.has(entity))
    .toSorted((a, b) => (ranks.get(a.entity) ?? 0) - (ranks.get(b.entity) ?? 0))
  const tenant = new Map<string, string>()
  const shared = new Map<string, string>()
  for (const table of spec.tables) {
    if (ranks.has(table.entity)) continue
    const reason = `it needs itself: ${cycleText(spec, table, ranks)}`
    tenant.set(table.entity, reason)
    shared.set(table.entity, reason)
  }
  for (const table of placed) {
    const own = withoutValue(spec, table)
    const reason = own ?? inherited(needs(spec, table), tenant)
    if (reason !== undefined) tenant.set(table.entity, reason)
    const apart =
      table.tenancy === 'required' || table.tenancy === 'self'
        ? 'it belongs to one tenant'
        : inherited(
            requiredKeys(table).map(({ entity }) => entity),
            shared,
          )
    const sharedReason = own ?? apart
    if (sharedReason !== undefined) shared.set(table.entity, sharedReason)
  }
  return { ranks, obstacles: { tenant, shared } }
}

/** Takes out what needs nothing that is left, again and again. */
function ranksOf(spec: Spec): ReadonlyMap<string, number> {
  const waitingFor = new Map(spec.tables.map((table) => [table.entity, needs(spec, table).length]))
  const neededBy = new Map<string, string[]>(spec.tables.map(({ entity }) => [entity, []]))
  for (const table of spec.tables) for (const need of needs(spec, table)) neededBy.get(need)?.push(table.entity)
  const ready = spec.tables.map(({ entity }) => entity).filter((entity) => waitingFor.get(entity) === 0)
  const ranks = new Map<string, number>()
  for (const entity of ready) {
    ranks.set(entity, ranks.size)
    for (const other of neededBy.get(entity) ?? []) {
      const left = (waitingFor.get(other) ?? 0) - 1
      waitingFor.set(other, left)
      if (left === 0) ready.push(other)
    }
  }
  return ranks
}

/** The way from an entity round to where it has been before: `House -> Person -> House`. */
function cycleText(spec: Spec, table: Table, ranks: ReadonlyMap<string, number>): string {
  const path = [table.entity]
  for (let current = table; ; ) {
    const next = needs(spec, current).find((entity) => !ranks.has(entity))
    if (next === undefined) return path.join(' -> ')
    path.push(next)
    if (path.indexOf(next) < path.length - 1) return path.join(' -> ')
    current = spec.table(next)
  }
}

function inherited(needed: readonly string[], obstacles: ReadonlyMap<string, string>): string | undefined {
  const blocked = needed.find((entity) => obstacles.has(entity))
  return blocked === undefined ? undefined : `it needs ${blocked}, and ${obstacles.get(blocked)}`
}

/** A required field for which nothing is found that its pattern lets pass. */
function withoutValue(spec: Spec, table: Table): string | undefined {
  const field = table.fields.find(
    (fact) => fact.optional !== true && fact.pattern !== undefined && someValue(spec, fact, 1) === undefined,
  )
  return field && `no text is found that the pattern of ${field.name} lets pass`
}
