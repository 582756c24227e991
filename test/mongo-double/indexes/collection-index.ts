import { type Collation, compileCollation } from '../bson/collation.ts'
import { identityKey } from '../bson/identity-key.ts'
import { leaves } from '../bson/path.ts'
import { type BsonDocument, type BsonValue, isArray } from '../bson/value.ts'
import { compileFilter, type Matcher } from '../query/filter.ts'
import { type IndexSpecification, idIndexName } from './specification.ts'

/** One place that a document takes in an index. */
export interface IndexEntry {
  /** Equal for values that the index holds to be equal. */
  readonly key: string
  /** In the order of the index's fields; a field that is not there is `undefined`. */
  readonly values: readonly BsonValue[]
}

/** An index of a collection. Only a unique one is really kept, as the owner of each of its entries. */
export class CollectionIndex {
  /** `collMod` changes its expiry and whether it is hidden, never what it covers. */
  specification: IndexSpecification
  readonly paths: readonly (readonly string[])[]
  readonly collation: Collation | undefined
  /** Whether it must be checked: that of `_id` is kept by the records themselves. */
  readonly isUnique: boolean
  /** The key of an entry to the key of the record that holds it. Committed records only. */
  readonly owners: Map<string, string> = new Map()
  readonly #covers: Matcher | undefined

  constructor(specification: IndexSpecification) {
    const { key, name, unique, collation, partialFilterExpression } = specification
    this.specification = specification
    this.paths = Object.keys(key).map((field) => field.split('.'))
    this.collation = compileCollation(collation)
    this.isUnique = unique === true && name !== idIndexName
    this.#covers =
      partialFilterExpression === undefined
        ? undefined
        : compileFilter(partialFilterExpression, this.collation === undefined ? {} : { collation: this.collation })
  }

  get name(): string {
    return this.specification.name
  }

  covers(document: BsonDocument): boolean {
    return this.#covers === undefined || this.#covers(document)
  }

  /** The places that a document takes: none where the index passes it over, several where a field holds an array. */
  entriesOf(document: BsonDocument): readonly IndexEntry[] {
    if (!this.covers(document)) return []
    const columns = this.paths.map((path) => valuesAt(document, path))
    if (this.specification.sparse === true && columns.every((values) => values.every(isMissing))) return []
    const entries = new Map<string, IndexEntry>()
    for (const values of combinations(columns)) {
      const key = this.keyOf(values)
      entries.set(key, { key, values })
    }
    return [...entries.values()]
  }

  keyOf(values: readonly BsonValue[]): string {
    return values.map((value) => identityKey(value, this.collation)).join('|')
  }
}

const isMissing = (value: BsonValue): boolean => value === undefined

function valuesAt(document: BsonDocument, path: readonly string[]): readonly BsonValue[] {
  const found = leaves(document, path).flatMap((value) => {
    if (!isArray(value)) return [value]
    return value.length === 0 ? [undefined] : value
  })
  return found.length === 0 ? [undefined] : found
}

function combinations(columns: readonly (readonly BsonValue[])[]): readonly (readonly BsonValue[])[] {
  return columns.reduce<readonly (readonly BsonValue[])[]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  )
}
