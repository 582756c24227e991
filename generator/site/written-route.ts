import { SiteError } from './page.ts'

/** The first folders of routes that the site makes itself. */
const taken: ReadonlySet<string> = new Set(['spec', 'explorer', 'files', 'pagefind', '_astro'])

/**
 * The route of a handwritten page, by its path relative to the folder of the pages: `guides/Ids.md` is at `guides/ids/`,
 * an `index.md` or `README.md` at its folder.
 * @throws SiteError where a page of the site's own is there already
 */
export function writtenRoute(path: string): string {
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

/** Small letters, digits, dots, hyphens and underscores; anything else is a hyphen. */
function segmentOf(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  return plain === '' ? 'page' : plain
}
