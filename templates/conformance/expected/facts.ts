// The shape of the facts beside this file: what the spec demands of every artefact, in the words of the spec.

/** A constant, or what the client calls to fill the field. */
export type DefaultFact =
  | { readonly call: 'now' | 'uuid7' | 'ulid' }
  | { readonly value: string | number | boolean | readonly never[] }

export interface FieldFact {
  /** As the spec writes it. */
  readonly name: string
  /** The column, or the key in a document. */
  readonly at: string
  /** Where its name does not follow from the conventions alone: the spec declares it, or it was cut to fit. */
  readonly named?: 'declared' | 'shortened'
  /** The member in Prisma, where it is not called as the column is. */
  readonly member?: string
  /**
   * In the spec's grammar, without list and optional: `decimal(12,2)`. How a store writes it is not said here: each
   * test knows the stores by itself.
   */
  readonly type: string
  /** What a reference keeps of the record it refers to. */
  readonly holds?: 'id' | 'ref_id' | 'object_id'
  readonly list?: true
  readonly optional?: true
  readonly immutable?: true
  readonly default?: DefaultFact
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  /** What it is for, where it is not the entity's own: a part of the base fields, the tenant. */
  readonly role?: 'base' | 'mutable' | 'soft_delete' | 'tenant'
  readonly key?: 'primary' | 'public'
  /** Whether it names a person who acts. */
  readonly user?: true
  /** What becomes of it at every change: the database sets it, nobody else. */
  readonly onUpdate?: 'now' | 'increment'
  /** The constraint that refuses wrong values, where the column's type does not refuse all of them. */
  readonly check?: string
  /** The function that finds a record by it before the tenant is known. */
  readonly finder?: string
}

/** A field is one of these constants, or is empty, or is not. */
export type ConditionFact =
  | { readonly field: string; readonly in: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly null: boolean }

export interface IndexFact {
  readonly name: string
  readonly named?: 'declared' | 'shortened'
  /** Names of fields, with the order: `created_on desc`. */
  readonly fields: readonly string[]
  /** Whether it covers some records only: those for which all conditions hold. */
  readonly partial?: true
  readonly where?: readonly ConditionFact[]
}

export interface UniqueFact {
  readonly name: string
  readonly named?: 'declared' | 'shortened'
  readonly fields: readonly string[]
  readonly scope: 'tenant' | 'global'
  readonly partial?: true
  readonly where?: readonly ConditionFact[]
  /** The field that must be empty too: a record that is deleted does not count. */
  readonly live?: string
  /** The index that holds it among the records shared by all, where those have one of their own. */
  readonly sharedName?: string
}

export type TenancyFact = 'required' | 'shared' | 'none' | 'self'

/** A relation that Prisma knows. */
export interface RelationFact {
  readonly member: string
  readonly entity: string
  /** Names of fields on this side and of those on the other that they equal. */
  readonly fields: readonly string[]
  readonly references: readonly string[]
  readonly onDelete: 'restrict' | 'cascade' | 'set_null'
}

/** The other side of a relation. */
export interface InverseFact {
  readonly member: string
  readonly entity: string
  /** The member on that entity. */
  readonly of: string
  readonly single?: true
}

/** A reference between two tables, which the database checks. */
export interface ForeignKeyFact {
  readonly name: string
  readonly field: string
  readonly entity: string
  /** Whether the tenant is part of it, so that it never leads to a row of another. */
  readonly tenant?: true
  readonly onDelete: 'restrict' | 'cascade' | 'set_null'
  readonly onSoftDelete: 'restrict' | 'cascade'
  /** Whether it only says whose a row is or who touched it. */
  readonly bookkeeping?: true
}

export interface TableFact {
  readonly entity: string
  readonly table: string
  readonly named?: 'declared' | 'shortened'
  readonly tenancy: TenancyFact
  /** Whether this is the entity's record of truth. */
  readonly root: boolean
  /** What it shares with others, by name. */
  readonly mixins: readonly string[]
  readonly primaryKey: readonly string[]
  readonly fields: readonly FieldFact[]
  readonly relations: readonly RelationFact[]
  readonly inverses: readonly InverseFact[]
  readonly uniques: readonly UniqueFact[]
  readonly indexes: readonly IndexFact[]
  readonly foreignKeys: readonly ForeignKeyFact[]
  readonly partitioned?: true
  /** The field whose month decides on the partition. */
  readonly partitionBy?: string
  readonly appendOnly?: true
  /** The field that is empty in a live row. */
  readonly softDelete?: string
  /** The view of the live rows. */
  readonly view?: string
  readonly primaryKeyName: string
}

export interface CollectionFact {
  readonly entity: string
  readonly document: string
  readonly collection: string
  readonly named?: 'declared' | 'shortened'
  readonly tenancy: TenancyFact
  readonly root: boolean
  /** What it shares with others, by name. */
  readonly mixins: readonly string[]
  readonly fields: readonly FieldFact[]
  readonly uniques: readonly UniqueFact[]
  readonly indexes: readonly IndexFact[]
  readonly text?: { readonly name: string; readonly weights: Readonly<Record<string, number>> }
  readonly expire?: { readonly name: string; readonly field: string; readonly seconds: number }
  readonly appendOnly?: true
}

export interface ValueTypeFact {
  readonly name: string
  readonly fields: readonly FieldFact[]
}

/** How a status may move; a state without any is terminal. */
export interface LifecycleFact {
  readonly entity: string
  readonly field: string
  readonly start: string
  readonly allow: Readonly<Record<string, readonly string[]>>
}

/** A piece of a key's segment: a literal text, or a variable and what may stand for it. */
export type PieceFact =
  | string
  | {
      readonly variable: string
      readonly form: 'ulid' | 'uuid' | 'object_id' | 'int' | 'bigint' | 'date' | 'enum' | 'slug'
      readonly enum?: string
      /** What a slug must match. */
      readonly pattern?: string
    }

export interface ObjectFact {
  readonly entity: string
  readonly name: string
  readonly tenancy: TenancyFact
  readonly bucket: string
  readonly contentType: string
  readonly maxBytes: number
  readonly write: 'once' | 'versions'
  /** How long a pre-signed URL for it lives. */
  readonly presignSeconds: number
  /** The whole key: segments of pieces. */
  readonly path: readonly (readonly PieceFact[])[]
}

export interface BucketFact {
  readonly name: string
  readonly env: string
  readonly versioned: boolean
  readonly lock?: { readonly mode: 'compliance' | 'governance'; readonly retainDays: number }
  readonly expireDays?: number
  readonly noncurrentExpireDays?: number
  readonly abortUploadsDays: number
}

/** A convention for one kind of name. */
export interface ConventionFact {
  readonly case?: 'snake_case' | 'camelCase' | 'PascalCase' | 'kebab-case' | 'SCREAMING_SNAKE_CASE'
  readonly number?: 'singular' | 'plural'
  readonly prefix?: string
  readonly suffix?: string
  readonly name?: string
}

/** Conventions that the spec insists on; one that it does not is absent. */
export interface ConventionFacts {
  readonly postgres: Partial<Readonly<Record<'table' | 'column' | 'constraint' | 'index', ConventionFact>>>
  readonly roles: Partial<
    Readonly<
      Record<
        'timestamp' | 'userRef' | 'externalId' | 'objectKey' | 'foreignKey' | 'storeRef' | 'internalId' | 'publicId',
        ConventionFact
      >
    >
  >
  readonly mongo: Partial<Readonly<Record<'collection' | 'field' | 'index' | 'reference', ConventionFact>>>
  readonly s3: Partial<Readonly<Record<'segment' | 'bucket', ConventionFact>>>
}

export interface MixinFact {
  readonly name: string
  readonly role: 'base' | 'mutable' | 'soft_delete' | 'plain'
  /** Names of its fields. */
  readonly fields: readonly string[]
}

/** Empty where the project has no tenants. */
export interface TenancyFacts {
  readonly entity?: string
  readonly field?: string
  readonly user?: string
  readonly prefix?: string
  /** Whether the database keeps tenants apart, or the application alone. */
  readonly enforce?: 'rls' | 'application'
  /** The database's roles. */
  readonly roles?: {
    readonly owner: string
    readonly app: string
    readonly system: string
    readonly backup: string
    /** Adds historic rows; absent where the project names none. */
    readonly loader?: string
  }
}

/** The stores in use, and the environment variables that lead to them. */
export interface StoreFacts {
  readonly postgres?: { readonly version: number; readonly url: string }
  readonly mongo?: { readonly version: number; readonly url: string }
  readonly s3?: { readonly endpoint?: string; readonly region: string; readonly pathStyle: boolean }
}
