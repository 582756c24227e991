import type { Report } from '../../diagnostic/diagnostic.ts'
import type { SourceFile } from '../../source/source-file.ts'
import type { ForeignConstraint, ForeignEnum, ForeignIndex, ForeignName, ForeignSchema, ForeignTable } from '../tree.ts'
import { Catalog, type Constraint, type Enum, type Index, type Table } from './catalog.ts'
import { isDerived, renewedName } from './derived-names.ts'
import { parseSql } from './parse-sql.ts'
import type { PgParser } from './pg-parser.ts'
import { quoteName } from './quote-name.ts'
import { replay } from './replay.ts'
import { resetSearchPath } from './search-path.ts'

/**
 * What a database holds after these files have been run one after the other: each name at the place that gave it, none that
 * was dropped or renamed since. What no parser can see is passed over: the bodies of DO and of functions.
 */
export function readSql(files: readonly SourceFile[], parser: PgParser, report: Report): ForeignSchema {
  const catalog = new Catalog()
  for (const file of files) {
    resetSearchPath({ catalog })
    for (const statement of parseSql(file, parser, report)) replay({ catalog, statement })
  }
  return {
    store: 'postgres',
    files,
    tables: [...catalog.tables].map(lowerTable),
    enums: [...catalog.enums].map(lowerEnum),
  }
}

function lowerTable(table: Table): ForeignTable {
  return {
    kind: table.kind,
    qualified: qualified(table),
    name: table.name,
    columns: table.columns.map(({ name, type, nullable, owner }) => ({
      name: owner === table ? name : { ...name, origin: 'copied' },
      type,
      nullable,
    })),
    constraints: table.constraints.map((constraint) => lowerConstraint(constraint, table)),
    indexes: table.indexes.map((index) => lowerIndex(index, table)),
    relations: [],
  }
}

function lowerConstraint(constraint: Constraint, table: Table): ForeignConstraint {
  const { kind, columns, target } = constraint
  return {
    kind,
    ...present(constraint, kind, table),
    columns: columns.map(({ name }) => name.text),
    ...(target === undefined
      ? {}
      : { target: { table: qualified(target.table), columns: target.columns.map(({ name }) => name.text) } }),
  }
}

function lowerIndex(index: Index, table: Table): ForeignIndex {
  const { unique, columns } = index
  return { ...present(index, 'index', table), columns: columns.map(({ name }) => name.text), unique }
}

/** A name that follows from others is not judged; a derived one that they have outlived stands for itself. */
function present(
  of: Constraint | Index,
  kind: Constraint['kind'] | 'index',
  table: Table,
): { readonly name: ForeignName; readonly renewed?: string } {
  const { name, parts } = of
  if (name.origin === 'copied') return { name }
  if (isDerived(name.text, kind, table, parts)) return { name: { ...name, origin: 'derived' } }
  return name.origin === 'derived'
    ? { name: { ...name, origin: 'written' }, renewed: renewedName(of, kind, table) }
    : { name }
}

function lowerEnum({ schema, name, values }: Enum): ForeignEnum {
  return { qualified: qualified({ schema, name }), name, values }
}

function qualified({ schema, name }: { readonly schema: string; readonly name: ForeignName }): string {
  return schema === 'public' ? quoteName(name.text) : `${quoteName(schema)}.${quoteName(name.text)}`
}
