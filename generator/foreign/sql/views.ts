import type { Node, RangeVar } from 'libpg-query'
import { emptyTable, type Table } from './catalog.ts'
import { tablesIn } from './expressions.ts'
import { isTemporary, nameOf, referenceTo, type Step } from './relation.ts'

/** A view, or a table that a query makes: what their columns are called is the query's business. */
export function createFromQuery(
  kind: 'view' | 'table',
  relation: RangeVar | undefined,
  query: Node | undefined,
  step: Step,
): void {
  const { catalog } = step
  if (relation === undefined || isTemporary(relation)) return
  const known = catalog.table(referenceTo(relation))
  const sources = tablesIn(query).flatMap((reference): readonly Table[] => {
    const found = catalog.table(reference)
    return found === undefined ? [] : [found]
  })
  if (known !== undefined) {
    known.sources.clear()
    for (const source of sources) known.sources.add(source)
    return
  }
  const schema = relation.schemaname ?? catalog.creationSchema
  const made = emptyTable({ kind, schema, name: nameOf(relation, step) })
  if (kind === 'view') for (const source of sources) made.sources.add(source)
  catalog.tables.add(made)
}
