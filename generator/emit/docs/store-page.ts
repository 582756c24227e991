import { counted } from '../../base/plural.ts'
import { append } from '../../figures/append.ts'
import { figuresOf } from '../../figures/figures.ts'
import { inMongo, inPostgres } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import { type Inline, joined } from '../../print/markdown/inline.ts'
import type { Template } from '../../print/template/render.ts'
import { pageLink, pictureLink } from './facts.ts'
import { collectionView, type PartView, tableView } from './part-view.ts'
import { collectionLink, linkTo, type PageName, type Site, tableLink } from './site.ts'
import { templates } from './templates.ts'
import { type EnumView, enumView, type ShapeView, shapeView } from './types-view.ts'
import { sentence } from './words.ts'

/** A page that tells of all tables, or of all collections. */
interface StoreView {
  readonly title: string
  readonly lead: Inline
  readonly chapters: readonly Chapter[]
}

/** A domain; the last one, without a name of its own, has what is declared in none. */
interface Chapter {
  readonly id: string
  readonly name: string
  readonly entry: Inline
  readonly items: readonly Inline[]
  readonly about: Inline
  readonly pictures: Inline
  readonly parts: readonly PartView[]
  readonly shapes: readonly ShapeView[]
  readonly enums: readonly EnumView[]
}

const page: Template<StoreView> = templates.named<StoreView>('store')

export function postgresPage(site: Site): string {
  const { model } = site
  const version = model.project.stores.postgres?.version
  const tables = inPostgres(model)
  const parts = grouped(tables.map((entity) => ({ domain: entity.domain, item: entity })))
  const figures = figuresOf(model).sqlByDomain
  return page.render({
    title: 'PostgreSQL',
    lead: [
      `${counted(tables.length, 'table')} in PostgreSQL${version === undefined ? '' : ` ${version}`}, by domain. `,
      ...see(site, 'postgres', 'entity-relations-sql', 'their relations in pictures'),
    ],
    chapters: chapters(site, 'postgres', (domain) => ({
      items: (parts.get(domain) ?? []).map((entity) => tableLink(site, 'postgres', entity)),
      parts: (parts.get(domain) ?? []).map((entity) => tableView(site, entity)),
      pictures: (figures.get(domain) ?? []).map(({ path, title }) => pictureLink(title, path)),
    })),
  })
}

export function mongoPage(site: Site): string {
  const { model } = site
  const version = model.project.stores.mongo?.version
  const collections = inMongo(model)
  const parts = grouped(collections.map((entity) => ({ domain: entity.domain, item: entity })))
  return page.render({
    title: 'MongoDB',
    lead: [
      `${counted(collections.length, 'collection')} in MongoDB${version === undefined ? '' : ` ${version}`}, by domain. `,
      ...see(site, 'mongo', 'entity-relations-nosql', 'their cross-references in pictures'),
    ],
    chapters: chapters(site, 'mongo', (domain) => ({
      items: (parts.get(domain) ?? []).map((entity) => collectionLink(site, 'mongo', entity)),
      parts: (parts.get(domain) ?? []).map((entity) => collectionView(site, entity)),
      pictures: [],
    })),
  })
}

function see(site: Site, from: PageName, to: PageName, what: string): readonly Inline[] {
  return [
    'See also the ',
    pageLink(from, 'overview', 'overview'),
    ...(site.pages.has(to) ? [' and ', pageLink(from, what, to)] : []),
    '.',
  ]
}

interface Content {
  readonly items: readonly Inline[]
  readonly parts: readonly PartView[]
  readonly pictures: readonly Inline[]
}

/** The key of what is declared in no domain: no domain has an empty name. */
const nowhere = ''

function chapters(site: Site, store: 'postgres' | 'mongo', contentOf: (domain: string) => Content): readonly Chapter[] {
  const { model } = site
  const enums = grouped(
    model.enums.filter(({ name }) => site.enum(name).page === store).map((item) => ({ domain: item.domain, item })),
  )
  const shapes = grouped(
    model.valueTypes
      .filter(({ name }) => site.valueType(name).page === store)
      .map((item) => ({ domain: item.domain, item })),
  )
  return [...chapterHeads(model), { name: nowhere, about: undefined }].flatMap(({ about, name }) => {
    const content = contentOf(name)
    const types = { enums: enums.get(name) ?? [], shapes: shapes.get(name) ?? [] }
    if (content.parts.length + types.enums.length + types.shapes.length === 0) return []
    const title = name === nowhere ? 'Types of all domains' : name
    const place = name === nowhere ? { page: store, anchor: 'types' } : site.domain(store, name)
    return [
      {
        id: place.anchor ?? '',
        name: title,
        entry: linkTo(store, title, place),
        items: [
          ...content.items,
          ...types.shapes.map((shape) => linkTo(store, shape.name, site.valueType(shape.name))),
          ...types.enums.map((declared) => linkTo(store, declared.name, site.enum(declared.name))),
        ],
        about: sentence(about),
        pictures: content.pictures.length === 0 ? '' : ['Picture: ', joined(content.pictures), '.'],
        parts: content.parts,
        shapes: types.shapes.map((shape) => shapeView(site, shape, store)),
        enums: types.enums.map((declared) => enumView(site, declared)),
      },
    ]
  })
}

function chapterHeads(model: Model): readonly { readonly name: string; readonly about: string | undefined }[] {
  return model.domains.map(({ about, name }) => ({ name, about }))
}

function grouped<T>(
  items: readonly { readonly domain: string | undefined; readonly item: T }[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const { domain = nowhere, item } of items) {
    append(groups, domain, item)
  }
  return groups
}
