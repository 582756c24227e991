import { append } from '../../../figures/append.ts'
import { type Entity, storeNames } from '../../../model/entity.ts'
import { entityNamed } from '../../../model/lookup.ts'
import { recalling } from '../../../model/memory/recalling.ts'
import type { Domain, Enum, ValueType } from '../../../model/model.ts'
import { type Inline, joined } from '../../../print/markdown/inline.ts'
import type { Template } from '../../../print/template/render.ts'
import { partsCell } from '../parts-cell.ts'
import { type DomainPicture, domainPictures } from '../picture-index.ts'
import { type PictureView, pictureView } from '../pictures.ts'
import { entityLink, linkTo, type Site } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { templates } from '../templates.ts'
import { trail } from '../trail.ts'
import { type TreeLine, type Trees, treeLines, treesOf } from '../tree-view.ts'
import { sentence, storesOf } from '../words.ts'
import { type DomainLink, domainLinks } from './domain-links.ts'

/** A domain: what is in it, in pictures and by name, and what it has to do with the others. */
interface DomainView {
  readonly title: string
  readonly trail: Inline
  readonly about: Inline
  readonly entities: Table | undefined
  /** Where each part is, of a picture in several. */
  readonly parts: Inline
  readonly pictures: readonly DomainPictureView[]
  readonly tree: readonly TreeLine[]
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

/** What the pages of the domains stand on, gathered once. */
interface Gathered {
  readonly links: ReadonlyMap<string, readonly DomainLink[]>
  readonly trees: Trees
  readonly entities: ReadonlyMap<string, readonly Entity[]>
  readonly types: ReadonlyMap<string, readonly Type[]>
  readonly pictures: ReadonlyMap<string, readonly DomainPicture[]>
}

interface Type {
  readonly kind: 'shape' | 'enum'
  readonly type: ValueType | Enum
}

const recalled = recalling<string>()

/** The pages of all domains, by the domain's name. */
export function domainPages(site: Site): ReadonlyMap<string, string> {
  const { model } = site
  const entities = new Map<string, Entity[]>()
  for (const entity of model.entities) append(entities, entity.domain, entity)
  const types = new Map<string, Type[]>()
  for (const type of model.valueTypes)
    if (type.domain !== undefined) append(types, type.domain, { kind: 'shape', type })
  for (const type of model.enums) if (type.domain !== undefined) append(types, type.domain, { kind: 'enum', type })
  const pictures = new Map<string, DomainPicture[]>()
  for (const picture of domainPictures(site)) append(pictures, picture.domain, picture)
  const gathered: Gathered = { links: domainLinks(model), trees: treesOf(model), entities, types, pictures }
  const pages = [...site.pages].join()
  return new Map(
    model.domains.map((domain) => {
      const { links, pictures: shown, trees } = gathered
      const { name } = domain
      // What is gathered anew for each model is told by what is in it.
      const around = JSON.stringify([
        pages,
        links.get(name),
        trees.get(name)?.map(({ entity, level }) => [entity.name, level]),
      ])
      const inputs = [
        domain,
        around,
        ...(entities.get(name) ?? []),
        ...(types.get(name) ?? []).map(({ type }) => type),
        ...(trees.get(name) ?? []).map(({ entity }) => entity),
        ...(shown.get(name) ?? []).map(({ figure }) => figure),
      ]
      return [name, recalled(model, name, inputs, () => domainPage(site, gathered, domain))]
    }),
  )
}

function domainPage(site: Site, gathered: Gathered, { about, name }: Domain): string {
  const { page } = site.domainPage(name)
  const pictures = gathered.pictures.get(name) ?? []
  const entities = gathered.entities.get(name) ?? []
  const tree = gathered.trees.get(name) ?? []
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
    tree: tree.some(({ level }) => level > 0) ? treeLines(site, page, tree) : [],
    links: tableOf(gathered.links.get(name) ?? [], [
      ['Domain', ({ other }) => linkTo(page, other, site.domainPage(other))],
      ['References to it', ({ out }) => (out === 0 ? '' : String(out))],
      ['References from it', ({ back }) => (back === 0 ? '' : String(back))],
    ]),
    types: tableOf(gathered.types.get(name) ?? [], [
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
