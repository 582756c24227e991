import type { StoreName } from '../../model/entity.ts'
import { type Inline, joined } from '../../print/markdown/inline.ts'
import { linkTo, type PageName, pageLink, type Site } from './site.ts'
import { storeNamesInWords } from './words.ts'

/** The way from the overview to a page: its domain, and the stores that it tells of. */
export function trail(site: Site, page: PageName, domain: string | undefined, stores: readonly StoreName[]): Inline {
  const way: Inline[] = [pageLink(page, 'Overview', 'overview')]
  if (domain !== undefined) way.push(linkTo(page, domain, site.domainPage(domain)))
  if (stores.length > 0) way.push(joined(stores.map((store) => pageLink(page, storeNamesInWords[store], store))))
  return joined(way, ' › ')
}
