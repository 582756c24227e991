import { append } from '../../figures/append.ts'
import type { Figure } from '../../figures/figure.ts'
import { figuresOf } from '../../figures/figures.ts'
import { entityNamed } from '../../model/lookup.ts'
import { tracedMaps } from '../../model/memory/traced-maps.ts'
import type { Model } from '../../model/model.ts'
import type { Place, Site } from './site.ts'

/** A picture of many entities, and where it is shown. */
export interface ShownPicture extends Place {
  readonly title: string
}

/** The pictures of many entities that an entity is in. */
export interface PictureIndex {
  readonly of: (entity: string) => readonly ShownPicture[]
}

const traced = tracedMaps<readonly ShownPicture[]>()

export function pictureIndex(site: Site): PictureIndex {
  const { crossStore, nosql } = figuresOf(site.model)
  const found = new Map<string, ShownPicture[]>()
  const add = ({ title }: Figure, place: Place, names: Iterable<string>): void => {
    for (const name of names) append(found, name, { ...place, title })
  }
  for (const { figure, ...place } of domainPictures(site)) add(figure, place, figure.sources)
  for (const figure of nosql) add(figure, { page: 'entity-relations-nosql', anchor: 'collections' }, figure.sources)
  const whole = wholeStoreMap(site.model)
  if (whole !== undefined) add(whole, { page: 'overview', anchor: 'stores' }, crossStore.keys())
  const pictures = traced(site.model, found)
  return { of: (entity) => pictures.get(entity) ?? [] }
}

/** The one map of what leads from store to store; absent where there is none, or one for each domain. */
export function wholeStoreMap(model: Model): Figure | undefined {
  const [first, ...more] = figuresOf(model).storeMap
  return more.length === 0 && first?.sources.length === 0 ? first : undefined
}

/** A picture on the page of its domain. */
export interface DomainPicture extends Place {
  readonly domain: string
  readonly figure: Figure
}

/** The pictures that the pages of the domains show: their tables, and the maps of the stores where these are by domain. */
export function domainPictures(site: Site): readonly DomainPicture[] {
  const { model } = site
  const { sqlByDomain, storeMap } = figuresOf(model)
  const byDomain = new Map<string, Figure[]>([...sqlByDomain].map(([domain, figures]) => [domain, [...figures]]))
  for (const figure of storeMap) {
    const [home] = figure.sources
    if (home !== undefined) append(byDomain, entityNamed(model, home).domain, figure)
  }
  return [...byDomain].flatMap(([domain, figures]) =>
    figures.map((figure, at) => ({
      domain,
      figure,
      ...site.domainPage(domain),
      anchor: figures.length === 1 ? 'pictures' : `pictures-${at + 1}`,
    })),
  )
}
