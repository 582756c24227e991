import { mdTarget } from '../print/markdown/escape.ts'

/** Where relative links lead on the site. */
export interface Destinations {
  /** The site's root, `/` or `/docs/`. */
  readonly base: string
  /** The route of each page, picture and file that the site has, by its path in the project. */
  readonly routes: ReadonlyMap<string, string>
  /** Where files of the project are shown that the site does not have; absolute, with a slash at its end. */
  readonly source?: string
}

/**
 * The target of a link of a page: the same where it leads out of the site or stays within the page; `undefined` where
 * nothing is there, so that a link would be broken.
 */
export function destination(to: Destinations, from: string, target: string): string | undefined {
  if (target === '' || target.startsWith('#') || isForeign(target)) return target
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(target) ?? []
  const decoded = decode(path)
  if (decoded === undefined) return undefined
  // A link from the root already names a place of the site.
  if (decoded.startsWith('/')) return mdTarget(`${to.base}${decoded.slice(1)}`) + rest
  const file = joinPath(from, decoded)
  if (file === undefined) return undefined
  const route = [file, `${file}/index.md`, `${file}/README.md`].map((at) => to.routes.get(at)).find(isKnown)
  if (route !== undefined) return mdTarget(`${to.base}${route}`) + fragment(rest)
  if (to.source === undefined || from.startsWith('stowage:')) return undefined
  return `${to.source}${mdTarget(file)}${fragment(rest)}`
}

/** Whether a target names a scheme or another host. */
function isForeign(target: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(target) || target.startsWith('//')
}

/** The path to which a relative one leads from a file; `undefined` where it climbs out of the project. */
export function joinPath(from: string, relative: string): string | undefined {
  const segments = from.split('/').slice(0, -1)
  for (const segment of relative.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.join('/')
}

function isKnown(route: string | undefined): route is string {
  return route !== undefined
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** What comes after the path, safe within the parentheses of a link. */
function fragment(rest: string): string {
  const [, anchor] = /#(.*)$/s.exec(rest) ?? []
  return anchor === undefined ? '' : `#${mdTarget(decode(anchor) ?? '')}`
}
