import { linksOf } from '../../../figures/relations.ts'
import type { Entity } from '../../../model/entity.ts'
import { recallingDomains } from '../../../model/groups.ts'
import { indexing } from '../../../model/memory/traced-maps.ts'
import type { Model } from '../../../model/model.ts'

/** How many references lead from one domain to another, and how many come back. */
export interface DomainLink {
  readonly other: string
  readonly out: number
  readonly back: number
}

const recalled = recallingDomains<readonly [domain: string, to: ReadonlyMap<string, number>]>()

/** The other domains that each domain has references to or from, in the order of the domains. */
export const domainLinks: (model: Model) => ReadonlyMap<string, readonly DomainLink[]> = indexing((model) => {
  const out = new Map(recalled(model, [], (entities, { name }) => [name, linksFrom(model, name, entities)]))
  const others = new Map<string, Set<string>>()
  const connect = (one: string, other: string): void => {
    const known = others.get(one) ?? new Set<string>()
    others.set(one, known.add(other))
  }
  for (const [domain, to] of out) {
    for (const other of to.keys()) {
      connect(domain, other)
      connect(other, domain)
    }
  }
  const place = new Map(model.domains.map(({ name }, at) => [name, at]))
  const count = (from: string, to: string): number => out.get(from)?.get(to) ?? 0
  const links = new Map<string, readonly DomainLink[]>()
  for (const [domain, connected] of others) {
    const sorted = [...connected].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
    links.set(
      domain,
      sorted.map((other) => ({ other, out: count(domain, other), back: count(other, domain) })),
    )
  }
  return links
})

/** How many references lead from the entities of a domain to each other one. */
function linksFrom(model: Model, domain: string, entities: readonly Entity[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { mongo, postgres } of entities) {
    for (const part of [postgres, mongo]) {
      for (const { target } of linksOf(model, part)) {
        if (target.domain !== domain) counts.set(target.domain, (counts.get(target.domain) ?? 0) + 1)
      }
    }
  }
  return counts
}
