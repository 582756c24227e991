import { oncePer } from '../../../base/once-per.ts'
import { by } from '../../../base/order.ts'
import type {
  ColumnDescription,
  ConstraintDescription,
  GrantDescription,
  IndexDescription,
  PolicyDescription,
  TableDescription,
  TriggerDescription,
  ViewDescription,
} from '../../../live/postgres/description.ts'
import { sortedRows } from '../../../live/postgres/read/internal-rows.ts'
import type { Expression } from '../../../print/sql/expression.ts'
import type { Column, ForeignKey, Grant, Index, Policy, Table, Trigger } from '../../../print/sql/tree.ts'
import { storable } from './constant.ts'
import { describeDefault, describeExpression } from './expression.ts'
import { identifier, identifiers, qualified } from './identifier.ts'

const byName = by<{ readonly name: string }>(({ name }) => name)

export function describeTable(table: Table): TableDescription {
  const { schema, name, owner, partition, rowSecurity, rows } = table
  return {
    schema,
    name,
    ...(owner === undefined ? {} : { owner }),
    ...comment(table.about),
    persistence: 'permanent',
    ...(partition === undefined ? {} : { partitionedBy: `RANGE (${identifier(partition.by)})` }),
    columns: table.columns.map((column) => describeColumn(column, owner !== undefined)),
    constraints: constraintsOf(table).toSorted(byName),
    indexes: table.indexes.map((index) => describeIndex(table, index)).toSorted(byName),
    triggers: table.triggers.map((trigger) => describeTrigger(table, trigger)).toSorted(byName),
    rules: [],
    rowSecurity: { enabled: rowSecurity !== undefined, forced: rowSecurity !== undefined },
    policies: (rowSecurity?.policies ?? []).map(describePolicy).toSorted(byName),
    ...(owner === undefined ? {} : { grants: describeGrants(table.grants) }),
    ...(rows === undefined ? {} : { rows: sortedRows(rows) }),
  }
}

/** @param owned whether the project has roles */
function describeColumn(
  { name, type, optional, collation, default: start, identity, about }: Column,
  owned: boolean,
): ColumnDescription {
  return {
    name,
    type,
    optional,
    ...(collation === undefined ? {} : { collation }),
    ...(start === undefined ? {} : { default: describeDefault(start) }),
    ...(identity === undefined
      ? {}
      : { filled: 'identity', ...(owned ? { counter: describeGrants(identity.grants) } : {}) }),
    ...comment(about),
  }
}

function constraintsOf({ primaryKey, uniques, checks, foreignKeys }: Table): readonly ConstraintDescription[] {
  const constraint = (name: string, definition: string): ConstraintDescription => {
    return { name, definition, enforced: true }
  }
  return [
    constraint(primaryKey.name, `PRIMARY KEY (${identifiers(primaryKey.columns)})`),
    ...uniques.map(({ name, columns, nullsNotDistinct }) =>
      constraint(name, `UNIQUE ${nullsNotDistinct ? 'NULLS NOT DISTINCT ' : ''}(${identifiers(columns)})`),
    ),
    ...checks.map(({ name, expression }) => constraint(name, `CHECK (${describeExpression(expression)})`)),
    ...foreignKeys.map((key) => constraint(key.name, foreignKeyText(key))),
  ]
}

function foreignKeyText({ columns, target, targetColumns, onDelete }: ForeignKey): string {
  const effect = typeof onDelete === 'string' ? onDelete.toUpperCase() : `SET NULL (${identifiers(onDelete.setNull)})`
  const target_ = `${qualified(target)}(${identifiers(targetColumns)})`
  return `FOREIGN KEY (${identifiers(columns)}) REFERENCES ${target_} ON DELETE ${effect}`
}

function describeIndex(table: Table, { name, unique, columns, nullsNotDistinct, where }: Index): IndexDescription {
  const keys = columns.map((column) => identifier(column.name) + (column.order === 'desc' ? ' DESC' : ''))
  // An index of a partitioned table is shown as if it left the partitions out.
  const on = `ON ${table.partition === undefined ? '' : 'ONLY '}${qualified(table)}`
  const definition = [
    `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${identifier(name)} ${on} USING btree (${keys.join(', ')})`,
    ...(nullsNotDistinct ? ['NULLS NOT DISTINCT'] : []),
    ...(where === undefined || isAlways(where) ? [] : [`WHERE ${describeExpression(where)}`]),
  ].join(' ')
  return { name, definition, valid: true }
}

/** A condition that always holds is not kept with an index. */
function isAlways(where: Expression): boolean {
  return where.kind === 'constant' && where.value
}

/** The order in which PostgreSQL names events, whatever the order in which they were given. */
const events = ['insert', 'delete', 'update', 'truncate'] as const

function describeTrigger(table: Table, trigger: Trigger): TriggerDescription {
  const { name, timing, level, when, always } = trigger
  const heard = events.filter((event) => trigger.events.includes(event)).join(' OR ')
  const given = trigger.arguments.map((text) => `'${storable(text).replaceAll("'", "''")}'`).join(', ')
  const definition = [
    `CREATE TRIGGER ${identifier(name)} ${timing.toUpperCase()} ${heard.toUpperCase()} ON ${qualified(table)}`,
    `FOR EACH ${level.toUpperCase()}`,
    ...(when === undefined ? [] : [`WHEN (${describeCondition(when)})`]),
    `EXECUTE FUNCTION ${qualified(trigger.function)}(${given})`,
  ].join(' ')
  return { name, definition, enabled: always ? 'always' : 'origin' }
}

/** Most tables have the very same. */
const describeCondition = oncePer(describeExpression)

function describePolicy({ name, command, roles, using, check }: Policy): PolicyDescription {
  return {
    name,
    command,
    permissive: true,
    roles: roles.toSorted(),
    ...(using === undefined ? {} : { using: describeCondition(using) }),
    ...(check === undefined ? {} : { check: describeCondition(check) }),
  }
}

/** The view of the live rows, which everybody reads with rights of their own. */
export function describeView(table: Table): readonly ViewDescription[] {
  const { schema, owner, view } = table
  if (view === undefined) return []
  const columns = view.columns.map(identifier).join(',\n    ')
  return [
    {
      schema,
      name: view.name,
      ...(owner === undefined ? {} : { owner }),
      ...comment(view.about),
      definition: ` SELECT ${columns}\n   FROM ${qualified(table)}\n  WHERE ${describeExpression(view.where)};`,
      options: ['security_invoker=true'],
      ...(owner === undefined ? {} : { grants: describeGrants(view.grants) }),
    },
  ]
}

function describeGrants(grants: readonly Grant[]): readonly GrantDescription[] {
  return grants
    .filter(({ privileges }) => privileges.length > 0)
    .map(({ role, privileges }) => ({ role, privileges: privileges.toSorted() }))
    .toSorted(by(({ role }) => role))
}

/** A comment that is empty is none. */
export function comment(about: string | undefined): { readonly comment?: string } {
  return about === undefined || about === '' ? {} : { comment: storable(about) }
}
