import { sameContent } from '../../base/same-content.ts'
import { printContents } from './contents.ts'
import { bar, type Lines, paragraphs, remark } from './layout.ts'
import { printForeignKeys } from './print-foreign-keys.ts'
import { printFunctions } from './print-function.ts'
import { printGrants, printRowSecurity, printTriggers, printView } from './print-guards.ts'
import { printRoles, printSchemas, printUsages } from './print-roles.ts'
import { printRows } from './print-rows.ts'
import { printComments, printCreateTable, printIndexes } from './print-table.ts'
import { printQualified } from './qualified.ts'
import { quoteIdentifier } from './quote.ts'
import type { Database, Schema, SqlFunction, Table } from './tree.ts'

/**
 * A database as one text of SQL that makes all of it in an empty one. What it needs is made before it; foreign keys come
 * when all tables are there. To be run in one transaction.
 */
export function printDatabase(database: Database): string {
  const { owner, roles, schemas, functions, internalTables, sections, lookups, calls } = database
  const tables = [...internalTables, ...sections.flatMap((section) => section.tables)]
  const others = otherOwners(database)
  const own = Map.groupBy(functions, ({ of }) => (of === undefined ? undefined : printQualified(of)))
  const table = (one: Table): Lines => printedTable(one, own.get(printQualified(one)) ?? [], owner)
  const groups: readonly Lines[] = [
    head(database),
    // Only PostgreSQL's own is found until nobody else can have put anything into `public`.
    ['SET search_path = pg_catalog;', 'SET standard_conforming_strings = on;'],
    chapter('Roles', printRoles(roles, owner, owner === undefined ? [] : [owner, ...others])),
    chapter('Schemas', printSchemas(schemas, owner)),
    begin(owner, others, schemas),
    chapter('Functions', printFunctions(own.get(undefined) ?? [], owner)),
    chapter('Kept by Stowage', paragraphs(internalTables.map(table))),
    ...sections.map(({ title, about, tables: listed }) =>
      chapter(title, paragraphs([...(about === undefined ? [] : [remark(about)]), ...listed.map(table)])),
    ),
    chapter('References', paragraphs(tables.map(printForeignKeys))),
    chapter('Looked up before the tenant is known', printFunctions(lookups, owner)),
    chapter(
      'At the end',
      calls.map((call) => `SELECT ${printQualified(call)}();`),
    ),
    end(owner, others),
  ]
  return `${paragraphs(groups).join('\n')}\n`
}

/** What was printed of a table, and what else it was printed from. */
interface Printed {
  readonly functions: readonly SqlFunction[]
  readonly owner: string | undefined
  readonly lines: Lines
}

const printed = new WeakMap<Table, Printed>()

/** A table with its functions. One that stays the same is not printed again. */
function printedTable(table: Table, functions: readonly SqlFunction[], owner: string | undefined): Lines {
  const known = printed.get(table)
  if (known !== undefined && known.owner === owner && sameContent(known.functions, functions)) return known.lines
  const lines = printTable(table, printFunctions(functions, owner))
  printed.set(table, { functions, owner, lines })
  return lines
}

/** The roles that own functions and nothing else. */
function otherOwners({ owner, functions, lookups }: Database): readonly string[] {
  const owners = new Set([...functions, ...lookups].flatMap((one) => one.owner ?? []))
  return [...owners].filter((role) => role !== owner)
}

/** From here on the owner makes everything; another role makes the functions that run with its rights. */
function begin(owner: string | undefined, others: readonly string[], schemas: readonly Schema[]): Lines {
  return [
    'SET search_path = public;',
    ...(owner === undefined ? [] : [`SET ROLE ${quoteIdentifier(owner)};`]),
    ...printUsages(schemas),
    ...others.map((role) => `GRANT CREATE ON SCHEMA stowage TO ${quoteIdentifier(role)};`),
  ]
}

function end(owner: string | undefined, others: readonly string[]): Lines {
  return [
    ...others.map((role) => `REVOKE CREATE ON SCHEMA stowage FROM ${quoteIdentifier(role)};`),
    ...(owner === undefined ? [] : ['RESET ROLE;']),
    'RESET standard_conforming_strings;',
    'RESET search_path;',
  ]
}

function head(database: Database): Lines {
  const { name, about, owner } = database
  const who =
    owner === undefined
      ? 'by the owner of the database'
      : 'by a superuser or by any role that may create roles and owns the database'
  return [
    ...remark(about === undefined ? name : `${name}: ${about}`),
    '--',
    ...remark(
      `Generated from the spec: change that, not this file. It makes the whole database in an empty one, ${who}, in one transaction:`,
    ),
    ...remark('psql --single-transaction --set ON_ERROR_STOP=1 --file schema.sql'),
    '--',
    ...printContents(database),
  ]
}

function chapter(title: string, lines: Lines): Lines {
  return lines.length === 0 ? [] : [bar(title, '='), '', ...lines]
}

/** One table with all that is attached to it but its references. */
function printTable(table: Table, functions: Lines): Lines {
  return paragraphs([
    [
      bar(table.schema === 'public' ? table.name : `${table.schema}.${table.name}`, '-'),
      ...(table.about === undefined ? [] : remark(table.about)),
      ...table.notes.flatMap((note) => remark(note)),
    ],
    printCreateTable(table),
    printComments(table),
    printIndexes(table),
    printRows(table),
    functions,
    printTriggers(table),
    printRowSecurity(table),
    printGrants(table, table.grants),
    table.view === undefined ? [] : printView(table, table.view),
  ])
}
