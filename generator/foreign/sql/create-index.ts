import type { IndexElem, IndexStmt, Node } from 'libpg-query'
import type { ForeignName } from '../tree.ts'
import { columnNamed, columnsNamed, type Index, type Table } from './catalog.ts'
import { derivedName, isDerived } from './derived-names.ts'
import { columnsIn, wordFor } from './expressions.ts'
import { type Step, tableFor } from './relation.ts'

export function createIndex(of: IndexStmt, step: Step): void {
  const { catalog } = step
  if (of.relation === undefined || of.relation.relpersistence === 't') return
  const table = tableFor(of.relation, step)
  const { idxname } = of
  if (idxname !== undefined && of.if_not_exists === true && catalog.hasRelation(table.schema, idxname)) return
  const key = elementsOf(of.indexParams)
  const all = [...key, ...elementsOf(of.indexIncludingParams)]
  const parts = all.map(({ name, expr }) => {
    const word = name ?? wordFor(expr)
    return columnNamed(table, word) ?? word
  })
  const mentioned = all.flatMap(({ name, expr }) => (name === undefined ? columnsIn(expr) : [name]))
  table.indexes.push({
    unique: of.unique === true,
    name: indexName(idxname, table, parts, step),
    columns: columnsNamed(table, [...mentioned, ...columnsIn(of.whereClause)]),
    parts,
  })
}

function indexName(written: string | undefined, table: Table, parts: Index['parts'], step: Step): ForeignName {
  const { catalog, statement } = step
  const at = statement.keyword('index')
  if (written === undefined) return statement.derivedAt(at, derivedName('index', table, parts, catalog))
  const name = statement.nameAfter(at, written)
  return isDerived(written, 'index', table, parts) ? { ...name, origin: 'derived' } : name
}

function elementsOf(nodes: readonly Node[] | undefined): readonly IndexElem[] {
  return (nodes ?? []).flatMap((node) => ('IndexElem' in node ? [node.IndexElem] : []))
}
