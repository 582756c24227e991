import type { ForeignConstraint, ForeignName, TypeClass } from '../tree.ts'

/** What the statements have made so far. Things refer to each other as objects, so that a rename is one change. */

export interface Column {
  name: ForeignName
  type: TypeClass
  nullable: boolean
  /** The table that declares it; partitions and children of INHERITS share it. */
  readonly owner: Table
}

export interface Constraint {
  readonly kind: ForeignConstraint['kind']
  name: ForeignName
  /** Every column that it mentions. */
  readonly columns: readonly Column[]
  /** What a derived name is put together from: columns, and words for expressions. */
  readonly parts: readonly (Column | string)[]
  readonly target?: { readonly table: Table; readonly columns: readonly Column[] }
}

export interface Index {
  name: ForeignName
  readonly unique: boolean
  /** Those of its key and its condition. */
  readonly columns: readonly Column[]
  readonly parts: readonly (Column | string)[]
}

export interface Table {
  kind: 'table' | 'partition' | 'view'
  schema: string
  name: ForeignName
  /** It is altered but made by no statement that was read: its own name and its other columns are not known. */
  stub: boolean
  columns: Column[]
  constraints: Constraint[]
  indexes: Index[]
  /** Those that inherit its columns. */
  readonly children: Set<Table>
  /** What a view is made from. */
  readonly sources: Set<Table>
}

export interface Enum {
  schema: string
  name: ForeignName
  values: ForeignName[]
}

/** A name as a statement says it. */
export interface Reference {
  readonly schema?: string | undefined
  readonly name: string
}

/** The database as a history of statements leaves it. */
export class Catalog {
  readonly tables: Set<Table> = new Set()
  readonly enums: Set<Enum> = new Set()
  /** Where names without a schema are looked for, and made in the first. */
  searchPath: readonly string[] = ['public']

  get creationSchema(): string {
    return this.searchPath[0] ?? 'public'
  }

  table(reference: Reference): Table | undefined {
    return this.#inPath(reference, (schema) =>
      find(this.tables, (table) => table.schema === schema && table.name.text === reference.name),
    )
  }

  enum(reference: Reference): Enum | undefined {
    return this.#inPath(reference, (schema) =>
      find(this.enums, (each) => each.schema === schema && each.name.text === reference.name),
    )
  }

  /** An index and its table; also one that stands behind a constraint. */
  index(reference: Reference): { readonly table: Table; readonly of: Index | Constraint } | undefined {
    return this.#inPath(reference, (schema) => {
      for (const table of this.tables) {
        if (table.schema !== schema) continue
        const of =
          table.indexes.find(({ name }) => name.text === reference.name) ??
          table.constraints.find((constraint) => constraint.name.text === reference.name && hasIndex(constraint))
        if (of !== undefined) return { table, of }
      }
      return undefined
    })
  }

  /** Tables, views and indexes of a schema share one space of names. */
  hasRelation(schema: string, name: string): boolean {
    for (const table of this.tables) {
      if (table.schema !== schema) continue
      if (table.name.text === name || table.indexes.some((index) => index.name.text === name)) return true
      if (table.constraints.some((constraint) => hasIndex(constraint) && constraint.name.text === name)) return true
    }
    return false
  }

  /** All names of that space: for who asks for many of them. */
  relationNames(schema: string): ReadonlySet<string> {
    const names = new Set<string>()
    for (const table of this.tables) {
      if (table.schema !== schema) continue
      names.add(table.name.text)
      for (const { name } of table.indexes) names.add(name.text)
      for (const constraint of table.constraints) if (hasIndex(constraint)) names.add(constraint.name.text)
    }
    return names
  }

  constraintNames(schema: string): ReadonlySet<string> {
    const names = new Set<string>()
    for (const table of this.tables) {
      if (table.schema === schema) for (const { name } of table.constraints) names.add(name.text)
    }
    return names
  }

  #inPath<T>({ schema }: Reference, look: (schema: string) => T | undefined): T | undefined {
    for (const candidate of schema === undefined ? this.searchPath : [schema]) {
      const found = look(candidate)
      if (found !== undefined) return found
    }
    return undefined
  }
}

export function emptyTable(of: Pick<Table, 'kind' | 'schema' | 'name'> & { readonly stub?: boolean }): Table {
  return { stub: false, columns: [], constraints: [], indexes: [], children: new Set(), sources: new Set(), ...of }
}

export function columnNamed(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name.text === name)
}

/** The columns of these names; those that are not known are left out. */
export function columnsNamed(table: Table, names: Iterable<string>): readonly Column[] {
  return [...new Set(names)].flatMap((name) => columnNamed(table, name) ?? [])
}

export function primaryKeyOf(table: Table): Constraint | undefined {
  return table.constraints.find(({ kind }) => kind === 'primary key')
}

function hasIndex({ kind }: Constraint): boolean {
  return kind === 'primary key' || kind === 'unique' || kind === 'exclusion'
}

function find<T>(all: Iterable<T>, is: (each: T) => boolean): T | undefined {
  for (const each of all) if (is(each)) return each
  return undefined
}
