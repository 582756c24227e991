import type { Entity, StoreName } from '../../model/entity.ts'
import { type Inline, joined, lineBreak } from '../../print/markdown/inline.ts'
import { collectionLink, objectLink, type PageName, type Site, tableLink } from './site.ts'
import { storeNamesInWords } from './words.ts'

/** The parts of an entity in a cell, a line a store: "PostgreSQL `strategies`". */
export function partsCell(site: Site, page: PageName, entity: Entity): Inline {
  const line = (store: StoreName, parts: Inline): Inline => [`${storeNamesInWords[store]} `, parts]
  const lines: Inline[] = []
  if (entity.postgres !== undefined) lines.push(line('postgres', tableLink(site, page, entity)))
  if (entity.mongo !== undefined) lines.push(line('mongo', collectionLink(site, page, entity)))
  if (entity.s3 !== undefined) {
    lines.push(line('s3', joined(entity.s3.objects.map(({ name }) => objectLink(site, page, entity.name, name)))))
  }
  return joined(lines, lineBreak)
}
