import { assertNever } from '../../base/internal-error.ts'
import type { Field } from '../../model/field.ts'
import { entityNamed, hasTable, type PostgresEntity, tenantKeyOf } from '../../model/lookup.ts'
import type { Model } from '../../model/model.ts'
import type { ForeignKey } from '../../print/sql/tree.ts'
import { idFieldOf, tableOf } from './names.ts'

/**
 * What a table refers to, bookkeeping and the tenant itself included. Where both ends belong to a tenant, the tenant is
 * part of the key: row level security does not look at references. A partitioned table has no key of its id alone, and
 * a list is no key: nothing checks those.
 */
export function foreignKeysOf(entity: PostgresEntity, model: Model): readonly ForeignKey[] {
  return entity.postgres.fields.flatMap((field) => foreignKeyOf(field, entity, model) ?? [])
}

function foreignKeyOf(field: Field, entity: PostgresEntity, model: Model): ForeignKey | undefined {
  const { type, relation, list } = field
  if (type.kind !== 'ref' || type.mode !== 'foreign_key' || relation === undefined || list) return undefined
  const to = entityNamed(model, type.entity)
  if (!hasTable(to) || to.postgres.partition !== undefined) return undefined
  const pairs = [...(relation.withTenant ? tenantPair(entity, to) : []), { from: field, to: idFieldOf(to) }]
  return {
    name: relation.constraint.text,
    columns: pairs.map(({ from }) => from.physical.text),
    target: tableOf(to),
    targetColumns: pairs.map(({ to: other }) => other.physical.text),
    onDelete: actionOf(relation.onDelete, field),
  }
}

interface Pair {
  readonly from: Field
  readonly to: Field
}

function tenantPair(entity: PostgresEntity, target: PostgresEntity): readonly Pair[] {
  const [from, to] = [tenantKeyOf(entity), tenantKeyOf(target)]
  return from === undefined || to === undefined ? [] : [{ from, to }]
}

function actionOf(action: NonNullable<Field['relation']>['onDelete'], field: Field): ForeignKey['onDelete'] {
  switch (action) {
    case 'restrict':
    case 'cascade':
      return action
    case 'set_null':
      return { setNull: [field.physical.text] }
    default:
      return assertNever(action)
  }
}
