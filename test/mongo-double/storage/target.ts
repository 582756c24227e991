import type { Collection } from '../catalog/collection.ts'
import type { Transaction } from '../transactions/transaction.ts'
import type { Records } from './records.ts'
import type { Storage } from './storage.ts'

/** A collection as one command sees and writes it. */
export interface Target {
  readonly storage: Storage
  readonly collection: Collection
  readonly records: Records
  readonly transaction: Transaction | undefined
}

export function targetIn(storage: Storage, collection: Collection, transaction: Transaction | undefined): Target {
  const records = transaction === undefined ? collection.records : transaction.recordsOf(collection)
  return { storage, collection, records, transaction }
}
