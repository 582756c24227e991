import type { HarvestedPage } from './harvest.ts'

/** Attributes that a page loads from, and does not only lead to. */
const loads = (tag: string, attribute: string): boolean => attribute !== 'href' || tag === 'link' || tag === 'use'

/** What is wrong with the links of a site, which consists of these files, one line each: `/spec/enums/ and 2 more -> /x/#y: no such anchor`. */
export function brokenLinks(
  pages: ReadonlyMap<string, HarvestedPage>,
  files: ReadonlySet<string>,
  base: string = '/',
): readonly string[] {
  const ids = new Map([...pages.values()].map((page) => [page.path, new Set(page.ids)]))
  const root = `http://site.test${base}`
  const faultOf = (url: URL, tag: string, attribute: string): string | undefined => {
    if (url.protocol === 'mailto:') return undefined
    if (url.protocol === 'data:') return tag === 'img' || tag === 'link' ? undefined : 'data where a link should be'
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return `scheme ${url.protocol}`
    if (url.origin !== 'http://site.test') return loads(tag, attribute) ? 'loaded from another origin' : undefined
    if (!url.pathname.startsWith(base)) return 'outside of the base'
    const path = decodeURIComponent(url.pathname.slice(base.length))
    if (!files.has(path === '' || path.endsWith('/') ? `${path}index.html` : path)) return 'no such file'
    const anchor = decodeURIComponent(url.hash.slice(1))
    // What follows `#/` is a view of the explorer, and no place in its page.
    if (anchor === '' || anchor.startsWith('/')) return undefined
    return ids.get(path)?.has(anchor) === true ? undefined : 'no such anchor'
  }
  const faults = new Map<string, string[]>()
  for (const page of pages.values()) {
    for (const { attribute, tag, url } of page.references) {
      // Canonical addresses and the like are of the published site.
      if (tag === 'link' && /^https?:/.test(url)) continue
      const target = URL.canParse(url, `${root}${page.path}`) ? new URL(url, `${root}${page.path}`) : undefined
      const fault = target === undefined ? 'no address' : faultOf(target, tag, attribute)
      if (fault === undefined) continue
      // What stands on every page, in a menu, is one fault.
      const place = target?.origin === 'http://site.test' ? target.href.slice(root.length - base.length) : url
      const line = `${place}: ${fault}`
      faults.set(line, [...(faults.get(line) ?? []), page.path])
    }
  }
  return [...faults].map(([line, [first = '', ...others]]) => {
    const more = others.length === 0 ? '' : ` and ${others.length} more`
    return `/${first}${more} -> ${line}`
  })
}
