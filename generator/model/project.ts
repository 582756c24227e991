import type { Case } from '../base/casing.ts'
import type { SourceFile, Span } from '../source/source-file.ts'
import type { StoreName } from './entity.ts'
import type { RuleSettings } from './rule-settings.ts'

/** A convention for one kind of name; its span is where the spec declares it, absent where it is the default. */
export interface NameConvention {
  readonly case?: Case
  readonly number?: 'singular' | 'plural'
  readonly prefix?: string
  readonly suffix?: string
  /** A fixed name, for the key fields. */
  readonly name?: string
  readonly span?: Span
}

/** Every kind of name that a convention governs. */
export interface Conventions {
  readonly spec: {
    readonly entity: NameConvention
    readonly field: NameConvention
    readonly enum: NameConvention
    readonly enumValue: NameConvention
    readonly valueType: NameConvention
    readonly mixin: NameConvention
    readonly object: NameConvention
  }
  readonly postgres: {
    readonly table: NameConvention
    readonly column: NameConvention
    readonly constraint: NameConvention
    readonly index: NameConvention
    readonly view: NameConvention
    readonly roles: PostgresRoles
  }
  readonly mongo: {
    readonly collection: NameConvention
    readonly field: NameConvention
    readonly index: NameConvention
    /** What a reference is called: logical name + suffix, then the field's case. */
    readonly reference: NameConvention
  }
  readonly s3: { readonly segment: NameConvention; readonly bucket: NameConvention }
}

/** Roles are decided by a field's type, never by looking at its name. */
export interface PostgresRoles {
  readonly timestamp: NameConvention
  readonly userRef: NameConvention
  readonly externalId: NameConvention
  readonly objectKey: NameConvention
  /** Derived, not demanded: added to a relation's name. */
  readonly foreignKey: NameConvention
  readonly storeRef: NameConvention
  readonly internalId: NameConvention
  readonly publicId: NameConvention
}

export interface Bucket {
  readonly name: string
  readonly about?: string
  readonly span: Span
  /** The environment variable that holds the bucket's real name. */
  readonly env: string
  readonly versioned: boolean
  readonly lock?: {
    readonly mode: 'compliance' | 'governance'
    /** As written: `7y`. */
    readonly retain: string
    readonly retainDays: number
    readonly span: Span
  }
  /** Days after which current objects are removed. */
  readonly expireDays?: number
  /** Days after which replaced versions are removed. */
  readonly noncurrentExpireDays?: number
  /** Days after which unfinished uploads are removed. */
  readonly abortUploadsDays: number
}

/** What an audit record holds. */
export type AuditSlot =
  | 'action'
  | 'actor'
  | 'entity'
  | 'entity_ref_id'
  | 'before'
  | 'after'
  | 'occurred_on'
  | 'dedupe_key'

export interface Audit {
  readonly entity: string
  /** Logical names of the fields of its document. */
  readonly fields: Readonly<Record<AuditSlot, string>>
  readonly span: Span
}

export interface Project {
  readonly name: string
  readonly about?: string
  readonly file: SourceFile
  /**
   * The folder of the output, relative to the project's folder; the npm name of the generated package; whether diagrams
   * are drawn beside their texts and shown by the pages as pictures.
   */
  readonly output: { readonly root: string; readonly package: string; readonly drawings: boolean }
  /** Where the documentation is published, and where the files of the project are shown; absolute, ending in `/`. */
  readonly docs: { readonly url?: string; readonly source?: string }
  readonly stores: {
    readonly postgres?: { readonly version: number; readonly url: string }
    readonly mongo?: { readonly version: number; readonly url: string }
    readonly s3?: {
      /** Names of environment variables. */
      readonly endpoint?: string
      readonly region: string
      readonly pathStyle: boolean
      readonly presignSeconds: number
      readonly buckets: readonly Bucket[]
    }
  }
  readonly tenancy?: {
    readonly entity: string
    /** Logical name of the field that every record carries: `tenant`. */
    readonly field: string
    /** The entity of the people who act. */
    readonly user?: string
    readonly prefix: string
    /** Where the prefix is written; absent where it is the default. */
    readonly prefixSpan?: Span
    readonly enforce: 'rls' | 'application'
    readonly roles: {
      readonly owner: string
      readonly app: string
      readonly system: string
      readonly backup: string
      /** What loads historic rows; absent where the project names none. */
      readonly loader?: string
    }
    readonly span: Span
  }
  /** The entity that keeps what was done; absent where nothing does, or where what is said of it is unsound. */
  readonly audit?: Audit
  readonly conventions: Conventions
  /** The project's rules of thumb for placement, for its documentation. */
  readonly placement: readonly { readonly when: string; readonly store: StoreName }[]
  readonly rules: RuleSettings
}
