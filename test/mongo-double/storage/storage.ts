import { Catalog } from '../catalog/catalog.ts'
import type { Collection } from '../catalog/collection.ts'
import { ChangeLog } from '../change-streams/change-log.ts'
import type { Transaction } from '../transactions/transaction.ts'
import { Locks } from './locks.ts'
import type { RecordChange } from './records.ts'

/** What MongoDB gives a transaction to live, in milliseconds. */
const longestTransaction = 60_000

/** All that the server holds, and the only way by which committed records change. */
export class Storage {
  readonly catalog: Catalog = new Catalog()
  readonly locks: Locks = new Locks()
  readonly log: ChangeLog = new ChangeLog()
  readonly #open = new Set<Transaction>()

  opened(transaction: Transaction): void {
    this.#open.add(transaction)
  }

  /** Writes records for all to see, and preserves for open transactions what they were. No change stream hears of it. */
  commitSilently(collection: Collection, changes: readonly RecordChange[]): void {
    for (const transaction of this.#open) {
      const overlay = transaction.recordsOf(collection)
      for (const { key, before } of changes) overlay.preserve(key, before)
    }
    collection.records.apply(changes)
  }

  commit(collection: Collection, changes: readonly RecordChange[], isReplacement = false): void {
    this.commitSilently(collection, changes)
    for (const { before, after } of changes) {
      const operation =
        before === undefined ? 'insert' : after === undefined ? 'delete' : isReplacement ? 'replace' : 'update'
      this.log.append({ operation, namespace: collection.namespace, collection, before, after })
    }
  }

  commitTransaction(transaction: Transaction): void {
    this.#open.delete(transaction)
    transaction.state = 'committed'
    for (const [collection, overlay] of transaction.overlays()) {
      const changes = overlay.changes()
      if (changes.length > 0) this.commit(collection, changes)
    }
    this.locks.release(transaction)
  }

  abortTransaction(transaction: Transaction): void {
    this.#open.delete(transaction)
    transaction.state = 'aborted'
    for (const collection of transaction.created) {
      if (collection.records.size === 0) this.catalog.drop(collection)
    }
    this.locks.release(transaction)
  }

  /** Ends what clients began and never ended. */
  abortForgotten(now: number): void {
    for (const transaction of this.#open) {
      if (transaction.startedAt + longestTransaction <= now) this.abortTransaction(transaction)
    }
  }
}
