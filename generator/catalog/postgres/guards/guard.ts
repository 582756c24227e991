import type { PostgresEntity } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'
import type { Grant, Table } from '../../../print/sql/tree.ts'
import { appendOnlyTriggers } from './append-only.ts'
import { grantsOf, viewGrantsOf } from './grants.ts'
import { immutableTriggers } from './immutable.ts'
import { keepTriggers } from './keep-changes.ts'
import { lifecycleTriggers } from './lifecycle.ts'
import { notesOf } from './notes.ts'
import { referenceTriggers } from './references.ts'
import { rowSecurityOf } from './row-security.ts'
import { softDeleteTriggers } from './soft-delete.ts'

/** What guards one table. */
export interface Guard extends Pick<Table, 'triggers' | 'rowSecurity' | 'grants' | 'owner'> {
  readonly notes: readonly string[]
  readonly viewGrants: readonly Grant[]
}

/** Everything that holds what the spec promises of a table, beyond its columns and keys. */
export function guardOf(entity: PostgresEntity, model: Model): Guard {
  const owner = model.project.tenancy?.roles.owner
  return {
    notes: notesOf(entity, model),
    ...(owner === undefined ? {} : { owner }),
    triggers: [
      ...keepTriggers(entity, model),
      ...appendOnlyTriggers(entity),
      ...immutableTriggers(entity),
      ...lifecycleTriggers(entity),
      ...referenceTriggers(entity, model),
      ...softDeleteTriggers(entity, model),
    ],
    ...rowSecurityOf(entity, model),
    grants: grantsOf(entity, model),
    viewGrants: viewGrantsOf(model),
  }
}
