import type { BsonDocument } from '../bson/value.ts'
import type { CollectionIndex } from '../indexes/collection-index.ts'
import type { IndexSet } from '../indexes/index-set.ts'
import type { RecordTable } from './record-table.ts'
import type { RecordChange, Records } from './records.ts'

/**
 * A collection as one transaction sees it: as it stood when the transaction began, with its own changes. Nothing is
 * copied: what others change meanwhile is kept as it was, and the rest is read through.
 */
export class Overlay implements Records {
  readonly #committed: RecordTable
  readonly #indexes: IndexSet
  /** How records were that others have changed since; `undefined` for one that was not there. */
  readonly #preserved = new Map<string, BsonDocument | undefined>()
  readonly #changes = new Map<string, BsonDocument | undefined>()
  readonly #owners = new Map<CollectionIndex, Map<string, string | undefined>>()

  constructor(committed: RecordTable, indexes: IndexSet) {
    this.#committed = committed
    this.#indexes = indexes
  }

  get size(): number {
    let size = 0
    for (const _ of this.values()) size += 1
    return size
  }

  get(key: string): BsonDocument | undefined {
    return this.#changes.has(key) ? this.#changes.get(key) : this.#asItWas(key)
  }

  *values(): Iterable<BsonDocument> {
    const seen = new Set<string>()
    for (const [key] of this.#committed.entries()) {
      seen.add(key)
      const document = this.get(key)
      if (document !== undefined) yield document
    }
    for (const key of new Set([...this.#preserved.keys(), ...this.#changes.keys()])) {
      const document = seen.has(key) ? undefined : this.get(key)
      if (document !== undefined) yield document
    }
  }

  ownerOf(index: CollectionIndex, entry: string): string | undefined {
    const owners = this.#owners.get(index)
    return owners?.has(entry) ? owners.get(entry) : this.#committed.ownerOf(index, entry)
  }

  apply(changes: readonly RecordChange[]): void {
    for (const { key, before } of changes) {
      if (before === undefined) continue
      this.#eachEntry(before, (index, entry) => {
        if (this.ownerOf(index, entry) === key) this.#ownersOf(index).set(entry, undefined)
      })
    }
    for (const { key, after } of changes) {
      this.#changes.set(key, after)
      if (after !== undefined) this.#eachEntry(after, (index, entry) => this.#ownersOf(index).set(entry, key))
    }
  }

  /** Keeps a record as it is, before somebody else changes it. Only the first change counts. */
  preserve(key: string, before: BsonDocument | undefined): void {
    if (!this.#preserved.has(key)) this.#preserved.set(key, before)
  }

  /** Whether somebody else has changed the record since the transaction began. */
  isOvertaken(key: string): boolean {
    return this.#preserved.has(key)
  }

  /** What the transaction comes to, record by record. */
  changes(): readonly RecordChange[] {
    return [...this.#changes]
      .map(([key, after]) => ({ key, before: this.#committed.get(key), after }))
      .filter(({ before, after }) => before !== after)
  }

  #asItWas(key: string): BsonDocument | undefined {
    return this.#preserved.has(key) ? this.#preserved.get(key) : this.#committed.get(key)
  }

  #ownersOf(index: CollectionIndex): Map<string, string | undefined> {
    const owners = this.#owners.get(index) ?? new Map<string, string | undefined>()
    this.#owners.set(index, owners)
    return owners
  }

  #eachEntry(document: BsonDocument, take: (index: CollectionIndex, entry: string) => void): void {
    for (const index of this.#indexes.unique) {
      for (const { key } of index.entriesOf(document)) take(index, key)
    }
  }
}
