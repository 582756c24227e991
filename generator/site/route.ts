import type { Code, CustomCode } from '../diagnostic/codes.ts'
import type { Place } from '../emit/docs/site.ts'

/**
 * Where the site shows a page of the spec, relative to the site's root: `spec/entities/invoice/`. Permanent: what a
 * report links to must lead there for as long as the report is read.
 */
export function routeOf({ anchor, page }: Place): string {
  return anchor === undefined ? `spec/${page}/` : `spec/${page}/#${anchor}`
}

/** Where the site explains a code. */
export function ruleRoute(code: Code | CustomCode): string {
  return `rules/${code}/`
}
