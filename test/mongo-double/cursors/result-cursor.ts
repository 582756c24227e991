import type { BsonDocument } from '../bson/value.ts'
import { batchEnd } from './batch.ts'
import type { Cursor } from './cursor.ts'

/** What a query found when it was asked. */
export class ResultCursor implements Cursor {
  readonly namespace: string
  readonly awaitsMore: boolean = false
  readonly #documents: readonly BsonDocument[]
  #position = 0

  constructor(namespace: string, documents: readonly BsonDocument[]) {
    this.namespace = namespace
    this.#documents = documents
  }

  get isExhausted(): boolean {
    return this.#position >= this.#documents.length
  }

  take(most: number): readonly BsonDocument[] {
    const start = this.#position
    this.#position = batchEnd(this.#documents, start, most)
    return this.#documents.slice(start, this.#position)
  }
}
