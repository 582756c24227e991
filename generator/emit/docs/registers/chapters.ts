import { append } from '../../../figures/append.ts'
import { type Inline, joined } from '../../../print/markdown/inline.ts'
import { linkTo, type PageName, type Place, type Site } from '../site.ts'

interface Declared {
  readonly name: string
  readonly domain?: string
}

/** What is declared, as links by domain; last what is declared in none. */
export function contentsByDomain(
  site: Site,
  page: PageName,
  all: readonly Declared[],
  placeOf: (name: string) => Place,
): readonly Inline[] {
  const byDomain = new Map<string, Inline[]>()
  const shared: Inline[] = []
  for (const { domain, name } of all) {
    const entry = linkTo(page, name, placeOf(name))
    if (domain === undefined) shared.push(entry)
    else append(byDomain, domain, entry)
  }
  const lines = site.model.domains.flatMap(({ name }): readonly Inline[] => {
    const entries = byDomain.get(name)
    return entries === undefined ? [] : [[linkTo(page, name, site.domainPage(name)), ': ', joined(entries)]]
  })
  if (shared.length === 0) return lines
  return [...lines, lines.length === 0 ? joined(shared) : ['Of no domain: ', joined(shared)]]
}

/** Where something is declared: "Declared in Billing." Empty where that is in no domain. */
export function declaredIn(site: Site, page: PageName, domain: string | undefined): Inline {
  return domain === undefined ? '' : ['Declared in ', linkTo(page, domain, site.domainPage(domain)), '.']
}
