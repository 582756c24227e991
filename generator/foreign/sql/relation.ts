import type { Node, RangeVar } from 'libpg-query'
import type { ForeignName } from '../tree.ts'
import { type Catalog, emptyTable, type Reference, type Table } from './catalog.ts'
import { textsOf } from './expressions.ts'
import type { Statement } from './statement.ts'

/** One statement, and the database that it changes. */
export interface Step {
  readonly catalog: Catalog
  readonly statement: Statement
}

export function referenceTo({ schemaname, relname }: RangeVar): Reference {
  return { schema: schemaname, name: relname ?? '' }
}

/** A qualified name as a list of texts: of a type, or in a DROP. */
export function referenceOf(names: readonly Node[] | undefined): Reference {
  const parts = textsOf(names)
  return { schema: parts.at(-2), name: parts.at(-1) ?? '' }
}

/** The name of a relation at its place in the statement. */
export function nameOf({ catalogname, schemaname, relname, location }: RangeVar, { statement }: Step): ForeignName {
  const qualifiers = (catalogname === undefined ? 0 : 1) + (schemaname === undefined ? 0 : 1)
  return statement.nameAt(location, relname ?? '', qualifiers)
}

/** A table that a statement changes: one that nothing has made yet was made by files that are not among those read. */
export function tableFor(relation: RangeVar, step: Step): Table {
  const known = step.catalog.table(referenceTo(relation))
  if (known !== undefined) return known
  const schema = relation.schemaname ?? step.catalog.creationSchema
  const stub = emptyTable({ kind: 'table', schema, name: { ...nameOf(relation, step), origin: 'copied' }, stub: true })
  step.catalog.tables.add(stub)
  return stub
}

/** Temporary tables go with their session. */
export function isTemporary({ relpersistence, schemaname }: RangeVar): boolean {
  return relpersistence === 't' || schemaname === 'pg_temp'
}
