import { inPostgres } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import type { SqlFunction } from '../../../print/sql/tree.ts'
import { refuseChange } from './append-only.ts'
import { immutableTriggers, refuseImmutable } from './immutable.ts'
import { keepFunctions } from './keep-changes.ts'
import { lifecycleFunctions } from './lifecycle.ts'
import { partitionFunctions } from './partitions.ts'
import { referenceFunctions } from './references.ts'
import { softDeleteFunctions } from './soft-delete.ts'

/** What triggers and jobs call: those functions alone that something calls. */
export function supportFunctionsOf(model: Model): readonly SqlFunction[] {
  const entities = inPostgres(model)
  const functions = [
    ...keepFunctions(model),
    ...(entities.some(({ postgres }) => postgres.appendOnly) ? [refuseChange] : []),
    ...(entities.some((entity) => immutableTriggers(entity).length > 0) ? [refuseImmutable] : []),
    ...lifecycleFunctions(model),
    ...referenceFunctions(model),
    ...softDeleteFunctions(model),
    ...partitionFunctions(model),
  ]
  const owner = model.project.tenancy?.roles.owner
  return owner === undefined ? functions : functions.map((one) => ({ owner, ...one }))
}
