import type { Expression } from './expression.ts'

/** The schemas that are written to: what the spec declares, and what makes it hold. */
export type SchemaName = 'public' | 'stowage'

/** A table, view or function by its schema. Names are as PostgreSQL keeps them; the printer quotes where it must. */
export interface Qualified {
  readonly schema: SchemaName
  readonly name: string
}

/** A whole database as it is to be, in the order in which it is printed. */
export interface Database {
  /** For the head of the file: the project's name, and what it is. */
  readonly name: string
  readonly about?: string
  /** The role that makes and owns everything; absent where there are no roles: then it is whoever runs the text. */
  readonly owner?: string
  readonly roles: readonly Role[]
  readonly schemas: readonly Schema[]
  /** What the triggers of several tables call, and jobs. */
  readonly functions: readonly SqlFunction[]
  /** Of the schema `stowage`. */
  readonly internalTables: readonly Table[]
  readonly sections: readonly Section[]
  /** Searches that are allowed before the tenant is known; made after the tables. */
  readonly lookups: readonly SqlFunction[]
  /** Calls at the very end, `stowage.ensure_partitions` for one. */
  readonly calls: readonly Qualified[]
}

/** The tables of one domain. */
export interface Section {
  readonly title: string
  readonly about?: string
  readonly tables: readonly Table[]
}

export interface Role {
  readonly name: string
  /** Why there is this role, and who takes it. */
  readonly about: string
  /** Whether it sees every row whatever the policies say. */
  readonly bypassRowSecurity: boolean
}

export interface Schema {
  readonly name: SchemaName
  readonly about: string
  readonly usage: readonly string[]
}

export interface Table extends Qualified {
  readonly about?: string
  /** What a person who opens the file should know of it, one remark a line: `Append-only: ...`. */
  readonly notes: readonly string[]
  /** The role that owns it; absent where the project has no roles. */
  readonly owner?: string
  readonly columns: readonly Column[]
  readonly primaryKey: { readonly name: string; readonly columns: readonly string[] }
  /** Uniques over all rows; what holds for some of them is an index. */
  readonly uniques: readonly UniqueConstraint[]
  readonly checks: readonly Check[]
  readonly indexes: readonly Index[]
  /** Added when all tables are there. */
  readonly foreignKeys: readonly ForeignKey[]
  readonly triggers: readonly Trigger[]
  /** Made for it alone and printed beside it; absent where there is none. */
  readonly functions?: readonly SqlFunction[]
  /** Absent where every role that may read it reads all of it. */
  readonly rowSecurity?: { readonly policies: readonly Policy[] }
  readonly grants: readonly Grant[]
  readonly partition?: { readonly by: string; readonly every: 'month' }
  /** Rows to be there from the start, as texts: the moves of a life cycle. One list a row, in the order of `columns`. */
  readonly rows?: readonly (readonly (string | null)[])[]
  /** The live rows. */
  readonly view?: View
}

export interface Column {
  readonly name: string
  readonly about?: string
  /**
   * With its length or precision, as `format_type` says it, so that it equals what the catalog answers:
   * `character varying(120)`, `timestamp(3) with time zone`, `text[]`. The printer writes the short words for it.
   */
  readonly type: string
  readonly collation?: 'C'
  readonly optional: boolean
  readonly default?: Expression
  /** Whether the database counts it up: `GENERATED ALWAYS AS IDENTITY`. */
  readonly identity?: {
    readonly sequence: Qualified
    /** On the sequence; whoever adds rows needs none. */
    readonly grants: readonly Grant[]
  }
}

export interface UniqueConstraint {
  readonly name: string
  readonly columns: readonly string[]
  /** Whether two nulls are the same: for records that are shared by all tenants. */
  readonly nullsNotDistinct: boolean
  readonly about?: string
}

export interface Check {
  readonly name: string
  readonly expression: Expression
  /** The column it is about, beside which it is printed; absent where it is about several. */
  readonly column?: string
}

export interface Index {
  readonly name: string
  readonly unique: boolean
  readonly columns: readonly { readonly name: string; readonly order: 'asc' | 'desc' }[]
  readonly nullsNotDistinct: boolean
  readonly where?: Expression
  readonly about?: string
}

export interface ForeignKey {
  readonly name: string
  readonly columns: readonly string[]
  readonly target: Qualified
  readonly targetColumns: readonly string[]
  /** `setNull` holds the columns that are emptied: never the tenant's. */
  readonly onDelete: 'restrict' | 'cascade' | { readonly setNull: readonly string[] }
}

export interface Trigger {
  readonly name: string
  readonly about: string
  readonly timing: 'before' | 'after'
  readonly events: readonly ('insert' | 'update' | 'delete' | 'truncate')[]
  readonly level: 'row' | 'statement'
  readonly when?: Expression
  readonly function: Qualified
  readonly arguments: readonly string[]
  /** Whether it fires in a replica's session too, so that nobody can turn it off by `session_replication_role`. */
  readonly always: boolean
}

export type Command = 'all' | 'select' | 'insert' | 'update' | 'delete'

export interface Policy {
  readonly name: string
  readonly about: string
  readonly command: Command
  readonly roles: readonly string[]
  readonly using?: Expression
  readonly check?: Expression
}

export type Privilege = 'select' | 'insert' | 'update' | 'delete'

export interface Grant {
  readonly role: string
  readonly privileges: readonly Privilege[]
}

/** `security_invoker`, so that the policies of the table hold for whoever asks. */
export interface View {
  readonly name: string
  readonly about: string
  readonly columns: readonly string[]
  readonly where: Expression
  readonly grants: readonly Grant[]
}

export interface SqlFunction extends Qualified {
  readonly about: string
  readonly arguments: readonly { readonly name: string; readonly type: string; readonly default?: string }[]
  /** `trigger`, `void`, `TABLE(tenant_id uuid, ref_id char(26))`. */
  readonly returns: string
  readonly language: 'sql' | 'plpgsql'
  readonly volatility: 'immutable' | 'stable' | 'volatile'
  readonly security: 'invoker' | 'definer'
  readonly owner?: string
  /** The text between the dollar quotes, which is what PostgreSQL keeps: every name in it qualified and quoted. */
  readonly body: string
  /** Who may call it, PUBLIC never. */
  readonly execute: readonly string[]
}
