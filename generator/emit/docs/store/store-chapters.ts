import type { Domain } from '../../../model/model.ts'
import type { Inline } from '../../../print/markdown/inline.ts'
import { linkTo, type PageName, type Site } from '../site.ts'
import { type Column, type Table, tableOf } from '../table.ts'
import { sentence } from '../words.ts'

/** A domain in the index of a store. */
export interface StoreChapter {
  readonly id: string
  readonly name: string
  /** Its line in the contents. */
  readonly entry: Inline
  readonly about: Inline
  readonly index: Table | undefined
}

/** What a store holds of the entities of a domain, a line each; no chapter where that is nothing. */
export function storeChapter<Item>(
  site: Site,
  page: PageName,
  { about, name }: Domain,
  items: readonly Item[],
  columns: readonly Column<Item>[],
): readonly StoreChapter[] {
  if (items.length === 0) return []
  const place = site.domain(page, name)
  return [
    {
      id: place.anchor ?? '',
      name,
      entry: [linkTo(page, name, place), `: ${items.length}`],
      about: [sentence(about), about === undefined ? '' : ' ', linkTo(page, 'Its page', site.domainPage(name)), '.'],
      index: tableOf(items, columns),
    },
  ]
}
