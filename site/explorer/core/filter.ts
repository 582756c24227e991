import type { StoreName } from '../../../generator/model/entity.ts'
import type { ExplorerEntity, ExplorerGraph } from '../../../generator/site/explorer-graph.ts'
import type { Filter, Only } from './view.ts'

/** Whether an entity has what the filter asks for: any of the stores, any of the domains, all of the rest. */
export function passes(entity: ExplorerEntity, { domains, only, stores }: Filter): boolean {
  if (domains.size > 0 && !domains.has(entity.domain)) return false
  if (stores.size > 0 && !entity.parts.some(({ store }) => stores.has(store))) return false
  return [...only].every((wanted) => is[wanted](entity))
}

const is: Readonly<Record<Only, (entity: ExplorerEntity) => boolean>> = {
  split: ({ parts }) => new Set(parts.map(({ store }) => store)).size > 1,
  personal: ({ parts }) => parts.some(({ fields }) => fields.some(({ classify }) => classify === 'pii')),
}

/** How many entities of a whole graph each choice of the filter would show by itself. */
export interface Counts {
  readonly stores: ReadonlyMap<StoreName, number>
  readonly domains: ReadonlyMap<string, number>
  readonly only: ReadonlyMap<Only, number>
}

export function countsOf({ entities }: ExplorerGraph): Counts {
  const stores = new Map<StoreName, number>()
  const domains = new Map<string, number>()
  const only = new Map<Only, number>()
  for (const entity of entities) {
    for (const store of new Set(entity.parts.map((part) => part.store))) count(stores, store)
    count(domains, entity.domain)
    for (const wanted of ['split', 'personal'] as const) if (is[wanted](entity)) count(only, wanted)
  }
  return { stores, domains, only }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
