import type { ColumnDef, Constraint as PgConstraint } from 'libpg-query'
import { type Column, type Constraint, columnNamed, type Index, type Table } from './catalog.ts'
import type { Step } from './relation.ts'
import { typeClassOf } from './type-class.ts'

/** Puts a column into a table and what inherits from it. Its constraints are given back, to be added in their order. */
export function addColumn(table: Table, definition: ColumnDef, step: Step): readonly PgConstraint[] {
  const constraints = (definition.constraints ?? []).flatMap((node) => ('Constraint' in node ? [node.Constraint] : []))
  const name = definition.colname ?? ''
  const inherited = columnNamed(table, name)
  if (inherited === undefined) {
    const required = constraints.some(({ contype }) => contype === 'CONSTR_NOTNULL' || contype === 'CONSTR_PRIMARY')
    const column: Column = {
      name: step.statement.nameAt(definition.location, name),
      type: typeClassOf(definition.typeName),
      nullable: !required,
      owner: table,
    }
    share(table, column)
  }
  return constraints
}

/** Gives a column to a table and to all that inherit from it, but not twice where two of them share their list. */
function share(table: Table, column: Column): void {
  for (const each of familyOf(table)) {
    if (columnNamed(each, column.name.text) === undefined) each.columns.push(column)
  }
}

/** Takes a column from a table and all that inherit it, with every key, check and index that mentions it. */
export function dropColumn(table: Table, name: string, tables: Iterable<Table>): void {
  const column = columnNamed(table, name)
  if (column === undefined) return
  for (const each of familyOf(table)) {
    each.columns = each.columns.filter((other) => other !== column)
    each.constraints = each.constraints.filter((constraint) => !mentions(constraint, column))
    each.indexes = each.indexes.filter((index) => !mentions(index, column))
  }
  for (const each of tables) {
    each.constraints = each.constraints.filter(({ target }) => target?.columns.includes(column) !== true)
  }
}

function familyOf(table: Table): ReadonlySet<Table> {
  const family = new Set([table])
  for (const each of family) for (const child of each.children) family.add(child)
  return family
}

function mentions({ columns }: Constraint | Index, column: Column): boolean {
  return columns.includes(column)
}
