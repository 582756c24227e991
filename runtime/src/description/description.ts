import type { EntityDescription } from './entity.ts'
import type { FieldDescription } from './field.ts'

/**
 * What the data layer knows of a spec, as plain data: generated code holds this and types, everything else is here.
 * Entities by their member of the client: `blogPost`.
 */
export interface Description {
  readonly project: string
  readonly entities: Readonly<Record<string, EntityDescription>>
  /** Embedded shapes by name. */
  readonly valueTypes: Readonly<Record<string, readonly FieldDescription[]>>
  /** The values of each enum by its name. */
  readonly enums: Readonly<Record<string, readonly string[]>>
  readonly tenancy?: TenancyDescription
  readonly audit?: AuditDescription
  readonly s3?: {
    readonly presignSeconds: number
    readonly pathStyle: boolean
    /** Buckets by the spec's name: the environment variable with the real name, and how long what is written is locked. */
    readonly buckets: Readonly<Record<string, BucketFacts>>
    /** Names of environment variables. */
    readonly endpoint?: string
    readonly region: string
  }
  /** Names of the environment variables with the stores' URLs. */
  readonly urls: { readonly postgres?: string; readonly mongo?: string }
}

export interface BucketFacts {
  readonly env: string
  readonly versioned: boolean
  readonly lock?: { readonly mode: 'COMPLIANCE' | 'GOVERNANCE'; readonly days: number }
}

export interface TenancyDescription {
  /** Member of the tenants' entity, and of the entity of people who act. */
  readonly entity: string
  readonly user?: string
  /** The parameter of a key's builder that says whose it is: `tenant`. */
  readonly parameter: string
  /** Roles of PostgreSQL. `loader` may write historic rows. */
  readonly roles: { readonly app: string; readonly system: string; readonly loader?: string }
}

/** The entity that keeps what was done, and which of its fields holds what. Members of its document. */
export interface AuditDescription {
  readonly entity: string
  readonly fields: {
    readonly action: string
    readonly actor: string
    readonly entity: string
    readonly record: string
    readonly before: string
    readonly after: string
    readonly occurredOn: string
    readonly dedupeKey: string
  }
}
