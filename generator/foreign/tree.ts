import type { SourceFile, Span } from '../source/source-file.ts'

/** A name in a file that Stowage did not write. */
export interface ForeignName {
  /** As the store knows it: PostgreSQL cuts after 63 bytes. */
  readonly text: string
  /** In full. */
  readonly written: string
  /** The token that gave the thing its present name, with its quotes. */
  readonly span: Span
  /**
   * `derived`: it is what the store makes up for a thing without a name, whoever wrote it; `copied`: it came with something else that is judged
   * where it stands.
   */
  readonly origin: 'written' | 'derived' | 'copied'
}

/** What a column holds, as far as conventions ask. `ulid` is `char(26)`: a public id where it is unique. */
export type TypeClass =
  | 'timestamp'
  | 'date'
  | 'uuid'
  | 'ulid'
  | 'text'
  | 'number'
  | 'boolean'
  | 'json'
  | 'bytes'
  | 'other'

export interface ForeignColumn {
  readonly name: ForeignName
  /** What the client of a Prisma schema calls it. */
  readonly member?: ForeignName
  readonly type: TypeClass
  readonly nullable: boolean
}

export interface ForeignConstraint {
  readonly kind: 'primary key' | 'unique' | 'check' | 'foreign key' | 'exclusion'
  /** Absent where it is made up by a store whose way of naming is not followed. */
  readonly name?: ForeignName
  /** What the store would call it today, where it made the name up and what it was made from has another one since. */
  readonly renewed?: string
  /** Those that it mentions, in its order. */
  readonly columns: readonly string[]
  /** What a foreign key refers to; no columns where it is the primary key. */
  readonly target?: { readonly table: string; readonly columns: readonly string[] }
}

export interface ForeignIndex {
  readonly name?: ForeignName
  readonly renewed?: string
  readonly columns: readonly string[]
  readonly unique: boolean
}

/** `embedded` is a composite type of Prisma: fields within a document. */
export type TableKind = 'table' | 'partition' | 'view' | 'embedded'

export interface ForeignTable {
  readonly kind: TableKind
  /** As statements call it: `orders`, `app.orders`. */
  readonly qualified: string
  readonly name: ForeignName
  /** What the client of a Prisma schema calls it. */
  readonly member?: ForeignName
  readonly columns: readonly ForeignColumn[]
  readonly constraints: readonly ForeignConstraint[]
  readonly indexes: readonly ForeignIndex[]
  /** Fields of a Prisma model that are no columns: its relations. */
  readonly relations: readonly ForeignName[]
}

export interface ForeignEnum {
  readonly qualified: string
  readonly name: ForeignName
  readonly member?: ForeignName
  readonly values: readonly ForeignName[]
}

/** What hand-written files say that a store holds: the same for every language. */
export interface ForeignSchema {
  readonly store: 'postgres' | 'mongo'
  /** All that were read. */
  readonly files: readonly SourceFile[]
  readonly tables: readonly ForeignTable[]
  readonly enums: readonly ForeignEnum[]
}

/** A thing that is to have another name. */
export type Renaming = { readonly to: string } & (
  | { readonly kind: 'table' | 'view' | 'model'; readonly table: ForeignTable }
  | { readonly kind: 'column' | 'field'; readonly table: ForeignTable; readonly column: ForeignColumn }
  | { readonly kind: 'relation'; readonly table: ForeignTable; readonly name: ForeignName }
  | { readonly kind: 'constraint' | 'index'; readonly table: ForeignTable; readonly name: ForeignName }
  | { readonly kind: 'enum' | 'enum model'; readonly of: ForeignEnum }
  | { readonly kind: 'value'; readonly of: ForeignEnum; readonly name: ForeignName }
)

/** How to rename something in the language of its file, in one sentence without its full stop. */
export type RenameAdvice = (renaming: Renaming) => string
