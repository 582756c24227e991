import { type BsonDocument, type BsonValue, type DraftDocument, isArray, isDocument } from '../bson/value.ts'

/** Paths as a tree: `true` where one ends. */
export interface PathTree {
  readonly [field: string]: PathTree | true
}

interface DraftTree {
  [field: string]: DraftTree | true
}

export function pathTree(paths: readonly (readonly string[])[]): PathTree {
  const root: DraftTree = {}
  for (const path of paths) {
    let level = root
    for (const [index, part] of path.entries()) {
      const isLast = index === path.length - 1
      const found = Object.hasOwn(level, part) ? level[part] : undefined
      if (isLast) level[part] = true
      else if (found !== undefined && found !== true) level = found
      else {
        const next: DraftTree = {}
        level[part] = next
        level = next
      }
    }
  }
  return root
}

const branchOf = (tree: PathTree, field: string): PathTree | true | undefined =>
  Object.hasOwn(tree, field) ? tree[field] : undefined

/** What the paths name; documents within arrays are picked from one by one, other elements left out. */
export function pick(document: BsonDocument, tree: PathTree): DraftDocument {
  const entries = Object.entries(document).flatMap(([field, value]): [string, BsonValue][] => {
    const branch = branchOf(tree, field)
    if (branch === undefined) return []
    if (branch === true) return [[field, value]]
    return isDocument(value) || isArray(value) ? [[field, pickWithin(value, branch)]] : []
  })
  return Object.fromEntries(entries)
}

function pickWithin(value: BsonValue, tree: PathTree): BsonValue {
  if (isDocument(value)) return pick(value, tree)
  if (!isArray(value)) return value
  return value.filter((item) => isDocument(item) || isArray(item)).map((item) => pickWithin(item, tree))
}

/** All but what the paths name. */
export function omit(document: BsonDocument, tree: PathTree): DraftDocument {
  const entries = Object.entries(document).flatMap(([field, value]): [string, BsonValue][] => {
    const branch = branchOf(tree, field)
    if (branch === true) return []
    return [[field, branch === undefined ? value : omitWithin(value, branch)]]
  })
  return Object.fromEntries(entries)
}

function omitWithin(value: BsonValue, tree: PathTree): BsonValue {
  if (isArray(value)) return value.map((item) => omitWithin(item, tree))
  return isDocument(value) ? omit(value, tree) : value
}

/** A copy of a document with another value at a path; documents that are missing on the way are made. */
export function withValueAt(
  document: BsonDocument,
  [first, ...rest]: readonly string[],
  value: BsonValue,
): BsonDocument {
  if (first === undefined) return document
  const below = Object.hasOwn(document, first) ? document[first] : undefined
  return { ...document, [first]: rest.length === 0 ? value : withValueAt(isDocument(below) ? below : {}, rest, value) }
}
