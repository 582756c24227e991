import type { Entity, StoreName } from '../../../model/entity.ts'
import { recallingDomains } from '../../../model/groups.ts'
import { type Inline, joined } from '../../../print/markdown/inline.ts'
import { collectionLink, entityLink, linkTo, objectLink, type Site, tableLink } from '../site.ts'
import { type Column, PrintedRows, type Table, tableOfRows } from '../table.ts'
import { sentence, storeNamesInWords, storesOf } from '../words.ts'

/** A part of an entity. */
interface Row {
  readonly entity: Entity
  readonly store: StoreName
}

const recalled = recallingDomains<PrintedRows>()

/** One line for each part of each entity, by domain. */
export function placementTable(site: Site): Table | undefined {
  const columns: readonly Column<Row>[] = [
    ['Domain', ({ entity }) => linkTo('overview', entity.domain, site.domainPage(entity.domain))],
    ['Data', ({ entity }) => entityLink(site, 'overview', entity.name)],
    ['Store', ({ entity, store }) => [`${storeNamesInWords[store]}: `, nameIn(site, entity, store)]],
    ['Why there', ({ entity, store }) => sentence(entity[store]?.why)],
  ]
  const pieces = recalled(site.model, [], (entities) =>
    PrintedRows.of(
      entities.flatMap((entity) => storesOf(entity).map((store) => ({ entity, store }))),
      columns,
    ),
  )
  return tableOfRows(columns, pieces, 'all')
}

/** What an entity is in a store. */
function nameIn(site: Site, entity: Entity, store: StoreName): Inline {
  switch (store) {
    case 'postgres':
      return tableLink(site, 'overview', entity)
    case 'mongo':
      return collectionLink(site, 'overview', entity)
    case 's3':
      return joined((entity.s3?.objects ?? []).map(({ name }) => objectLink(site, 'overview', entity.name, name)))
  }
}
