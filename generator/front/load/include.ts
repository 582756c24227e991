import { byCodeUnit } from '../../base/order.ts'
import type { Report } from '../../diagnostic/diagnostic.ts'
import { entryOf, type SpecDocument } from '../node.ts'
import type { Include } from './include-line.ts'
import { missingInclude, outsideInclude } from './include-reports.ts'
import type { SpecReader } from './spec-reader.ts'

/** Signs that make a path a glob. */
export const magic: RegExp = /[*?[\]{}()!]/

/** What a document includes. Items of a wrong shape are left out: the check of shapes reports them. */
export function includesOf(document: SpecDocument): readonly Include[] {
  const value = entryOf(document.root, 'include')?.value
  const items = value?.kind === 'list' ? value.items : value?.kind === 'scalar' ? [value] : []
  return items.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' && item.value.trim() !== ''
      ? [{ pattern: item.value, span: item.span }]
      : [],
  )
}

/** The files that an include names, sorted; a glob leaves out the file it stands in. One without a glob may not exist. */
export function expandInclude(include: Include, from: string, reader: SpecReader, report: Report): readonly string[] {
  const pattern = joinedPath(from, include.pattern)
  if (pattern === undefined) {
    report(outsideInclude(include))
    return []
  }
  if (!magic.test(pattern)) return [pattern]
  const matches = [...reader.glob(pattern)].sort(byCodeUnit)
  if (matches.length === 0) report(missingInclude(include, pattern, nearby(reader)))
  return matches.filter((match) => match !== from)
}

/** The files that could have been meant. */
export function nearby(reader: SpecReader): readonly string[] {
  return [...reader.glob('**/*.{yaml,yml}')].sort(byCodeUnit)
}

/** A path relative to a file's folder, as one relative to the project's; nothing where it leaves that. */
export function joinedPath(from: string, path: string): string | undefined {
  if (path.startsWith('/') || /^[A-Za-z]:|\\|\0/.test(path)) return undefined
  const parts = from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined
    if (part !== '..' && part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
