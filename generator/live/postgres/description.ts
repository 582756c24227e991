/**
 * A whole database as plain JSON: what `model.lock.json` holds and what `verify` compares. Definitions are texts as
 * PostgreSQL 16 itself gives them (`pg_get_constraintdef` and its like) with an empty `search_path`, so that a
 * description made from a spec and one read from a server are equal where the databases are. Lists are sorted by name.
 */
export interface PostgresDescription {
  readonly roles: readonly RoleDescription[]
  readonly schemas: readonly SchemaDescription[]
  readonly tables: readonly TableDescription[]
  readonly views: readonly ViewDescription[]
  readonly functions: readonly FunctionDescription[]
}

/** What makes a role more than it should be. Whether it may log in is the operator's choice and is not looked at. */
export interface RoleDescription {
  readonly name: string
  readonly superuser: boolean
  readonly bypassRowSecurity: boolean
  readonly createRole: boolean
  readonly createDatabase: boolean
  readonly replication: boolean
  /** The roles whose rights it has or may take. */
  readonly memberOf: readonly string[]
}

/** What one role may do; `PUBLIC` is everybody. Privileges are in lower case, `*` after one that may be passed on. */
export interface GrantDescription {
  readonly role: string
  readonly privileges: readonly string[]
}

export interface SchemaDescription {
  readonly name: string
  /** Without the owner's own rights. Absent, here and below, where the project has no roles: then they are not looked at. */
  readonly grants?: readonly GrantDescription[]
}

export interface TableDescription {
  readonly schema: string
  readonly name: string
  readonly owner?: string
  readonly comment?: string
  /** `permanent` unless somebody made it otherwise. */
  readonly persistence: 'permanent' | 'unlogged' | 'temporary'
  /** `RANGE (created_on)` */
  readonly partitionedBy?: string
  /** In their order in the table, which is not compared. */
  readonly columns: readonly ColumnDescription[]
  readonly constraints: readonly ConstraintDescription[]
  /** Those that belong to no constraint. */
  readonly indexes: readonly IndexDescription[]
  readonly triggers: readonly TriggerDescription[]
  /** Rules that rewrite what is asked of the table: never wanted. */
  readonly rules: readonly string[]
  readonly rowSecurity: { readonly enabled: boolean; readonly forced: boolean }
  readonly policies: readonly PolicyDescription[]
  readonly grants?: readonly GrantDescription[]
  /** What a table of Stowage's own holds from the start, one list a row as texts, sorted. Absent for all other tables. */
  readonly rows?: readonly (readonly (string | null)[])[]
}

export interface ColumnDescription {
  readonly name: string
  /** As `format_type` says it: `character varying(120)`. */
  readonly type: string
  readonly optional: boolean
  /** Where it is not the type's own. */
  readonly collation?: string
  readonly default?: string
  readonly comment?: string
  /** What fills it in: `identity`, or what is never wanted: `identity by default`, `generated`. */
  readonly filled?: string
  /** Rights on the sequence that counts it up; absent where there is none, or none that anybody has. */
  readonly counter?: readonly GrantDescription[]
  /** Rights on this column alone: never wanted. */
  readonly grants?: readonly GrantDescription[]
}

export interface ConstraintDescription {
  readonly name: string
  /** `CHECK ((rank >= 0))`, `FOREIGN KEY (...) REFERENCES ...`; ends in `NOT VALID` where old rows were not checked. */
  readonly definition: string
  /** False where the triggers that keep a foreign key are switched off. */
  readonly enforced: boolean
}

export interface IndexDescription {
  readonly name: string
  readonly definition: string
  /** False where it was left unfinished: then it serves nobody. */
  readonly valid: boolean
}

export interface TriggerDescription {
  readonly name: string
  readonly definition: string
  /** `origin` is what a trigger is made as; `always` fires in a replica's session too. */
  readonly enabled: 'origin' | 'always' | 'replica' | 'disabled'
}

export interface PolicyDescription {
  readonly name: string
  readonly command: 'all' | 'select' | 'insert' | 'update' | 'delete'
  readonly permissive: boolean
  /** Sorted; `PUBLIC` for everybody. */
  readonly roles: readonly string[]
  readonly using?: string
  readonly check?: string
}

export interface ViewDescription {
  readonly schema: string
  readonly name: string
  readonly owner?: string
  readonly comment?: string
  /** The SELECT, ending in a semicolon. */
  readonly definition: string
  /** `security_invoker=true`, sorted. */
  readonly options: readonly string[]
  readonly grants?: readonly GrantDescription[]
}

export interface FunctionDescription {
  readonly schema: string
  /** With the types of what it takes: `ensure_partitions(integer)`. */
  readonly name: string
  /** With names and defaults: `months integer DEFAULT 3`. */
  readonly arguments: string
  readonly returns: string
  readonly language: string
  readonly volatility: 'immutable' | 'stable' | 'volatile'
  readonly security: 'invoker' | 'definer'
  /** What is set while it runs, sorted: `search_path=""`. */
  readonly settings: readonly string[]
  readonly owner?: string
  readonly body: string
  readonly comment?: string
  readonly grants?: readonly GrantDescription[]
}
