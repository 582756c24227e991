import { toCase, words } from '../../base/casing.ts'
import { singular } from '../../base/plural.ts'
import type { RuleCode } from '../../diagnostic/codes.ts'
import { inPostgres } from '../../model/lookup.ts'
import type { NameConvention } from '../../model/project.ts'
import { dressed, endsWith, type Role, wears } from '../../rules/naming/role.ts'
import type { ForeignColumn, ForeignConstraint, ForeignIndex, ForeignTable } from '../tree.ts'
import type { CheckContext } from './context.ts'

/** What a column is for, by its type and keys alone, and what its name must therefore say. */
export interface ColumnRole {
  readonly role: Role
  readonly code: RuleCode
  readonly noun: string
  readonly demand: NameConvention
  /** Where it may say one of two things. */
  readonly orElse?: NameConvention
  /** The table that it refers to. */
  readonly target?: string
}

/**
 * Roles that types and keys tell. Two roles of a spec are not to be known from a file: which text is an identifier of an
 * outside system, and which is the key of an object.
 */
export function columnRole(column: ForeignColumn, table: ForeignTable, context: CheckContext): ColumnRole | undefined {
  const { roles } = context.model.project.conventions.postgres
  const name = column.name.text
  const reference = referenceFrom(name, table, context)
  if (reference !== undefined) return referenceRole(name, reference, context)
  if (isOnlyKey(name, table, 'primary key')) {
    return { role: 'internal_id', code: 'naming/internal-id', noun: 'primary key', demand: roles.internalId }
  }
  if (column.type === 'ulid' && !column.nullable && isUnique(name, table)) {
    return { role: 'public_id', code: 'naming/public-id', noun: 'public id', demand: roles.publicId }
  }
  if (column.type !== 'timestamp') return undefined
  return { role: 'timestamp', code: 'naming/timestamp-suffix', noun: 'timestamp column', demand: roles.timestamp }
}

/** Whether the name says what its role demands. */
export function saysRole(name: string, { demand, orElse }: ColumnRole): boolean {
  return wears(name, demand) || (orElse !== undefined && wears(name, orElse))
}

/** The words of the name that the column should have; undefined where a person has to find them. */
export function wordsFor(name: string, role: ColumnRole, { model }: CheckContext): readonly string[] | undefined {
  if (role.role !== 'reference') {
    // `createdat` in one word.
    const apart = role.role === 'timestamp' ? name.replace(/ed(at|on)$/, 'ed_$1') : name
    const parts = dressed(apart, role.role, role.demand, model)
    const suffix = words(role.demand.suffix ?? '')
    const said = parts.slice(0, parts.length - suffix.length).join('_')
    // `user_id` does not say what the user did.
    return role.role === 'user_ref' && (said === 'user' || said === lastWordOf(role.target)) ? undefined : parts
  }
  const suffix = words(role.demand.suffix ?? '')
  const parts = words(name)
  const last = parts.at(-1) ?? ''
  const noun = lastWordOf(role.target)
  // `customerid` in one word.
  const joined = noun !== '' && last === noun + suffix.join('')
  return [...(joined ? [...parts.slice(0, -1), noun] : parts), ...suffix]
}

function lastWordOf(table: string | undefined): string {
  return singular(words((table ?? '').split('.').at(-1) ?? '').at(-1) ?? '')
}

function referenceRole(name: string, target: Target, { schema, model }: CheckContext): ColumnRole | undefined {
  const { postgres, mongo } = model.project.conventions
  const { userRef, foreignKey, internalId } = postgres.roles
  if (schema.store === 'mongo') {
    if (mongo.reference.suffix === undefined) return undefined
    const code = 'naming/store-ref-suffix'
    return { role: 'reference', code, noun: 'reference', demand: mongo.reference, target: target.table }
  }
  const users = usersTable(model)
  // As a statement calls it, a table named `user` stands in quotes.
  if (target.table.replaceAll('"', '') === users) {
    return {
      role: 'user_ref',
      code: 'naming/user-ref-suffix',
      noun: 'reference to a user',
      demand: userRef,
      target: target.table,
    }
  }
  // `country_code` refers to a code and says so.
  const key = target.column
  if (key !== undefined && key !== internalId.name && endsWith(words(name), words(key))) return undefined
  if (foreignKey.suffix === undefined) return undefined
  return {
    role: 'reference',
    code: 'naming/foreign-key-suffix',
    noun: 'foreign key',
    demand: foreignKey,
    // Which table holds the users is not known: `created_by` may well refer to one.
    ...(users === undefined ? { orElse: userRef } : {}),
    target: target.table,
  }
}

/** The table of the people who act, as the spec's tenancy names it. */
function usersTable(model: CheckContext['model']): string | undefined {
  const user = model.project.tenancy?.user
  return inPostgres(model).find(({ name }) => name === user)?.postgres.table.text
}

interface Target {
  readonly table: string
  readonly column?: string
}

/**
 * What a column refers to. In a key of several columns that is the one paired with the target's primary key; the others
 * (the tenant's) only go along.
 */
function referenceFrom(name: string, table: ForeignTable, { schema }: CheckContext): Target | undefined {
  for (const { kind, columns, target } of table.constraints) {
    if (kind !== 'foreign key' || target === undefined) continue
    const at = columns.indexOf(name)
    if (at < 0) continue
    const column = target.columns[at]
    if (columns.length === 1) return { table: target.table, ...(column === undefined ? {} : { column }) }
    const to = schema.tables.find(({ qualified }) => qualified === target.table)
    const leads = to === undefined ? column !== name : column !== undefined && isOnlyKey(column, to, 'primary key')
    if (leads) return { table: target.table, ...(column === undefined ? {} : { column }) }
  }
  return undefined
}

function isOnlyKey(name: string, { constraints }: ForeignTable, kind: ForeignConstraint['kind']): boolean {
  return constraints.some((each) => each.kind === kind && each.columns.length === 1 && each.columns[0] === name)
}

/** By a constraint or by an index, which is how Prisma makes them. */
function isUnique(name: string, table: ForeignTable): boolean {
  const byIndex = ({ unique, columns }: ForeignIndex): boolean => unique && columns.length === 1 && columns[0] === name
  return isOnlyKey(name, table, 'unique') || table.indexes.some(byIndex)
}

/** Writes words in the case of columns. */
export function inColumnCase(parts: readonly string[], { schema, model }: CheckContext): string {
  const { postgres, mongo } = model.project.conventions
  const letters = schema.store === 'mongo' ? mongo.field.case : postgres.column.case
  return toCase(parts.join('_'), letters ?? 'snake_case')
}
