import type { Collection } from '../catalog/collection.ts'
import { refuse } from '../server-error.ts'
import type { Storage } from '../storage/storage.ts'
import { type Target, targetIn } from '../storage/target.ts'
import type { Transaction } from '../transactions/transaction.ts'

/** Where a command reads and writes: one database, in a transaction or not. */
export interface Scope {
  readonly storage: Storage
  readonly database: string
  readonly transaction: Transaction | undefined
}

export function findTarget({ storage, database, transaction }: Scope, name: string): Target | undefined {
  const collection = storage.catalog.find(database, name)
  return collection === undefined ? undefined : targetIn(storage, collection, transaction)
}

/** The collection to write to, made where it is not there. @throws ServerError 166 for a view */
export function createTarget(scope: Scope, name: string): Target {
  const { storage, database, transaction } = scope
  const present = findTarget(scope, name)
  if (present !== undefined) return checkWritable(present)
  const created = storage.catalog.findOrCreate(database, name)
  transaction?.created.push(created)
  return targetIn(storage, created, transaction)
}

/** @throws ServerError 166 for a view, 263 for a capped collection in a transaction */
export function checkWritable(target: Target): Target {
  checkNoView(target.collection)
  if (target.collection.isCapped && target.transaction !== undefined) {
    refuse(
      263,
      'OperationNotSupportedInTransaction',
      `Collection '${target.collection.name}' is a capped collection. Writes in transactions are not allowed on capped collections.`,
    )
  }
  return target
}

export function checkNoView({ kind, name }: Collection): void {
  if (kind === 'view') refuse(166, 'CommandNotSupportedOnView', `Namespace ${name} is a view, not a collection`)
}
