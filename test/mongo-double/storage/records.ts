import type { BsonDocument } from '../bson/value.ts'
import type { CollectionIndex } from '../indexes/collection-index.ts'

/** The documents of a collection as somebody sees them: as committed, or from within a transaction. */
export interface Records {
  readonly size: number
  get(key: string): BsonDocument | undefined
  /** In the order of their insertion. */
  values(): Iterable<BsonDocument>
  /** The key of the record that holds an entry of a unique index. */
  ownerOf(index: CollectionIndex, entry: string): string | undefined
  /** Changes records and the unique indexes with them. Nothing is checked any more. */
  apply(changes: readonly RecordChange[]): void
}

/** What happens to one record: it is inserted without `before`, removed without `after`. */
export interface RecordChange {
  readonly key: string
  readonly before: BsonDocument | undefined
  readonly after: BsonDocument | undefined
}
