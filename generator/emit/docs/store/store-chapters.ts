import { append } from '../../../figures/append.ts'
import type { Entity } from '../../../model/entity.ts'
import type { Inline } from '../../../print/markdown/inline.ts'
import { linkTo, type PageName, type Site } from '../site.ts'
import { type Table, tableOf } from '../table.ts'
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

/** What a store holds, a line each, by domain. */
export function storeChapters<Item extends { readonly entity: Entity }>(
  site: Site,
  page: PageName,
  items: readonly Item[],
  columns: readonly (readonly [head: Inline, cell: (item: Item) => Inline])[],
): readonly StoreChapter[] {
  const byDomain = new Map<string, Item[]>()
  for (const item of items) append(byDomain, item.entity.domain, item)
  return site.model.domains.flatMap(({ about, name }) => {
    const own = byDomain.get(name)
    if (own === undefined) return []
    const place = site.domain(page, name)
    return [
      {
        id: place.anchor ?? '',
        name,
        entry: [linkTo(page, name, place), `: ${own.length}`],
        about: [sentence(about), about === undefined ? '' : ' ', linkTo(page, 'Its page', site.domainPage(name)), '.'],
        index: tableOf(own, columns),
      },
    ]
  })
}
