import type { DropStmt, Node } from 'libpg-query'
import type { Catalog, Table } from './catalog.ts'
import { textsOf } from './expressions.ts'
import { referenceOf, type Step } from './relation.ts'

export function drop({ removeType, objects, behavior }: DropStmt, { catalog }: Step): void {
  const cascade = behavior === 'DROP_CASCADE'
  for (const object of objects ?? []) {
    switch (removeType) {
      case 'OBJECT_TABLE':
      case 'OBJECT_VIEW':
      case 'OBJECT_MATVIEW':
      case 'OBJECT_FOREIGN_TABLE': {
        const table = catalog.table(referenceOf(partsOf(object)))
        if (table !== undefined) dropTables([table], cascade, catalog)
        break
      }
      case 'OBJECT_INDEX': {
        const found = catalog.index(referenceOf(partsOf(object)))
        if (found === undefined) break
        found.table.indexes = found.table.indexes.filter((index) => index !== found.of)
        break
      }
      case 'OBJECT_TYPE': {
        const names = 'TypeName' in object ? object.TypeName.names : partsOf(object)
        const found = catalog.enum(referenceOf(names))
        if (found !== undefined) catalog.enums.delete(found)
        break
      }
      case 'OBJECT_SCHEMA': {
        const [schema] = textsOf([object])
        const within = [...catalog.tables].filter((table) => table.schema === schema)
        dropTables(within, true, catalog)
        for (const each of catalog.enums) if (each.schema === schema) catalog.enums.delete(each)
        break
      }
      default:
        break
    }
  }
}

function partsOf(object: Node): readonly Node[] {
  return 'List' in object ? (object.List.items ?? []) : [object]
}

/** With a table go its partitions, the foreign keys that lead to it and, with CASCADE, the views and children upon it. */
function dropTables(tables: readonly Table[], cascade: boolean, catalog: Catalog): void {
  const gone = new Set(tables)
  for (const table of gone) {
    for (const child of table.children) if (cascade || child.kind === 'partition') gone.add(child)
    if (!cascade) continue
    for (const view of catalog.tables) if (view.sources.has(table)) gone.add(view)
  }
  for (const table of gone) catalog.tables.delete(table)
  for (const table of catalog.tables) {
    table.constraints = table.constraints.filter(({ target }) => target === undefined || !gone.has(target.table))
    for (const child of table.children) if (gone.has(child)) table.children.delete(child)
  }
}
