import { assertNever } from '../../base/internal-error.ts'
import type { Renaming } from '../tree.ts'
import { quoteName } from './quote-name.ts'

/**
 * The statement that renames it, for a migration of its own: one that has been run somewhere is history, and changing it
 * there would change nothing.
 */
export function adviseSql(renaming: Renaming): string {
  return `rename it in a new migration: \`${statement(renaming).replaceAll('`', "'")}\``
}

function statement(renaming: Renaming): string {
  const to = quoteName(renaming.to)
  switch (renaming.kind) {
    case 'table':
    case 'model':
      return `ALTER TABLE ${renaming.table.qualified} RENAME TO ${to};`
    case 'view':
      return `ALTER VIEW ${renaming.table.qualified} RENAME TO ${to};`
    case 'column':
    case 'field':
      return `ALTER TABLE ${renaming.table.qualified} RENAME COLUMN ${quoteName(renaming.column.name.text)} TO ${to};`
    case 'constraint':
    case 'relation':
      return `ALTER TABLE ${renaming.table.qualified} RENAME CONSTRAINT ${quoteName(renaming.name.text)} TO ${to};`
    case 'index':
      return `ALTER INDEX ${inSchemaOf(renaming.table.qualified, renaming.name.text)} RENAME TO ${to};`
    case 'enum':
    case 'enum model':
      return `ALTER TYPE ${renaming.of.qualified} RENAME TO ${to};`
    case 'value':
      return `ALTER TYPE ${renaming.of.qualified} RENAME VALUE ${literal(renaming.name.text)} TO ${literal(renaming.to)};`
    default:
      return assertNever(renaming)
  }
}

/** An index lies in the schema of its table. */
function inSchemaOf(table: string, name: string): string {
  const schema = /^(?:("(?:[^"]|"")*"|[^".]+)[.])?/.exec(table)?.[1]
  return schema === undefined ? quoteName(name) : `${schema}.${quoteName(name)}`
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
