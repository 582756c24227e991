import type { Field } from '../../../model/field.ts'
import type { PostgresEntity } from '../../../model/lookup.ts'
import type { Expression } from '../../../print/sql/expression.ts'
import type { SqlFunction, Trigger } from '../../../print/sql/tree.ts'
import { columnOf, tableOf } from '../names.ts'
import { sharedByColumns } from '../shared-expression.ts'
import { refusal } from './refusal.ts'
import { nameOf, triggerFunction } from './trigger-function.ts'

/**
 * Its arguments: the table and the columns. A foreign key that empties its column when its target is removed does so
 * within a trigger and as the owner of the table: that is no change of mind.
 */
export const refuseImmutable: SqlFunction = triggerFunction({
  name: 'refuse_immutable_change',
  about: 'Refuses to change what is fixed from the moment a row is made.',
  body: [
    'DECLARE',
    '  was pg_catalog.jsonb := pg_catalog.to_jsonb(OLD);',
    '  is_now pg_catalog.jsonb := pg_catalog.to_jsonb(NEW);',
    '  by_foreign_key boolean := pg_catalog.pg_trigger_depth() > 1 AND current_user = (',
    '    SELECT owner.rolname FROM pg_catalog.pg_class AS class',
    '    JOIN pg_catalog.pg_roles AS owner ON owner.oid = class.relowner WHERE class.oid = TG_RELID',
    '  );',
    'BEGIN',
    '  FOR i IN 1 .. TG_NARGS - 1 LOOP',
    '    CONTINUE WHEN was -> TG_ARGV[i] IS NOT DISTINCT FROM is_now -> TG_ARGV[i];',
    `    CONTINUE WHEN by_foreign_key AND is_now ->> TG_ARGV[i] IS NULL;`,
    ...refusal(
      {
        sqlstate: 'restrict_violation',
        message: `pg_catalog.format('%s of %s never changes', TG_ARGV[i], TG_ARGV[0])`,
        table: 'TG_ARGV[0]',
        column: 'TG_ARGV[i]',
        constraint: `'immutable'`,
      },
      '    ',
    ),
    '  END LOOP;',
    '  RETURN NEW;',
    'END',
  ],
})

/** The keys, the tenant, and what the spec says never changes. */
function immutableFields({ postgres }: PostgresEntity): readonly Field[] {
  const keys = new Set(postgres.primaryKey)
  return postgres.fields.filter(
    ({ name, primary, publicId, origin, immutable }) =>
      primary || publicId || immutable || origin.kind === 'tenant' || keys.has(name),
  )
}

/**
 * Whether it has to fire before a row is written, and not after it, when no other trigger changes the row any more: an
 * UPDATE that moves a row to another partition fires none after, and who empties a foreign key is known only before.
 */
function isEarly({ postgres }: PostgresEntity, fields: readonly Field[]): boolean {
  return postgres.partition !== undefined || fields.some(({ relation }) => relation?.onDelete === 'set_null')
}

const isChanged = sharedByColumns((...fields) => {
  const changed = fields.map(
    (field): Expression => ({
      kind: 'compare',
      operator: 'is distinct from',
      left: columnOf(field, 'old'),
      right: columnOf(field, 'new'),
    }),
  )
  const [first, ...others] = changed
  return first !== undefined && others.length === 0 ? first : { kind: 'or', of: changed }
})

/** Fires where one of them has changed, and not at all otherwise. */
export function immutableTriggers(entity: PostgresEntity): readonly Trigger[] {
  const fields = immutableFields(entity)
  const [first, ...others] = fields
  if (first === undefined || entity.postgres.appendOnly) return []
  return [
    {
      name: 'immutable',
      about: 'Keys and whatever is fixed never change.',
      timing: isEarly(entity, fields) ? 'before' : 'after',
      events: ['update'],
      level: 'row',
      when: isChanged(first, ...others),
      function: nameOf(refuseImmutable),
      arguments: [tableOf(entity).name, ...fields.map((field) => field.physical.text)],
      always: false,
    },
  ]
}
