import type { Collection } from '../catalog/collection.ts'
import { Overlay } from '../storage/overlay.ts'

export type TransactionState = 'active' | 'committed' | 'aborted'

/** A transaction of several statements, on any number of collections. */
export class Transaction {
  readonly number: bigint
  readonly startedAt: number = Date.now()
  state: TransactionState = 'active'
  /** Collections that came to be for it: without its commit they go again. */
  readonly created: Collection[] = []
  readonly #overlays = new Map<Collection, Overlay>()

  constructor(number: bigint) {
    this.number = number
  }

  recordsOf(collection: Collection): Overlay {
    const present = this.#overlays.get(collection)
    if (present !== undefined) return present
    const overlay = new Overlay(collection.records, collection.indexes)
    this.#overlays.set(collection, overlay)
    return overlay
  }

  overlays(): Iterable<[Collection, Overlay]> {
    return this.#overlays.entries()
  }
}
