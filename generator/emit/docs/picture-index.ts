import { append } from '../../figures/append.ts'
import type { Figure } from '../../figures/figure.ts'
import { figuresOf } from '../../figures/figures.ts'
import type { Entity } from '../../model/entity.ts'
import { tracedMaps } from '../../model/memory/traced-maps.ts'
import type { Model } from '../../model/model.ts'
import type { Place, Site } from './site.ts'

/** A picture of many entities, and where it is shown. */
export interface ShownPicture extends Place {
  readonly title: string
}

const traced = tracedMaps<readonly Figure[]>()

/** The pictures of collections that each entity is in. */
function ofCollections(model: Model): ReadonlyMap<string, readonly Figure[]> {
  const found = new Map<string, Figure[]>()
  for (const figure of figuresOf(model).nosql) for (const name of figure.sources) append(found, name, figure)
  return traced(model, found)
}

/** Finds the pictures of many entities that an entity is in. */
export function pictureIndex(site: Site): (entity: Entity) => readonly ShownPicture[] {
  const { model } = site
  const collections = ofCollections(model)
  return ({ domain, name }) => {
    const shown: ShownPicture[] = []
    for (const { figure, ...place } of domainPictures(site, domain)) {
      if (figure.sources.includes(name)) shown.push({ ...place, title: figure.title })
    }
    for (const { title } of collections.get(name) ?? []) {
      shown.push({ page: 'entity-relations-nosql', anchor: 'collections', title })
    }
    const { crossStore, wholeStoreMap: whole } = figuresOf(model)
    if (whole !== undefined && crossStore.has(name)) {
      shown.push({ page: 'overview', anchor: 'stores', title: whole.title })
    }
    return shown
  }
}

/** A picture on the page of its domain. */
export interface DomainPicture extends Place {
  readonly domain: string
  readonly figure: Figure
}

/** The pictures that the page of a domain shows: its tables, and the maps of the stores where these are by domain. */
export function domainPictures(site: Site, domain: string): readonly DomainPicture[] {
  const { sqlByDomain, storeMapByDomain } = figuresOf(site.model)
  const figures = [...(sqlByDomain.get(domain) ?? []), ...(storeMapByDomain.get(domain) ?? [])]
  return figures.map((figure, at) => ({
    domain,
    figure,
    ...site.domainPage(domain),
    anchor: figures.length === 1 ? 'pictures' : `pictures-${at + 1}`,
  }))
}

/** The maps of the stores on the pages of the domains; first of those with tables. */
export function storeMapPictures(site: Site): readonly DomainPicture[] {
  const { sqlByDomain, storeMapByDomain } = figuresOf(site.model)
  const domains = [...storeMapByDomain.keys()]
  const ordered = [
    ...domains.filter((name) => sqlByDomain.has(name)),
    ...domains.filter((name) => !sqlByDomain.has(name)),
  ]
  return ordered.flatMap((name) => {
    const maps = storeMapByDomain.get(name) ?? []
    return domainPictures(site, name).filter(({ figure }) => maps.includes(figure))
  })
}
