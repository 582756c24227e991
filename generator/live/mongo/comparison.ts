import type { Difference } from '../report.ts'
import type { CollectionDescription, IndexDescription } from './description.ts'
import { type Fact, factOf } from './fact.ts'
import { indexFacts, indexText, occupiesSameKey } from './index-facts.ts'
import type { FoundCollection, FoundIndex } from './state.ts'
import { validatorFacts } from './validator-facts.ts'

/** A collection that exists, beside its description. */
export interface CollectionComparison {
  /** What makes it another kind of collection, which no command changes. */
  readonly kind: readonly Fact[]
  readonly validator: readonly Fact[]
  readonly indexes: readonly IndexComparison[]
  /** Indexes that are not described. */
  readonly unknown: readonly FoundIndex[]
}

/** A described index, and the one in the collection that has its name or its place. */
export interface IndexComparison {
  readonly index: IndexDescription
  readonly found?: FoundIndex
  /** Empty where there is nothing to compare, or nothing to say. */
  readonly facts: readonly Fact[]
}

export function compareCollection(description: CollectionDescription, found: FoundCollection): CollectionComparison {
  const indexes = compareIndexes(description.indexes, found.indexes)
  const matched = new Set(indexes.map((one) => one.found))
  return {
    kind: kindFacts(found),
    validator: validatorFacts(description.validator, found.options),
    indexes,
    unknown: found.indexes.filter((index) => !matched.has(index)),
  }
}

/** What a collection may be when it is made, and not become later. */
function kindFacts({ type, options }: FoundCollection): readonly Fact[] {
  const { capped, collation, clusteredIndex } = options
  return [
    ...factOf('type', 'collection', type),
    ...(capped === true ? [{ fact: 'capped', found: 'it forgets its oldest documents' }] : []),
    ...factOf('collation', undefined, collation),
    ...factOf('clusteredIndex', undefined, clusteredIndex),
  ]
}

/** First by name; what has no index of its name may have its place taken by one of another. */
function compareIndexes(
  described: readonly IndexDescription[],
  found: readonly FoundIndex[],
): readonly IndexComparison[] {
  const byName = new Map(found.map((index) => [index.name, index]))
  const names = new Set(described.map(({ name }) => name))
  const free = new Set(found.filter(({ name }) => !names.has(name)))
  return described.map((index): IndexComparison => {
    const same = byName.get(index.name)
    if (same !== undefined) return { index, found: same, facts: indexFacts(index, same) }
    const other = [...free].find((candidate) => occupiesSameKey(index, candidate))
    if (other === undefined) return { index, facts: [] }
    free.delete(other)
    return { index, found: other, facts: [...factOf('name', index.name, other.name), ...indexFacts(index, other)] }
  })
}

export function collectionPlace(name: string): string {
  return `collection ${name}`
}

export function indexPlace(collection: string, index: string): string {
  return `index ${index} of ${collection}`
}

export function differencesOf(place: string, facts: readonly Fact[], help?: string): readonly Difference[] {
  return facts.map((fact) => ({ store: 'mongo', place, ...fact, ...(help === undefined ? {} : { help }) }))
}

/** What stands in the database and not in the spec: it is told, and never touched. */
export function unknownDifferences(collection: string, { unknown }: CollectionComparison): readonly Difference[] {
  return unknown.map((index) => ({
    store: 'mongo',
    place: indexPlace(collection, index.name),
    fact: 'not in the spec',
    found: indexText(index),
    help: `add it to the spec, or drop it: db.getCollection(${JSON.stringify(collection)}).dropIndex(${JSON.stringify(index.name)})`,
  }))
}
