import type { StoreName } from '../../../model/entity.ts'
import { type Inline, joined } from '../../../print/markdown/inline.ts'
import { collectionLink, entityLink, linkTo, objectLink, type Site, tableLink } from '../site.ts'
import { sentence, storeNamesInWords } from '../words.ts'

export interface PlacementView {
  readonly domain: Inline
  readonly data: Inline
  /** The store, and what it is there. */
  readonly store: Inline
  readonly why: Inline
}

/** One line for each part of each entity, by domain. */
export function placementViews(site: Site): readonly PlacementView[] {
  const { model } = site
  const byDomain = new Map<string, PlacementView[]>(model.domains.map(({ name }) => [name, []]))
  for (const entity of model.entities) {
    const { domain, mongo, name, postgres, s3 } = entity
    const add = (store: StoreName, as: Inline, why: string | undefined): void => {
      byDomain.get(domain)?.push({
        domain: linkTo('overview', domain, site.domainPage(domain)),
        data: entityLink(site, 'overview', name),
        store: [storeNamesInWords[store], ': ', as],
        why: sentence(why),
      })
    }
    if (postgres !== undefined) add('postgres', tableLink(site, 'overview', entity), postgres.why)
    if (mongo !== undefined) add('mongo', collectionLink(site, 'overview', entity), mongo.why)
    if (s3 !== undefined) {
      add('s3', joined(s3.objects.map((object) => objectLink(site, 'overview', name, object.name))), s3.why)
    }
  }
  return [...byDomain.values()].flat()
}
