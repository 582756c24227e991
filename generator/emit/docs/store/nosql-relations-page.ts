import { counted } from '../../../base/plural.ts'
import { figuresOf } from '../../../figures/figures.ts'
import { entityNamed, inMongo } from '../../../model/lookup.ts'
import type { Inline } from '../../../print/markdown/inline.ts'
import type { Template } from '../../../print/template/render.ts'
import { type PictureView, pictureView } from '../pictures.ts'
import { pointerRows, pointerTable } from '../pointers-view.ts'
import { linkTo, type PageName, pageLink, type Site } from '../site.ts'
import type { Table } from '../table.ts'
import { templates } from '../templates.ts'
import { sentence, sentences } from '../words.ts'

interface NosqlRelationsView {
  readonly lead: Inline
  readonly collections: readonly PictureView[]
  readonly references: Table | undefined
  readonly entries: readonly Inline[]
  readonly stores: readonly {
    readonly id: string
    readonly name: string
    readonly about: Inline
    readonly picture: PictureView
  }[]
}

const page: Template<NosqlRelationsView> = templates.named<NosqlRelationsView>('relations-nosql')
const here = 'entity-relations-nosql'

export function nosqlRelationsPage(site: Site): string {
  const { model } = site
  const figures = figuresOf(model)
  return page.render({
    lead: [
      `${counted(inMongo(model).length, 'collection')}, and what leads from one store to another. No database checks `,
      'these references.',
      ...(site.pages.has('mongo') ? [' Fields and indexes are in ', pageLink(here, 'MongoDB', 'mongo'), '.'] : []),
    ],
    collections: figures.nosql.map((figure) => pictureView(site, here, figure)),
    references: pointerTable(model.entities.flatMap((entity) => pointerRows(site, here, entity))),
    entries: [...figures.crossStore.keys()].map((name) => linkTo(here, name, placeOf(site, name))),
    stores: [...figures.crossStore].map(([name, figure]) => ({
      id: placeOf(site, name).anchor,
      name,
      about: sentences([
        sentence(entityNamed(model, name).about),
        ['More on ', linkTo(here, 'its page', site.crossStore(name)), '.'],
      ]),
      picture: pictureView(site, here, figure),
    })),
  })
}

/** The picture of an entity on this page. */
function placeOf(site: Site, name: string): { readonly page: PageName; readonly anchor: string } {
  return { page: here, anchor: site.entity(name).page.replace('entities/', 'stores-') }
}
