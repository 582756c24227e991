import { oncePer } from '../../base/once-per.ts'
import { printContents, widthOfTitles } from './contents.ts'
import { chapter, type Lines, remark, together } from './layout.ts'
import { printFunctions } from './print-function.ts'
import { printRoles, printSchemas, printUsages } from './print-roles.ts'
import { type PrintedSection, printSection, printTable } from './print-section.ts'
import { printQualified } from './qualified.ts'
import { quoteIdentifier } from './quote.ts'
import type { Database, Schema } from './tree.ts'

/**
 * A database as one text of SQL that makes all of it in an empty one. What it needs is made before it; foreign keys come
 * when all tables are there. To be run in one transaction.
 *
 * @param print prints a section, or gives what it printed of it before
 */
export function printDatabase(database: Database, print: typeof printSection = printSection): string {
  const { owner, roles, schemas, functions, internalTables, sections, lookups, calls } = database
  const widthOfTitle = widthOfTitles(sections)
  const printed = sections.map((section) => print(section, widthOfTitle))
  const others = otherOwners(database, printed)
  return together([
    [...head(database), ...printed.map(({ contents }) => contents)].join('\n'),
    // Only PostgreSQL's own is found until nobody else can have put anything into `public`.
    ['SET search_path = pg_catalog;', 'SET standard_conforming_strings = on;'].join('\n'),
    chapter('Roles', printRoles(roles, owner, owner === undefined ? [] : [owner, ...others]).join('\n')),
    chapter('Schemas', printSchemas(schemas, owner).join('\n')),
    begin(owner, others, schemas).join('\n'),
    chapter('Functions', printFunctions(functions, owner).join('\n')),
    chapter('Kept by Stowage', together(internalTables.map(printedOnce))),
    ...printed.map(({ tables }) => tables),
    chapter('References', together(printed.map(({ references }) => references))),
    chapter('Looked up before the tenant is known', printFunctions(lookups, owner).join('\n')),
    chapter('At the end', calls.map((call) => `SELECT ${printQualified(call)}();`).join('\n')),
    `${end(owner, others).join('\n')}\n`,
  ])
}

/** Tables of Stowage's own may hold many rows, and seldom others than before. */
const printedOnce = oncePer(printTable)

/** The roles that own functions and nothing else. */
function otherOwners({ owner, functions, lookups }: Database, sections: readonly PrintedSection[]): readonly string[] {
  const owners = new Set([...functions, ...lookups].flatMap((one) => one.owner ?? []))
  for (const section of sections) for (const role of section.owners) owners.add(role)
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
