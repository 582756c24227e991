import type { Difference } from '../../report.ts'
import type {
  FunctionDescription,
  PostgresDescription,
  RoleDescription,
  SchemaDescription,
  TableDescription,
  ViewDescription,
} from '../description.ts'
import type { LiveDatabase } from '../read/read.ts'
import { compareFacts, compareThings, difference, type Facts, grantFacts } from './facts.ts'
import { comparePartitions } from './partitions.ts'
import { compareTable, tableName } from './table.ts'

/**
 * What a database has otherwise than described. Tables, views and functions of others in `public` are left alone, since
 * a database may be shared; what is attached to a described table, and all that is in the schema `stowage`, must be
 * described.
 */
export function compareDatabase(wanted: PostgresDescription, found: LiveDatabase): readonly Difference[] {
  const { description } = found
  return [
    ...compareThings(
      { word: 'role', name: nameOf, whole: () => undefined, facts: roleFacts },
      wanted.roles,
      description.roles,
    ),
    ...compareSchemas(wanted.schemas, description.schemas),
    ...compareTables(wanted, description),
    ...comparePartitions(wanted.tables, found.partitions),
    ...compareThings(views(wanted), wanted.views, known(wanted.views, description.views)),
    ...compareThings(functions(wanted), wanted.functions, known(wanted.functions, description.functions)),
    ...compareReaders(wanted, found),
  ]
}

function nameOf({ name }: RoleDescription): string {
  return name
}

function roleFacts(role: RoleDescription): Facts {
  return {
    superuser: yesNo(role.superuser),
    'bypasses row level security': yesNo(role.bypassRowSecurity),
    'makes roles': yesNo(role.createRole),
    'makes databases': yesNo(role.createDatabase),
    replicates: yesNo(role.replication),
    'member of': role.memberOf.length === 0 ? undefined : role.memberOf.join(', '),
  }
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no'
}

/** Others may look into `public` and, where the operator lets them, make tables there; everybody may not. */
function compareSchemas(
  wanted: readonly SchemaDescription[],
  found: readonly SchemaDescription[],
): readonly Difference[] {
  const theirs = new Map(found.map((schema) => [schema.name, schema]))
  return wanted.flatMap((schema) => {
    const place = `schema ${schema.name}`
    const other = theirs.get(schema.name)
    if (other === undefined) return [difference(place, 'missing', undefined, undefined)]
    if (schema.grants === undefined) return []
    if (schema.name !== 'public') return compareFacts(place, grantFacts(schema.grants), grantFacts(other.grants))
    const needed = new Set(schema.grants.map(({ role }) => role))
    const shown = (other.grants ?? []).filter(
      ({ role, privileges }) => needed.has(role) || (role === 'PUBLIC' && privileges.includes('create')),
    )
    return compareFacts(place, grantFacts(schema.grants), grantFacts(shown))
  })
}

function compareTables(wanted: PostgresDescription, found: PostgresDescription): readonly Difference[] {
  const theirs = new Map(found.tables.map((table) => [tableName(table), table]))
  const ours = new Set(wanted.tables.map(tableName))
  return [
    ...wanted.tables.flatMap((table) => {
      const other = theirs.get(tableName(table))
      if (other === undefined) return [difference(`table ${tableName(table)}`, 'missing', columnsOf(table), undefined)]
      return compareTable(table, other)
    }),
    ...found.tables
      .filter((table) => table.schema !== 'public' && !ours.has(tableName(table)))
      .map((table) => difference(`table ${tableName(table)}`, 'not in the spec', undefined, columnsOf(table))),
  ]
}

function columnsOf({ columns }: TableDescription): string {
  return `(${columns.map(({ name }) => name).join(', ')})`
}

/** Those that are described, and all of the schema `stowage`. */
function known<Thing extends { readonly schema: string; readonly name: string }>(
  wanted: readonly Thing[],
  found: readonly Thing[],
): readonly Thing[] {
  const names = new Set(wanted.map(tableName))
  return found.filter((thing) => thing.schema !== 'public' || names.has(tableName(thing)))
}

function views(wanted: PostgresDescription): Parameters<typeof compareThings<ViewDescription>>[0] {
  const rights = new Map(wanted.views.map((view) => [tableName(view), view]))
  return {
    word: 'view',
    name: tableName,
    whole: ({ definition }) => definition,
    facts: (view) => {
      const said = rights.get(tableName(view))
      return {
        owner: said?.owner === undefined ? undefined : view.owner,
        comment: view.comment,
        definition: view.definition,
        options: view.options.length === 0 ? undefined : view.options.join(', '),
        ...(said?.grants === undefined ? {} : grantFacts(view.grants)),
      }
    },
  }
}

function functions(wanted: PostgresDescription): Parameters<typeof compareThings<FunctionDescription>>[0] {
  const rights = new Map(wanted.functions.map((one) => [tableName(one), one]))
  return {
    word: 'function',
    name: tableName,
    whole: ({ arguments: taken, returns }) => `(${taken}) RETURNS ${returns}`,
    facts: (one) => {
      const said = rights.get(tableName(one))
      return {
        arguments: one.arguments,
        returns: one.returns,
        language: one.language,
        volatility: one.volatility,
        security: one.security,
        settings: one.settings.length === 0 ? undefined : one.settings.join(', '),
        owner: said?.owner === undefined ? undefined : one.owner,
        comment: one.comment,
        body: one.body,
        ...(said?.grants === undefined ? {} : grantFacts(one.grants)),
      }
    },
  }
}

/** Views of others that show the rows of a table whose rows are guarded, by the rights of whoever owns the view. */
function compareReaders(wanted: PostgresDescription, { readers }: LiveDatabase): readonly Difference[] {
  const guarded = new Map(
    wanted.tables
      .filter(({ rowSecurity }) => rowSecurity.enabled)
      .map((table) => [`${table.schema}.${table.name}`, table]),
  )
  const ours = new Set(wanted.views.map(({ schema, name }) => `${schema}.${name}`))
  return readers.flatMap(({ view, table }) => {
    const shown = guarded.get(table)
    if (shown === undefined || ours.has(view)) return []
    const found = 'it reads with the rights of its owner, past the policies'
    return [
      {
        ...difference(`view ${view} of ${tableName(shown)}`, 'security_invoker', 'on', found),
        help: `ALTER VIEW ${view} SET (security_invoker = true)`,
      },
    ]
  })
}
