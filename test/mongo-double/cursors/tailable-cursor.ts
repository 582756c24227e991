import type { BsonDocument } from '../bson/value.ts'
import type { Collection } from '../catalog/collection.ts'
import type { Cursor } from './cursor.ts'

/** Follows what is added to a capped collection. */
export class TailableCursor implements Cursor {
  readonly awaitsMore: boolean
  readonly isExhausted: boolean = false
  readonly #collection: Collection
  readonly #read: (document: BsonDocument) => readonly BsonDocument[]
  readonly #seen = new Set<BsonDocument>()

  /** @param read a document as the query gives it, or nothing where the query passes it over */
  constructor(collection: Collection, awaitsMore: boolean, read: (document: BsonDocument) => readonly BsonDocument[]) {
    this.#collection = collection
    this.awaitsMore = awaitsMore
    this.#read = read
  }

  get namespace(): string {
    return this.#collection.name
  }

  take(most: number): readonly BsonDocument[] {
    const batch: BsonDocument[] = []
    for (const document of this.#collection.records.values()) {
      if (batch.length >= most) break
      if (this.#seen.has(document)) continue
      this.#seen.add(document)
      batch.push(...this.#read(document))
    }
    return batch
  }
}
