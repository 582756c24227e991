import type { AlterTableCmd, AlterTableStmt } from 'libpg-query'
import { columnNamed, type Table } from './catalog.ts'
import { addColumn, dropColumn } from './columns.ts'
import { addConstraints } from './constraints.ts'
import { adopt } from './create-table.ts'
import { referenceTo, type Step, tableFor } from './relation.ts'
import { typeClassOf } from './type-class.ts'

export function alterTable({ relation, cmds, objtype }: AlterTableStmt, step: Step): void {
  if (relation === undefined || (objtype !== 'OBJECT_TABLE' && objtype !== 'OBJECT_FOREIGN_TABLE')) return
  // `ALTER TABLE` may be said of an index too, and then changes nothing that has a name.
  if (step.catalog.index(referenceTo(relation)) !== undefined) return
  const table = tableFor(relation, step)
  for (const node of cmds ?? []) if ('AlterTableCmd' in node) alter(table, node.AlterTableCmd, step)
}

function alter(table: Table, { subtype, name = '', def, missing_ok }: AlterTableCmd, step: Step): void {
  switch (subtype) {
    case 'AT_AddColumn': {
      if (def === undefined || !('ColumnDef' in def)) return
      const column = def.ColumnDef.colname ?? ''
      if (missing_ok === true && columnNamed(table, column) !== undefined) return
      const constraints = addColumn(table, def.ColumnDef, step)
      addConstraints(
        table,
        constraints.map((of) => ({ of, column })),
        step,
      )
      return
    }
    case 'AT_DropColumn':
      dropColumn(table, name, step.catalog.tables)
      return
    case 'AT_AlterColumnType': {
      const column = columnNamed(table, name)
      if (column !== undefined && def !== undefined && 'ColumnDef' in def)
        column.type = typeClassOf(def.ColumnDef.typeName)
      return
    }
    case 'AT_SetNotNull':
    case 'AT_DropNotNull': {
      const column = columnNamed(table, name)
      if (column !== undefined) column.nullable = subtype === 'AT_DropNotNull'
      return
    }
    case 'AT_AddConstraint':
      if (def !== undefined && 'Constraint' in def) addConstraints(table, [{ of: def.Constraint }], step)
      return
    case 'AT_DropConstraint':
      table.constraints = table.constraints.filter((constraint) => constraint.name.text !== name)
      return
    case 'AT_AttachPartition':
    case 'AT_DetachPartition': {
      const other = def !== undefined && 'PartitionCmd' in def ? def.PartitionCmd.name : undefined
      if (other !== undefined) move(table, tableFor(other, step), subtype === 'AT_AttachPartition')
      return
    }
    case 'AT_AddInherit':
    case 'AT_DropInherit': {
      if (def === undefined || !('RangeVar' in def)) return
      const parent = tableFor(def.RangeVar, step)
      if (subtype === 'AT_AddInherit') adopt(parent, table)
      else disown(parent, table)
      return
    }
    default:
      return
  }
}

function move(parent: Table, part: Table, attached: boolean): void {
  part.kind = attached ? 'partition' : 'table'
  if (attached) adopt(parent, part)
  else disown(parent, part)
}

/** What it had in common with its parent becomes its own. */
function disown(parent: Table, child: Table): void {
  parent.children.delete(child)
  child.columns = child.columns.map((column) =>
    parent.columns.includes(column)
      ? { ...column, name: { ...column.name, origin: 'copied' as const }, owner: child }
      : column,
  )
}
