import { linksOf } from '../../../figures/relations.ts'
import type { Model } from '../../../model/model.ts'

/** How many references lead from one domain to another, and how many come back. */
export interface DomainLink {
  readonly other: string
  readonly out: number
  readonly back: number
}

/** The other domains that each domain has references to or from, in the order of the domains. */
export function domainLinks(model: Model): ReadonlyMap<string, readonly DomainLink[]> {
  const counts = new Map<string, Map<string, number>>()
  for (const { domain, mongo, postgres } of model.entities) {
    for (const part of [postgres, mongo]) {
      if (part === undefined) continue
      for (const { target } of linksOf(model, part)) {
        if (target.domain === domain) continue
        count(counts, domain, target.domain, 1)
        // The other one has an entry too, also where nothing leads back.
        count(counts, target.domain, domain, 0)
      }
    }
  }
  const place = new Map(model.domains.map(({ name }, at) => [name, at]))
  return new Map(
    [...counts].map(([domain, to]) => [
      domain,
      [...to]
        .map(([other, out]) => ({ other, out, back: counts.get(other)?.get(domain) ?? 0 }))
        .sort((a, b) => (place.get(a.other) ?? 0) - (place.get(b.other) ?? 0)),
    ]),
  )
}

function count(counts: Map<string, Map<string, number>>, from: string, to: string, more: number): void {
  const known = counts.get(from) ?? new Map<string, number>()
  counts.set(from, known)
  known.set(to, (known.get(to) ?? 0) + more)
}
