import { by } from '../../../base/order.ts'
import type {
  FunctionDescription,
  GrantDescription,
  PostgresDescription,
  RoleDescription,
  SchemaDescription,
} from '../../../live/postgres/description.ts'
import type { Database, Role, Schema, Section, SqlFunction } from '../../../print/sql/tree.ts'
import { identifier } from './identifier.ts'
import { comment, describeTable, describeView } from './table.ts'

/** The database that a tree asks for, as a server would describe it once it is made. */
export function describeDatabase(database: Database): PostgresDescription {
  const common = describeCommon(database)
  const sections = database.sections.map(describeSection)
  return {
    ...common,
    tables: [...common.tables, ...sections.flatMap(({ tables }) => tables)].sort(bySchema),
    views: sections.flatMap(({ views }) => views).sort(bySchema),
    functions: [...common.functions, ...sections.flatMap(({ functions }) => functions)].sort(bySchema),
  }
}

/** What belongs to the tables of no domain. */
export function describeCommon(database: Database): PostgresDescription {
  const { owner, roles, schemas, functions, internalTables, lookups } = database
  return {
    roles: roles.map(describeRole).sort(by(({ name }) => name)),
    schemas: schemas.map((schema) => describeSchema(schema, owner)).sort(by(({ name }) => name)),
    tables: internalTables.map(describeTable).sort(bySchema),
    views: [],
    functions: [...functions, ...lookups].map((one) => describeFunction(one, owner)).sort(bySchema),
  }
}

/** The tables of a domain, with what is made for them alone. */
export function describeSection({ tables }: Section): Pick<PostgresDescription, 'tables' | 'views' | 'functions'> {
  return {
    tables: tables.map(describeTable).sort(bySchema),
    views: tables.flatMap(describeView).sort(bySchema),
    functions: tables
      .flatMap(({ functions = [], owner }) => functions.map((one) => describeFunction(one, owner)))
      .sort(bySchema),
  }
}

interface Placed {
  readonly schema: string
  readonly name: string
}

const bySchema = by<Placed>(({ schema, name }) => `${schema}\0${name}`)

function describeRole({ name, bypassRowSecurity }: Role): RoleDescription {
  return {
    name,
    superuser: false,
    bypassRowSecurity,
    createRole: false,
    createDatabase: false,
    replication: false,
    memberOf: [],
  }
}

function describeSchema({ name, usage }: Schema, owner: string | undefined): SchemaDescription {
  if (owner === undefined) return { name }
  const users = usage.map((role) => ({ role, privileges: ['usage'] }))
  // `public` is there before us and has an owner of its own.
  const makers = name === 'public' ? [{ role: owner, privileges: ['create', 'usage'] }] : []
  return { name, grants: [...users, ...makers].toSorted(by(({ role }) => role)) }
}

function describeFunction(one: SqlFunction, databaseOwner: string | undefined): FunctionDescription {
  const { schema, name, arguments: given, returns, language, volatility, security, body, about } = one
  const owner = one.owner ?? databaseOwner
  return {
    schema,
    name: `${name}(${given.map(({ type }) => type).join(', ')})`,
    arguments: given
      .map(({ name: parameter, type, default: start }) => {
        return `${identifier(parameter)} ${type}${start === undefined ? '' : ` DEFAULT ${start}`}`
      })
      .join(', '),
    returns,
    language,
    volatility: returns === 'trigger' ? 'volatile' : volatility,
    security,
    settings: ['search_path=""'],
    ...(owner === undefined ? {} : { owner }),
    body,
    ...comment(about),
    ...(databaseOwner === undefined ? {} : { grants: callersOf(one, owner) }),
  }
}

/** The owner's own rights are never listed. */
function callersOf({ execute }: SqlFunction, owner: string | undefined): readonly GrantDescription[] {
  return execute
    .filter((role) => role !== owner)
    .map((role) => ({ role, privileges: ['execute'] }))
    .toSorted(by(({ role }) => role))
}
