import { append } from '../../figures/append.ts'
import { linksOf } from '../../figures/relations.ts'
import type { Entity } from '../../model/entity.ts'
import type { Field } from '../../model/field.ts'
import { inPostgres, type PostgresEntity } from '../../model/lookup.ts'
import { indexing } from '../../model/memory/traced-maps.ts'
import type { Model } from '../../model/model.ts'
import { code, type Inline } from '../../print/markdown/inline.ts'
import { PrintedList } from '../../print/markdown/list.ts'
import { collectionLink, type PageName, type Site, tableLink } from './site.ts'
import { treeParents } from './tree-parents.ts'
import { sentence, sentences } from './words.ts'

/** A table of the tree: how far it stands in, at most `deepest`. */
interface Placed {
  readonly level: number
  readonly entity: PostgresEntity
}

/** The tables in the order of the tree, by the domain of the root that they stand below. */
export type Trees = ReadonlyMap<string, readonly Placed[]>

/** Deeper than this a branch starts again at the margin: an indented list of thousands of levels helps nobody. */
const deepest = 8

/** All tables, each below the one it belongs to, in whichever domain that is. */
export const treesOf: (model: Model) => Trees = indexing(makeTrees)

function makeTrees(model: Model): Trees {
  const entities = inPostgres(model)
  const parents = treeParents(model)
  const children = new Map<string, PostgresEntity[]>()
  const roots: PostgresEntity[] = []
  for (const entity of entities) {
    const parent = parents.get(entity.name)
    if (parent === undefined) roots.push(entity)
    else append(children, parent, entity)
  }
  const trees = new Map<string, Placed[]>()
  const seen = new Set<string>()
  // A stack, not recursion: relations may go down without end, or round in a ring, whose first table is then the root.
  for (const root of [...roots, ...entities]) {
    const stack = [{ entity: root, depth: 0 }]
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { depth, entity } = next
      if (seen.has(entity.name)) continue
      seen.add(entity.name)
      append(trees, root.domain, { level: depth % deepest, entity })
      const below = children.get(entity.name) ?? []
      for (let at = below.length - 1; at >= 0; at -= 1) {
        const child = below[at]
        if (child !== undefined) stack.push({ entity: child, depth: depth + 1 })
      }
    }
  }
  return trees
}

/** The tree of a domain as a page names its tables. */
export function treeList(site: Site, page: PageName, placed: readonly Placed[]): PrintedList {
  return PrintedList.of(placed.map(({ entity, level }) => ({ level, entry: entryOf(site, page, entity) })))
}

function entryOf(site: Site, page: PageName, entity: PostgresEntity): Inline {
  const said: Inline[] = [sentence(entity.about)]
  const lead = (field: Field, target: Entity): void => {
    said.push([code(field.physical.text), ' → ', collectionLink(site, page, target), '.'])
  }
  for (const { field, target, type } of linksOf(site.model, entity.postgres)) {
    if (type.mode === 'pointer' && type.holds === 'object_id') lead(field, target)
  }
  for (const field of entity.postgres.fields) if (field.type.kind === 'part') lead(field, entity)
  return [tableLink(site, page, entity), ' ', sentences(said)]
}
