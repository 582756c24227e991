import type { Model } from '../../../model/model.ts'
import type { Table } from '../../../print/sql/tree.ts'
import { lifecycleTables } from '../guards/lifecycle.ts'
import type { Needs } from '../guards/needs.ts'
import { outbox } from './outbox.ts'
import { splitWorkOf } from './split-work.ts'
import { storageIntents } from './storage-intents.ts'
import { storedObjects } from './stored-objects.ts'

/** What Stowage keeps in tables of its own, in the schema `stowage`: those alone that something of the spec needs. */
export function internalTablesOf(model: Model, { moving, triggers }: Needs): readonly Table[] {
  const split = splitWorkOf(model)
  return [
    ...lifecycleTables(model, moving),
    ...(triggers.has('record_move') ? [outbox(model)] : []),
    ...(split.any ? [storageIntents(model), storedObjects(model, split)] : []),
  ]
}
