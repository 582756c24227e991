import type { PostgresEntity } from '../../../model/lookup.ts'
import type { SqlFunction, Trigger } from '../../../print/sql/tree.ts'
import { tableOf } from '../names.ts'
import { refusal } from './refusal.ts'
import { nameOf, triggerFunction } from './trigger-function.ts'

/** Its argument: the table, since a partition's trigger knows the partition alone. */
export const refuseChange: SqlFunction = triggerFunction({
  name: 'refuse_append_only_change',
  about: 'Refuses to change or remove rows of a table that is only ever added to.',
  body: [
    'BEGIN',
    ...refusal({
      sqlstate: 'restrict_violation',
      message: `pg_catalog.format('%s of %s is refused: its rows are only ever added', TG_OP, TG_ARGV[0])`,
      hint: `'Add a row that corrects the earlier one.'`,
      table: 'TG_ARGV[0]',
      constraint: `'append_only'`,
    }),
    'END',
  ],
})

/**
 * The grants refuse first; these refuse whoever the grants let through: the owner, a superuser, a cascade. They fire in a
 * replica's session too, so that `session_replication_role` does not turn them off.
 */
export function appendOnlyTriggers(entity: PostgresEntity): readonly Trigger[] {
  if (!entity.postgres.appendOnly) return []
  const { name } = tableOf(entity)
  const common = { timing: 'before', function: nameOf(refuseChange), arguments: [name], always: true } as const
  return [
    {
      ...common,
      name: 'append_only',
      about: 'Rows are only ever added.',
      events: ['update', 'delete'],
      level: 'row',
    },
    {
      ...common,
      name: 'append_only_truncate',
      about: 'Nor are they all removed at once.',
      events: ['truncate'],
      level: 'statement',
    },
  ]
}
