import type { Constraint as PgConstraint, RangeVar } from 'libpg-query'
import { assertNever } from '../../base/internal-error.ts'
import { type Column, type Constraint, columnNamed, columnsNamed, primaryKeyOf, type Table } from './catalog.ts'
import { derivedName, isDerived } from './derived-names.ts'
import { columnsIn, textsOf, wordFor } from './expressions.ts'
import { nameOf, type Step, tableFor } from './relation.ts'

/** A constraint as a statement writes it, with the column behind which it stands. */
export interface Written {
  readonly of: PgConstraint
  readonly column?: string
}

type Kind = Constraint['kind']

/** Adds constraints in the order in which PostgreSQL does, which decides who gets a number behind a derived name. */
export function addConstraints(table: Table, written: readonly Written[], step: Step): void {
  const kinds = written.flatMap((each) => {
    const kind = kindOf(each.of)
    return kind === undefined ? [] : [{ kind, ...each }]
  })
  const before = new Set(table.constraints)
  for (const { kind, of, ...each } of kinds.toSorted((a, b) => rank[a.kind] - rank[b.kind])) {
    const known = kind === 'unique' ? repeated(table, { of, ...each }, before) : undefined
    if (known === undefined) add(kind, table, { of, ...each }, step)
    else if (known.name.origin === 'derived' && of.conname !== undefined) {
      known.name = step.statement.nameAfter(step.statement.indexAt(of.location), of.conname)
    }
  }
}

/** Those of one rank keep the order of the statement. */
const rank: Readonly<Record<Kind, number>> = { check: 0, 'primary key': 1, unique: 2, exclusion: 2, 'foreign key': 3 }

function kindOf({ contype }: PgConstraint): Kind | undefined {
  switch (contype) {
    case 'CONSTR_PRIMARY':
      return 'primary key'
    case 'CONSTR_UNIQUE':
      return 'unique'
    case 'CONSTR_CHECK':
      return 'check'
    case 'CONSTR_FOREIGN':
      return 'foreign key'
    case 'CONSTR_EXCLUSION':
      return 'exclusion'
    default:
      return undefined
  }
}

function add(kind: Kind, table: Table, written: Written, step: Step): void {
  const { of } = written
  if (of.indexname !== undefined) {
    promote(kind, table, of, step)
    return
  }
  const parts = partsOf(kind, table, written)
  const columns = parts.filter((part) => typeof part !== 'string')
  const target = kind === 'foreign key' ? targetOf(of, step) : undefined
  table.constraints.push({
    kind,
    name: constraintName(kind, table, of, parts, step),
    columns: kind === 'exclusion' ? exclusionColumns(table, of) : columns,
    parts,
    ...(target === undefined ? {} : { target }),
  })
  if (kind === 'primary key') for (const column of columns) column.nullable = false
}

function constraintName(
  kind: Kind,
  table: Table,
  { conname, location }: PgConstraint,
  parts: readonly (Column | string)[],
  { catalog, statement }: Step,
): Constraint['name'] {
  const at = statement.indexAt(location)
  if (conname === undefined) return statement.derivedAt(at, derivedName(kind, table, parts, catalog))
  const name = statement.nameAfter(at, conname)
  return isDerived(conname, kind, table, parts) ? { ...name, origin: 'derived' } : name
}

function partsOf(kind: Kind, table: Table, { of, column }: Written): readonly (Column | string)[] {
  const own = column === undefined ? undefined : [column]
  switch (kind) {
    case 'check':
      return columnsNamed(table, columnsIn(of.raw_expr))
    case 'primary key':
      return columnsNamed(table, own ?? textsOf(of.keys))
    case 'unique':
      // The columns of INCLUDE are in the name too.
      return columnsNamed(table, [...(own ?? textsOf(of.keys)), ...textsOf(of.including)])
    case 'foreign key':
      return columnsNamed(table, own ?? textsOf(of.fk_attrs))
    case 'exclusion':
      return exclusionElements(of).map((element) => {
        const word = element.name ?? wordFor(element.expr)
        return columnNamed(table, word) ?? word
      })
    default:
      return assertNever(kind)
  }
}

function exclusionElements({
  exclusions,
}: PgConstraint): readonly { name?: string; expr?: Parameters<typeof wordFor>[0] }[] {
  return (exclusions ?? []).flatMap((pair) => {
    const element = 'List' in pair ? pair.List.items?.[0] : undefined
    return element !== undefined && 'IndexElem' in element ? [element.IndexElem] : []
  })
}

function exclusionColumns(table: Table, of: PgConstraint): readonly Column[] {
  const names = exclusionElements(of).flatMap(({ name, expr }) => (name === undefined ? columnsIn(expr) : [name]))
  return columnsNamed(table, [...names, ...columnsIn(of.where_clause)])
}

/** A unique over the columns of another key of the same statement is that key. */
function repeated(table: Table, written: Written, before: ReadonlySet<Constraint>): Constraint | undefined {
  const columns = partsOf('unique', table, written)
  return table.constraints.find(
    (other) =>
      !before.has(other) &&
      (other.kind === 'unique' || other.kind === 'primary key') &&
      other.columns.length === columns.length &&
      other.columns.every((column, index) => column === columns[index]),
  )
}

/** `ADD CONSTRAINT name UNIQUE USING INDEX index`: the index takes the constraint's name. */
function promote(kind: Kind, table: Table, of: PgConstraint, { statement }: Step): void {
  const index = table.indexes.find(({ name }) => name.text === of.indexname)
  table.indexes = table.indexes.filter((other) => other !== index)
  const name = of.conname === undefined ? index?.name : statement.nameAfter(statement.indexAt(of.location), of.conname)
  if (name === undefined) return
  table.constraints.push({ kind, name, columns: index?.columns ?? [], parts: index?.parts ?? [] })
}

function targetOf({ pktable, pk_attrs }: PgConstraint, step: Step): Constraint['target'] {
  if (pktable === undefined) return undefined
  const table = tableFor(pktable, step)
  const named = textsOf(pk_attrs)
  if (table.stub) know(table, named, pktable, step)
  const columns = named.length === 0 ? (primaryKeyOf(table)?.columns ?? []) : columnsNamed(table, named)
  return { table, columns }
}

/** Of a table that was made elsewhere a reference tells some columns. */
function know(table: Table, names: readonly string[], relation: RangeVar, step: Step): void {
  for (const text of names) {
    if (columnNamed(table, text) !== undefined) continue
    const name = { ...nameOf(relation, step), text, origin: 'copied' as const }
    table.columns.push({ name, type: 'other', nullable: true, owner: table })
  }
}
