/** A place in the text of the site. */
export interface TextHit {
  readonly url: string
  readonly title: string
  /** The title of the page where the place is a section of it. */
  readonly page: string
  /** Every second piece is what was found. */
  readonly excerpt: readonly string[]
}

interface PagefindResult {
  data(): Promise<{
    readonly url: string
    readonly excerpt: string
    readonly meta: Readonly<Record<string, string>>
    readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[]
  }>
}

interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>
  debouncedSearch(query: string): Promise<{ readonly results: readonly PagefindResult[] } | null>
}

/** So many pages, and so many places of each. */
const mostPages = 8
const mostPlaces = 2

let loaded: Promise<Pagefind> | undefined

/** Searches the text of all pages; `undefined` where somebody went on typing. */
export async function fullText(base: string, query: string): Promise<readonly TextHit[] | undefined> {
  loaded ??= load(base)
  const found = await (await loaded).debouncedSearch(query)
  if (found === null) return undefined
  const pages = await Promise.all(found.results.slice(0, mostPages).map((result) => result.data()))
  const isMeant = meaningOf(query)
  return pages.flatMap(({ excerpt, meta, sub_results: places, url }) => {
    const page = meta.title ?? url
    if (!isMeant(pieces(excerpt)) && !places.some((place) => isMeant(pieces(place.excerpt)))) return []
    const hits = places.slice(0, mostPlaces).map((place): TextHit => {
      const isPage = place.url === url || place.title === page
      return {
        url: place.url,
        title: isPage ? page : place.title,
        page: isPage ? '' : page,
        excerpt: pieces(place.excerpt),
      }
    })
    return hits.length > 0 ? hits : [{ url, title: page, page: '', excerpt: pieces(excerpt) }]
  })
}

/** Pagefind finds a word's first letters where it does not find the word: what shares less than three is not meant. */
function meaningOf(query: string): (excerpt: readonly string[]) => boolean {
  const starts = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)
    .map((word) => word.slice(0, 3))
  if (starts.length === 0) return () => true
  return (excerpt) =>
    excerpt.some((piece, at) => at % 2 === 1 && starts.some((start) => piece.toLowerCase().includes(start)))
}

async function load(base: string): Promise<Pagefind> {
  const address = `${base}pagefind/pagefind.js`
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind
  // A page is what its title says rather than what it says often.
  await pagefind.options({ baseUrl: base, ranking: { termFrequency: 0.6, pageLength: 0.4, termSimilarity: 4 } })
  return pagefind
}

/** An excerpt comes as HTML: only its text and what is marked in it are taken over. */
function pieces(html: string): readonly string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const result: string[] = ['']
  for (const node of body.childNodes) {
    const isMark = node.nodeName === 'MARK'
    const marked = result.length % 2 === 0
    if (isMark === marked) result[result.length - 1] += node.textContent ?? ''
    else result.push(node.textContent ?? '')
  }
  return result
}
