import { counted } from '../../../base/plural.ts'
import { figuresOf } from '../../../figures/figures.ts'
import type { Entity } from '../../../model/entity.ts'
import { recallingRuns } from '../../../model/groups.ts'
import { inMongo } from '../../../model/lookup.ts'
import type { Inline } from '../../../print/markdown/inline.ts'
import type { Template } from '../../../print/template/render.ts'
import { type PictureView, pictureView } from '../pictures.ts'
import { pointerColumns, pointerRows } from '../pointers-view.ts'
import { linkTo, pageLink, type Site } from '../site.ts'
import { PrintedRows, type Table, tableOfRows } from '../table.ts'
import { templates } from '../templates.ts'
import { sentence, sentences } from '../words.ts'

interface NosqlRelationsView {
  readonly lead: Inline
  readonly collections: readonly PictureView[]
  readonly references: Table | undefined
  readonly entries: readonly Inline[]
  readonly stores: readonly Stored[]
}

/** An entity that leads from store to store. */
interface Stored {
  readonly id: string
  readonly name: string
  readonly about: Inline
  readonly picture: PictureView
}

const page: Template<NosqlRelationsView> = templates.named<NosqlRelationsView>('relations-nosql')
const here = 'entity-relations-nosql'

const recalled = {
  references: recallingRuns<PrintedRows>(),
  stores: recallingRuns<readonly Stored[]>(),
}

export function nosqlRelationsPage(site: Site): string {
  const { model } = site
  const figures = figuresOf(model)
  const references = recalled.references(model, [], (entities) =>
    PrintedRows.of(
      entities.flatMap((entity) => pointerRows(site, here, entity)),
      pointerColumns,
    ),
  )
  const stores = recalled.stores(model, [], (entities) => entities.flatMap((entity) => storedView(site, entity))).flat()
  return page.render({
    lead: [
      `${counted(inMongo(model).length, 'collection')}, and what leads from one store to another. No database checks `,
      'these references.',
      ...(site.pages.has('mongo') ? [' Fields and indexes are in ', pageLink(here, 'MongoDB', 'mongo'), '.'] : []),
    ],
    collections: figures.nosql.map((figure) => pictureView(site, here, figure)),
    references: tableOfRows(pointerColumns, references),
    entries: stores.map(({ id, name }) => linkTo(here, name, { page: here, anchor: id })),
    stores,
  })
}

function storedView(site: Site, { about, name }: Entity): readonly Stored[] {
  const figure = figuresOf(site.model).crossStore.get(name)
  if (figure === undefined) return []
  return [
    {
      id: site.entity(name).page.replace('entities/', 'stores-'),
      name,
      about: sentences([sentence(about), ['More on ', linkTo(here, 'its page', site.crossStore(name)), '.']]),
      picture: pictureView(site, here, figure),
    },
  ]
}
