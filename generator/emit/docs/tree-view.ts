import { append } from '../../figures/append.ts'
import { linksOf } from '../../figures/relations.ts'
import { inPostgres, type PostgresEntity } from '../../model/lookup.ts'
import { code, type Inline, strong } from '../../print/markdown/inline.ts'
import { collectionLink, linkTo, type Site, tableLink } from './site.ts'
import { treeParents } from './tree-parents.ts'
import { sentence, sentences } from './words.ts'

export interface TreeView {
  readonly name: Inline
  readonly lines: readonly { readonly level: number; readonly entry: Inline }[]
}

/** Deeper than this a branch starts again at the margin: an indented list of thousands of levels helps nobody. */
const deepest = 8

/**
 * All tables, each below the one it belongs to, in whichever domain that is: a tree is told with the domain of its root.
 */
export function treeViews(site: Site): readonly TreeView[] {
  const { model } = site
  const byDomain = new Map<string, Line[]>()
  for (const { domain, ...line } of forest(site)) append(byDomain, domain, line)
  return model.domains.flatMap(({ name }) => {
    const lines = byDomain.get(name)
    if (lines === undefined) return []
    return [{ name: strong(linkTo('overview', name, site.domain('entity-relations-sql', name))), lines }]
  })
}

type Line = TreeView['lines'][number]

function forest(site: Site): readonly (Line & { readonly domain: string })[] {
  const entities = inPostgres(site.model)
  const parents = treeParents(site.model)
  const children = new Map<string, PostgresEntity[]>()
  const roots: PostgresEntity[] = []
  for (const entity of entities) {
    const parent = parents.get(entity.name)
    if (parent === undefined) roots.push(entity)
    else append(children, parent.name, entity)
  }
  const lines: (Line & { readonly domain: string })[] = []
  const seen = new Set<string>()
  // A stack, not recursion: relations may go down without end, or round in a ring, whose first table is then the root.
  for (const root of [...roots, ...entities]) {
    const stack = [{ entity: root, depth: 0 }]
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { depth, entity } = next
      if (seen.has(entity.name)) continue
      seen.add(entity.name)
      lines.push({ level: depth % deepest, entry: entryOf(site, entity), domain: root.domain })
      const below = children.get(entity.name) ?? []
      for (let at = below.length - 1; at >= 0; at -= 1) {
        const child = below[at]
        if (child !== undefined) stack.push({ entity: child, depth: depth + 1 })
      }
    }
  }
  return lines
}

function entryOf(site: Site, entity: PostgresEntity): Inline {
  const pointers = linksOf(site.model, entity.postgres)
    .filter(({ type }) => type.mode === 'pointer' && type.holds === 'object_id')
    .map(
      ({ field, target }): Inline => [code(field.physical.text), ' → ', collectionLink(site, 'overview', target), '.'],
    )
  const own = entity.postgres.fields
    .filter(({ type }) => type.kind === 'part')
    .map((field): Inline => [code(field.physical.text), ' → ', collectionLink(site, 'overview', entity), '.'])
  return [tableLink(site, 'overview', entity), ' ', sentences([sentence(entity.about), ...pointers, ...own])]
}
