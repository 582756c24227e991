import { parseDocument } from 'yaml'
import { SiteError } from './page.ts'

/** A group of handwritten pages in the navigation; their paths are relative to the folder of the pages. */
export interface ContentsGroup {
  readonly group: string
  readonly pages: readonly string[]
}

/**
 * Reads `contents.yaml`: a list of groups, each with its pages in order.
 * @throws SiteError where it is anything else
 */
export function parseContents(text: string, path: string, known: ReadonlySet<string>): readonly ContentsGroup[] {
  const data = parse(text, path)
  if (data === null) return []
  if (!Array.isArray(data)) throw fault(path, 'it is no list')
  const listed = new Set<string>()
  return data.map((entry: unknown) => {
    const group = asGroup(entry)
    if (group === undefined) throw fault(path, 'an entry is no group with pages')
    for (const page of group.pages) {
      if (!known.has(page)) throw fault(path, `there is no page ${JSON.stringify(page)}`)
      if (listed.has(page)) throw fault(path, `it names ${JSON.stringify(page)} twice`)
      listed.add(page)
    }
    return group
  })
}

function parse(text: string, path: string): unknown {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error !== undefined) throw fault(path, error.message.split('\n')[0] ?? 'it is no YAML')
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch (refusal) {
    if (refusal instanceof ReferenceError) throw fault(path, 'it has an alias')
    throw refusal
  }
}

function asGroup(entry: unknown): ContentsGroup | undefined {
  if (typeof entry !== 'object' || entry === null || !('group' in entry) || !('pages' in entry)) return undefined
  const { group, pages } = entry
  if (typeof group !== 'string' || !Array.isArray(pages)) return undefined
  const texts = pages.filter((page): page is string => typeof page === 'string')
  return texts.length === pages.length ? { group, pages: texts } : undefined
}

function fault(path: string, why: string): SiteError {
  return new SiteError(
    `${path} cannot be read: ${why}`,
    'it is a list of groups: `- group: Guides` and below it `  pages: [placement.md, conventions.md]`',
  )
}
