import type { BsonDocument } from '../bson/value.ts'
import type { CollectionIndex } from '../indexes/collection-index.ts'
import type { IndexSet } from '../indexes/index-set.ts'
import type { RecordChange, Records } from './records.ts'

/** The committed records of a collection. */
export class RecordTable implements Records {
  readonly #documents = new Map<string, BsonDocument>()
  readonly #indexes: IndexSet

  constructor(indexes: IndexSet) {
    this.#indexes = indexes
  }

  get size(): number {
    return this.#documents.size
  }

  get(key: string): BsonDocument | undefined {
    return this.#documents.get(key)
  }

  values(): Iterable<BsonDocument> {
    return this.#documents.values()
  }

  entries(): Iterable<[string, BsonDocument]> {
    return this.#documents.entries()
  }

  ownerOf(index: CollectionIndex, entry: string): string | undefined {
    return index.owners.get(entry)
  }

  /** All old entries are given up before a new one is taken: two records may exchange their values. */
  apply(changes: readonly RecordChange[]): void {
    for (const { key, before } of changes) {
      if (before !== undefined) this.#release(key, before)
    }
    for (const { key, after } of changes) {
      if (after === undefined) {
        this.#documents.delete(key)
        continue
      }
      this.#documents.set(key, after)
      for (const index of this.#indexes.unique) {
        for (const entry of index.entriesOf(after)) index.owners.set(entry.key, key)
      }
    }
  }

  #release(key: string, before: BsonDocument): void {
    for (const index of this.#indexes.unique) {
      for (const entry of index.entriesOf(before)) {
        if (index.owners.get(entry.key) === key) index.owners.delete(entry.key)
      }
    }
  }
}
