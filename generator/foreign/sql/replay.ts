import type { Node } from 'libpg-query'
import { alterTable } from './alter-table.ts'
import { createIndex } from './create-index.ts'
import { createTable } from './create-table.ts'
import { drop } from './drop.ts'
import { alterEnum, createEnum } from './enums.ts'
import type { Step } from './relation.ts'
import { rename, setSchema } from './rename.ts'
import { setSearchPath } from './search-path.ts'
import { createFromQuery } from './views.ts'

/** Does to the catalog what a statement does to a database, as far as names go; the rest is passed over. */
export function replay(step: Step, node: Node = step.statement.node): void {
  if ('CreateStmt' in node) createTable(node.CreateStmt, step)
  else if ('CreateForeignTableStmt' in node) createTable(node.CreateForeignTableStmt.base ?? {}, step)
  else if ('AlterTableStmt' in node) alterTable(node.AlterTableStmt, step)
  else if ('IndexStmt' in node) createIndex(node.IndexStmt, step)
  else if ('RenameStmt' in node) rename(node.RenameStmt, step)
  else if ('AlterObjectSchemaStmt' in node) setSchema(node.AlterObjectSchemaStmt, step)
  else if ('DropStmt' in node) drop(node.DropStmt, step)
  else if ('CreateEnumStmt' in node) createEnum(node.CreateEnumStmt, step)
  else if ('AlterEnumStmt' in node) alterEnum(node.AlterEnumStmt, step)
  else if ('ViewStmt' in node) createFromQuery('view', node.ViewStmt.view, node.ViewStmt.query, step)
  else if ('CreateTableAsStmt' in node) {
    const { objtype, into, query } = node.CreateTableAsStmt
    createFromQuery(objtype === 'OBJECT_MATVIEW' ? 'view' : 'table', into?.rel, query, step)
  } else if ('SelectStmt' in node) {
    createFromQuery('table', node.SelectStmt.intoClause?.rel, undefined, step)
  } else if ('VariableSetStmt' in node) setSearchPath(node.VariableSetStmt, step)
  else if ('CreateSchemaStmt' in node) createSchema(node.CreateSchemaStmt, step)
}

/** `CREATE SCHEMA app CREATE TABLE ...`: what it makes lies in the schema. */
function createSchema(
  { schemaname, schemaElts }: { readonly schemaname?: string; readonly schemaElts?: readonly Node[] },
  step: Step,
): void {
  if (schemaElts === undefined || schemaname === undefined) return
  const before = step.catalog.searchPath
  step.catalog.searchPath = [schemaname, ...before]
  for (const element of schemaElts) replay(step, element)
  step.catalog.searchPath = before
}
