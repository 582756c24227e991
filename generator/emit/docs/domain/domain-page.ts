import { append } from '../../../figures/append.ts'
import { type Entity, storeNames } from '../../../model/entity.ts'
import { entityNamed } from '../../../model/lookup.ts'
import { indexing } from '../../../model/memory/traced-maps.ts'
import type { Domain, Enum, ValueType } from '../../../model/model.ts'
import { type Inline, joined } from '../../../print/markdown/inline.ts'
import type { PrintedList } from '../../../print/markdown/list.ts'
import type { Template } from '../../../print/template/render.ts'
import { partsCell } from '../parts-cell.ts'
import { type DomainPicture, domainPictures } from '../picture-index.ts'
import { type PictureView, pictureView } from '../pictures.ts'
import { entityLink, linkTo, type Site } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { templates } from '../templates.ts'
import { trail } from '../trail.ts'
import { treeList, treesOf } from '../tree-view.ts'
import { sentence, storesOf } from '../words.ts'
import { domainLinks } from './domain-links.ts'

/** A domain: what is in it, in pictures and by name, and what it has to do with the others. */
interface DomainView {
  readonly title: string
  readonly trail: Inline
  readonly about: Inline
  readonly entities: Table | undefined
  /** Where each part is, of a picture in several. */
  readonly parts: Inline
  readonly pictures: readonly DomainPictureView[]
  readonly tree: PrintedList | undefined
  readonly links: Table | undefined
  readonly types: Table | undefined
}

interface DomainPictureView {
  /** Empty where it is the only one. */
  readonly id: string
  readonly heading: Inline
  readonly picture: PictureView
  /** What is drawn in part only, since it is at home elsewhere. */
  readonly elsewhere: Inline
}

const template: Template<DomainView> = templates.named<DomainView>('domain')

interface Type {
  readonly kind: 'shape' | 'enum'
  readonly type: ValueType | Enum
}

/** What is declared in each domain besides its entities: shapes first. */
const typesByDomain = indexing((model) => {
  const types = new Map<string, Type[]>()
  for (const type of model.valueTypes) {
    if (type.domain !== undefined) append(types, type.domain, { kind: 'shape', type })
  }
  for (const type of model.enums) if (type.domain !== undefined) append(types, type.domain, { kind: 'enum', type })
  return types
})

export function domainPage(site: Site, { about, name }: Domain, entities: readonly Entity[]): string {
  const { model } = site
  const { page } = site.domainPage(name)
  const pictures = domainPictures(site, name)
  const tree = treesOf(model).get(name) ?? []
  const used = new Set(entities.flatMap(storesOf))
  const stores = storeNames.filter((store) => used.has(store))
  return template.render({
    title: name,
    trail: trail(site, page, undefined, stores),
    about: sentence(about),
    entities: tableOf(entities, [
      ['Entity', (entity) => entityLink(site, page, entity.name)],
      ['What it is', (entity) => sentence(entity.about)],
      ['Where it lives', (entity) => partsCell(site, page, entity)],
    ]),
    parts: pictures.length === 1 ? '' : joined(pictures.map((picture) => linkTo(page, picture.figure.title, picture))),
    pictures: pictures.map((picture) => pictureOf(site, picture, pictures.length > 1)),
    // A tree of tables that stand alone tells nothing that the table of entities does not.
    tree: tree.some(({ level }) => level > 0) ? treeList(site, page, tree) : undefined,
    links: tableOf(domainLinks(model).get(name) ?? [], [
      ['Domain', ({ other }) => linkTo(page, other, site.domainPage(other))],
      ['References to it', ({ out }) => (out === 0 ? '' : String(out))],
      ['References from it', ({ back }) => (back === 0 ? '' : String(back))],
    ]),
    types: tableOf(typesByDomain(model).get(name) ?? [], [
      [
        'Name',
        ({ kind, type }) => linkTo(page, type.name, kind === 'enum' ? site.enum(type.name) : site.valueType(type.name)),
      ],
      ['Kind', ({ kind }) => kind],
      ['What it is', ({ type }) => sentence(type.about)],
    ]),
  })
}

/** Entities of other diagrams that are named below a picture before the others are left out. */
const mostElsewhere = 20

function pictureOf(site: Site, { anchor, figure, page }: DomainPicture, several: boolean): DomainPictureView {
  const named = figure.touches.slice(0, mostElsewhere)
  const links = named.map((name): Inline => {
    const { domain } = entityNamed(site.model, name)
    return [entityLink(site, page, name), ' (', linkTo(page, domain, site.domainPage(domain)), ')']
  })
  return {
    id: several ? (anchor ?? '') : '',
    heading: several ? figure.title : '',
    picture: pictureView(site, page, figure),
    elsewhere: links.length === 0 ? '' : ['At home elsewhere: ', joined(links), '.'],
  }
}
