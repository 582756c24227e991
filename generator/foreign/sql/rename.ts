import type { AlterObjectSchemaStmt, RenameStmt } from 'libpg-query'
import { columnNamed } from './catalog.ts'
import { referenceOf, referenceTo, type Step, tableFor } from './relation.ts'

/** From here on the thing has the name that stands at the end of the statement. */
export function rename({ renameType, relation, object, subname = '', newname = '' }: RenameStmt, step: Step): void {
  const { catalog, statement } = step
  const name = statement.lastName(newname)
  switch (renameType) {
    case 'OBJECT_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_FOREIGN_TABLE':
    case 'OBJECT_INDEX': {
      if (relation === undefined) return
      const index = catalog.index(referenceTo(relation))
      if (index !== undefined) {
        index.of.name = name
      } else if (renameType !== 'OBJECT_INDEX') {
        const table = tableFor(relation, step)
        table.name = name
      }
      return
    }
    case 'OBJECT_COLUMN': {
      if (relation === undefined) return
      const table = tableFor(relation, step)
      const column = columnNamed(table, subname)
      if (column !== undefined) column.name = name
      else if (table.stub) table.columns.push({ name, type: 'other', nullable: true, owner: table })
      return
    }
    case 'OBJECT_TABCONSTRAINT': {
      const constraints = relation === undefined ? [] : tableFor(relation, step).constraints
      const constraint = constraints.find((each) => each.name.text === subname)
      if (constraint !== undefined) constraint.name = name
      return
    }
    case 'OBJECT_TYPE': {
      const names = object !== undefined && 'List' in object ? object.List.items : undefined
      const found = catalog.enum(referenceOf(names))
      if (found !== undefined) found.name = name
      return
    }
    case 'OBJECT_SCHEMA':
      for (const each of [...catalog.tables, ...catalog.enums]) if (each.schema === subname) each.schema = newname
      return
    default:
      return
  }
}

export function setSchema({ objectType, relation, object, newschema = '' }: AlterObjectSchemaStmt, step: Step): void {
  if (objectType === 'OBJECT_TYPE') {
    const names = object !== undefined && 'List' in object ? object.List.items : undefined
    const found = step.catalog.enum(referenceOf(names))
    if (found !== undefined) found.schema = newschema
  } else if (relation !== undefined) {
    const table = step.catalog.table(referenceTo(relation))
    if (table !== undefined) table.schema = newschema
  }
}
