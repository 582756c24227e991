import { assertNever } from '../../../base/internal-error.ts'
import type { PostgresEntity } from '../../../model/lookup.ts'
import type { Model } from '../../../model/model.ts'

/** What a person who opens the file should know of a table before its columns, one remark a line. */
export function notesOf(entity: PostgresEntity, model: Model): readonly string[] {
  const { postgres, softDelete } = entity
  const { lifecycle, partition } = postgres
  return [
    ...tenancyNote(entity, model),
    ...(postgres.appendOnly ? ['Append-only: rows are added, never changed or removed.'] : []),
    ...(partition === undefined
      ? []
      : ['Partitioned by month (UTC): stowage.ensure_partitions() makes the months to come.']),
    ...(lifecycle === undefined
      ? []
      : [
          `Life cycle of ${lifecycle.field}, from ${lifecycle.start}: ${lifecycle.states
            .filter(({ to }) => to.length > 0)
            .map(({ name, to }) => `${name} -> ${to.map(({ state }) => state).join(' | ')}`)
            .join('; ')}.`,
        ]),
    ...(softDelete === undefined ? [] : [`Soft delete: a row lives while ${softDelete.on} is empty.`]),
  ]
}

function tenancyNote({ tenancy }: PostgresEntity, { project }: Model): readonly string[] {
  if (project.tenancy === undefined) return []
  const { mode } = tenancy
  switch (mode) {
    case 'required':
      return []
    case 'shared':
      return ['Shared: a row without a tenant is seen by all of them and written by none.']
    case 'self':
      return ['The tenants themselves: each sees itself.']
    case 'none':
      return ['Belongs to no tenant: all see it, none writes it.']
    default:
      return assertNever(mode)
  }
}
