import type { PostgresEntity } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import type { Grant, Table } from '../../../print/sql/tree.ts'
import { appendOnlyTriggers } from './append-only.ts'
import { grantsOf, viewGrantsOf } from './grants.ts'
import { immutableTriggers } from './immutable.ts'
import { keepTriggers } from './keep-changes.ts'
import { lifecycleTriggers } from './lifecycle.ts'
import { notesOf } from './notes.ts'
import { referenceGuard } from './references.ts'
import { rowSecurityOf } from './row-security.ts'
import { softDeleteGuard } from './soft-delete.ts'

/** What guards one table. */
export interface Guard extends Pick<Table, 'triggers' | 'functions' | 'rowSecurity' | 'grants' | 'owner'> {
  readonly notes: readonly string[]
  readonly viewGrants: readonly Grant[]
}

/** Everything that holds what the spec promises of a table, beyond its columns and keys. */
export function guardOf(entity: PostgresEntity, model: Model): Guard {
  const owner = model.project.tenancy?.roles.owner
  const references = referenceGuard(entity, model)
  const deletion = softDeleteGuard(entity, model)
  const functions = [...references.functions, ...deletion.functions]
  return {
    notes: notesOf(entity, model),
    ...(owner === undefined ? {} : { owner }),
    triggers: [
      ...keepTriggers(entity, model),
      ...appendOnlyTriggers(entity),
      ...immutableTriggers(entity),
      ...lifecycleTriggers(entity, model),
      ...references.triggers,
      ...deletion.triggers,
    ],
    ...(functions.length === 0 ? {} : { functions }),
    ...rowSecurityOf(entity, model),
    grants: grantsOf(entity, model),
    viewGrants: viewGrantsOf(model),
  }
}
