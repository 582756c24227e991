import type { Figure } from '../../../figures/figure.ts'
import { figuresOf } from '../../../figures/figures.ts'
import { hasPostgres } from '../../../figures/relations.ts'
import type { Entity } from '../../../model/entity.ts'
import type { MongoEntity } from '../../../model/lookup.ts'
import { code, type Inline, joined } from '../../../print/markdown/inline.ts'
import type { Template } from '../../../print/template/render.ts'
import type { ShownPicture } from '../picture-index.ts'
import { type PictureView, pictureView } from '../pictures.ts'
import { pointerColumns, pointerRows } from '../pointers-view.ts'
import { linkTo, pageLink, type Site } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
import { templates } from '../templates.ts'
import { trail } from '../trail.ts'
import { sentence, storeNamesInWords, storesOf } from '../words.ts'
import { guards } from './guards-view.ts'
import { type LifecycleView, lifecycleView } from './lifecycle-view.ts'
import { type ObjectView, objectView } from './object-view.ts'
import { collectionView, type PartView, tableView } from './part-view.ts'
import { type RelationsView, relationsView } from './relations-view.ts'
import { retention } from './retention-view.ts'
import { whereTable } from './where-view.ts'

/** All of an entity, whatever the stores it is in. */
interface EntityView {
  readonly title: string
  readonly trail: Inline
  readonly about: Inline
  readonly formerly: Inline
  readonly where: Table | undefined
  readonly stores: StoresView | undefined
  readonly read: Placed | undefined
  readonly parts: readonly PartView[]
  readonly objects: readonly ObjectView[]
  readonly lifecycle: LifecycleView | undefined
  readonly relations: RelationsView | undefined
  readonly neighbours: Placed | undefined
  readonly guards: readonly Inline[]
  readonly retention: readonly Inline[]
  readonly see: readonly Inline[]
}

/** A picture in a section of its own. */
interface Placed {
  readonly id: string
  readonly picture: PictureView
}

interface StoresView extends Placed {
  readonly title: string
  readonly pointers: Table | undefined
}

const page: Template<EntityView> = templates.named<EntityView>('entity')

/** @param pictures those of many entities that it is in */
export function entityPage(site: Site, pictures: (entity: Entity) => readonly ShownPicture[], entity: Entity): string {
  const { domain, name } = entity
  const here = site.entity(name).page
  const { crossStore, lifecycle, neighbours, readPath } = figuresOf(site.model)
  const placed = (figure: Figure | undefined, id: string | undefined): Placed | undefined =>
    figure === undefined ? undefined : { id: id ?? '', picture: pictureView(site, here, figure) }
  const stores = placed(crossStore.get(name), site.crossStore(name).anchor)
  const cycle = lifecycle.get(name)
  return page.render({
    title: name,
    trail: trail(site, here, domain, storesOf(entity)),
    about: entity.about === undefined ? `A record of the domain ${domain}.` : sentence(entity.about),
    formerly: entity.was === undefined ? '' : ['Formerly ', code(entity.was), '.'],
    where: whereTable(site, entity),
    stores: stores && {
      ...stores,
      title: entity.split ? 'How its parts hang together' : 'Where it leads in other stores',
      pointers: tableOf(pointerRows(site, here, entity), pointerColumns),
    },
    read: placed(readPath.get(name), site.readPath(name).anchor),
    parts: [
      ...(hasPostgres(entity) ? [tableView(site, entity)] : []),
      ...(hasMongo(entity) ? [collectionView(site, entity)] : []),
    ],
    objects: (entity.s3?.objects ?? []).map((object) => objectView(site, entity, object)),
    lifecycle:
      cycle !== undefined && hasPostgres(entity) && entity.postgres.lifecycle !== undefined
        ? lifecycleView(site, entity, entity.postgres.lifecycle, cycle)
        : undefined,
    relations: relationsView(site, entity),
    neighbours: placed(neighbours.get(name), site.neighbours(name).anchor),
    guards: guards(site, entity),
    retention: retention(site, entity),
    see: seeAlso(site, pictures(entity), entity),
  })
}

function seeAlso(site: Site, pictures: readonly ShownPicture[], entity: Entity): readonly Inline[] {
  const { page: here } = site.entity(entity.name)
  const stores = storesOf(entity).map((store) => pageLink(here, storeNamesInWords[store], store))
  const shown = pictures.map((place) => linkTo(here, place.title, place))
  return [
    ['Its domain: ', linkTo(here, entity.domain, site.domainPage(entity.domain))],
    [stores.length === 1 ? 'Its store: ' : 'Its stores: ', joined(stores)],
    ...(shown.length === 0 ? [] : [[shown.length === 1 ? 'In the picture: ' : 'In the pictures: ', joined(shown)]]),
  ]
}

function hasMongo(entity: Entity): entity is MongoEntity {
  return entity.mongo !== undefined
}
