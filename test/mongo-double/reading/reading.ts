import { type Collation, compileCollation } from '../bson/collation.ts'
import { type BsonDocument, type BsonValue, isDocument } from '../bson/value.ts'
import type { Collection } from '../catalog/collection.ts'
import { compileFilter, type FilterContext, type Matcher } from '../query/filter.ts'
import { checkTextPlacement } from '../query/text-placement.ts'
import { compileTextSearch } from '../text-search/search.ts'

export interface ReadingOptions {
  readonly collation?: BsonValue
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  readonly hint?: BsonValue
  readonly sort?: BsonDocument | undefined
}

type Score = (document: BsonDocument) => number

/** How one statement compares strings, what its variables are and how it scores what it finds. */
export class Reading {
  readonly collation: Collation | undefined
  /** The same as a client writes it. */
  readonly collationOptions: BsonDocument | undefined
  readonly variables: Readonly<Record<string, unknown>> | undefined
  readonly #collection: Collection | undefined
  readonly #options: ReadingOptions
  #score: Score | undefined

  constructor(collection: Collection | undefined, options: ReadingOptions = {}) {
    this.#collection = collection
    this.#options = options
    this.variables = options.variables
    this.collationOptions = isDocument(options.collation) ? options.collation : collection?.defaultCollation
    this.collation = options.collation === undefined ? collection?.collation : compileCollation(options.collation)
  }

  /** Whether the entries of indexes compare as this statement does. */
  comparesAs(collation: Collation | undefined): boolean {
    return collation === this.collation
  }

  /** The score of the `$text` query, once a filter with one was compiled. */
  get score(): Score | undefined {
    return this.#score
  }

  /** @throws ServerError where MongoDB refuses the filter on this collection, above all a `$text` that it cannot plan */
  compile(filter: BsonDocument): Matcher {
    const index = this.#collection?.indexes.text
    const { hint, sort } = this.#options
    // Where there is no collection there is nothing to plan, and nothing to find.
    if (this.#collection !== undefined) {
      checkTextPlacement(filter, index, { hint, sort, indexedFields: firstFields(this.#collection) })
    }
    return compileFilter(filter, this.#context(index))
  }

  #context(index: BsonDocument | undefined): FilterContext {
    return {
      ...(this.collation === undefined ? {} : { collation: this.collation }),
      ...(this.variables === undefined ? {} : { variables: this.variables }),
      text: (query) => {
        const score: Score = index === undefined ? () => 0 : compileTextSearch(index, query)
        this.#score = score
        return score
      },
    }
  }
}

function firstFields({ indexes }: Collection): ReadonlySet<string> {
  return new Set(indexes.specifications.flatMap(({ key }) => Object.keys(key).slice(0, 1)))
}
