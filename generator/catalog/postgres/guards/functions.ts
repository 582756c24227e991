import type { Model } from '../../../model/model.ts'
import type { SqlFunction } from '../../../print/sql/tree.ts'
import { refuseChange } from './append-only.ts'
import { refuseImmutable } from './immutable.ts'
import { keepFunctions } from './keep-changes.ts'
import { lifecycleFunctions } from './lifecycle.ts'
import type { Needs } from './needs.ts'
import { partitionFunctions } from './partitions.ts'
import { recordMove } from './record-move.ts'
import { refuseReference } from './references.ts'
import { refuseDeletion } from './soft-delete.ts'

/** What the triggers of several tables and jobs call: those functions alone that something calls. */
export function supportFunctionsOf(
  model: Model,
  { keepers, moving, partitioned, triggers }: Needs,
): readonly SqlFunction[] {
  const functions = [
    ...keepFunctions(model, keepers),
    ...(triggers.has('append_only') ? [refuseChange] : []),
    ...(triggers.has('immutable') ? [refuseImmutable] : []),
    ...lifecycleFunctions(moving),
    ...(triggers.has('record_move') ? [recordMove(model)] : []),
    ...(triggers.has('references_on_insert') ? [refuseReference(model)] : []),
    ...(triggers.has('soft_delete') ? [refuseDeletion(model)] : []),
    ...partitionFunctions(model, partitioned),
  ]
  const owner = model.project.tenancy?.roles.owner
  return owner === undefined ? functions : functions.map((one) => ({ owner, ...one }))
}
