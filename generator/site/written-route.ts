import { codes } from '../diagnostic/codes.ts'
import { SiteError } from './page.ts'

/** The first folders of routes that the site makes itself. */
const taken: ReadonlySet<string> = new Set(['spec', 'explorer', 'files', 'pagefind'])

/** Where the pages of codes are written: a code may end in `index`, and is no folder's page then. */
const pagesOfCodes: ReadonlyMap<string, string> = new Map(codes.map((code) => [`rules/${code}.md`, `rules/${code}/`]))

/**
 * The route of a handwritten page, by its path relative to the folder of the pages: `guides/Ids.md` is at `guides/ids/`,
 * an `index.md` or `README.md` at its folder. The page of a code is where reports look for it.
 * @throws SiteError where a page of the site's own is there already
 */
export function writtenRoute(path: string): string {
  const known = pagesOfCodes.get(path)
  if (known !== undefined) return known
  const segments = path
    .replace(/[.]md$/i, '')
    .split('/')
    .map(segmentOf)
  const last = segments.at(-1)
  const route = last === 'index' || last === 'readme' ? segments.slice(0, -1) : segments
  const [first = ''] = route
  if (taken.has(first) || (route.length === 1 && first === '404')) {
    throw new SiteError(
      `the page ${JSON.stringify(path)} would stand where the site puts pages of its own: /${route.join('/')}/`,
      'rename the file or its folder',
    )
  }
  return route.map((segment) => `${segment}/`).join('')
}

/**
 * Small letters, digits, hyphens and underscores; anything else is a hyphen. Astro takes dots out of an address, and
 * makes no page of a file that begins with an underscore.
 */
function segmentOf(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[-_]+|-+$/g, '')
  return plain === '' ? 'page' : plain
}
