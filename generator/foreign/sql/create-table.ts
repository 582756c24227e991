import type { CreateStmt, TableLikeClause } from 'libpg-query'
import { type Column, columnNamed, emptyTable, type Index, type Table } from './catalog.ts'
import { addColumn } from './columns.ts'
import { addConstraints, type Written } from './constraints.ts'
import { derivedName } from './derived-names.ts'
import { isTemporary, nameOf, referenceTo, type Step, tableFor } from './relation.ts'

export function createTable(of: CreateStmt, step: Step): void {
  const { catalog } = step
  const { relation } = of
  if (relation === undefined || isTemporary(relation)) return
  const before = catalog.table(referenceTo(relation))
  if (before !== undefined && !before.stub) return
  const schema = relation.schemaname ?? catalog.creationSchema
  const table = before ?? emptyTable({ kind: 'table', schema, name: nameOf(relation, step) })
  table.name = nameOf(relation, step)
  table.stub = false
  if (of.partbound !== undefined) table.kind = 'partition'
  catalog.tables.add(table)
  inherit(table, of, step)
  const constraints: Written[] = []
  for (const element of [...(of.tableElts ?? []), ...(of.constraints ?? [])]) {
    if ('ColumnDef' in element) {
      const { colname: column = '' } = element.ColumnDef
      constraints.push(...addColumn(table, element.ColumnDef, step).map((each) => ({ of: each, column })))
    } else if ('Constraint' in element) {
      constraints.push({ of: element.Constraint })
    } else if ('TableLikeClause' in element) {
      copyColumns(table, element.TableLikeClause, step)
    }
  }
  addConstraints(table, constraints, step)
  for (const element of of.tableElts ?? []) {
    if ('TableLikeClause' in element) copyKeys(table, element.TableLikeClause, step)
  }
}

/** A partition has its parent's columns for good; a child of INHERITS has them beside its own. */
function inherit(table: Table, of: CreateStmt, step: Step): void {
  for (const node of of.inhRelations ?? []) {
    if ('RangeVar' in node) adopt(tableFor(node.RangeVar, step), table)
  }
}

export function adopt(parent: Table, child: Table): void {
  parent.children.add(child)
  const own = child.columns.filter(({ name }) => columnNamed(parent, name.text) === undefined)
  child.columns = [...parent.columns, ...own]
}

/** The bits of `TableLikeOption` in PostgreSQL's sources. */
const including = { constraints: 4, indexes: 64 } as const

function copyColumns(table: Table, { relation }: TableLikeClause, step: Step): void {
  if (relation === undefined) return
  for (const column of tableFor(relation, step).columns) {
    if (columnNamed(table, column.name.text) !== undefined) continue
    table.columns.push({ ...column, name: { ...column.name, origin: 'copied' }, owner: table })
  }
}

/** What LIKE copies besides columns; keys and indexes get names of their own. */
function copyKeys(table: Table, { relation, options = 0 }: TableLikeClause, { catalog, ...step }: Step): void {
  const source = relation === undefined ? undefined : catalog.table(referenceTo(relation))
  if (source === undefined) return
  const own = (columns: readonly Column[]): readonly Column[] =>
    columns.flatMap(({ name }) => columnNamed(table, name.text) ?? [])
  const ownParts = (parts: Index['parts']): Index['parts'] =>
    parts.map((part) => (typeof part === 'string' ? part : (columnNamed(table, part.name.text) ?? part)))
  const at = step.statement.indexAt(relation?.location)
  for (const { kind, name, columns, parts } of source.constraints) {
    if (kind === 'foreign key') continue
    if (kind === 'check') {
      if ((options & including.constraints) === 0) continue
      const copied = { ...name, origin: 'copied' } as const
      table.constraints.push({ kind, name: copied, columns: own(columns), parts: ownParts(parts) })
    } else if ((options & including.indexes) !== 0) {
      const derived = step.statement.derivedAt(at, derivedName(kind, table, ownParts(parts), catalog))
      table.constraints.push({ kind, name: derived, columns: own(columns), parts: ownParts(parts) })
    }
  }
  if ((options & including.indexes) === 0) return
  for (const { unique, columns, parts } of source.indexes) {
    const derived = step.statement.derivedAt(at, derivedName('index', table, ownParts(parts), catalog))
    table.indexes.push({ unique, name: derived, columns: own(columns), parts: ownParts(parts) })
  }
}
