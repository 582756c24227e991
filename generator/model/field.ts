import type { Span } from '../source/source-file.ts'
import type { PhysicalName } from './name.ts'
import type { FieldType } from './type.ts'

/** What a mixin gives: decides which parts of a split entity carry it. */
export type MixinRole = 'base' | 'mutable' | 'soft_delete' | 'plain'

export type Classification = 'public' | 'internal' | 'pii' | 'secret'

/** Where a field comes from. */
export type FieldOrigin =
  | { readonly kind: 'own' }
  | { readonly kind: 'mixin'; readonly mixin: string; readonly role: MixinRole }
  /** Added by the compiler because the entity belongs to a tenant. */
  | { readonly kind: 'tenant' }

export type DefaultValue =
  | { readonly kind: 'now' }
  | { readonly kind: 'uuid7' }
  | { readonly kind: 'ulid' }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'empty_list' }

export type OnDelete = 'restrict' | 'cascade' | 'set_null'

/** The other side of a relation, as it appears on the referenced entity. */
export interface Inverse {
  /** camelCase, unique among the members of the referenced entity: `runs`. */
  readonly member: string
  /** Whether at most one row refers to the target. */
  readonly single: boolean
}

/** What a `ref` field says beyond its type. */
export interface Relation {
  /** camelCase member for the related record: `billingPeriod`, `reviewedBy`. */
  readonly member: string
  readonly onDelete: OnDelete
  readonly onSoftDelete: 'restrict' | 'cascade'
  /**
   * Whether it is for the books only (`created_by` and the like, from a base, mutable or soft-delete mixin): a plain
   * column to Prisma, whose client would slow down with a back-relation from every table.
   */
  readonly bookkeeping: boolean
  /**
   * Whether the tenant is part of the foreign key; false where the target is shared or has no tenant. In a row of the
   * tenant itself it is the row's id.
   */
  readonly withTenant: boolean
  /** The name of the foreign key constraint in PostgreSQL. */
  readonly constraint: PhysicalName
  /** Absent for bookkeeping and for pointers. */
  readonly inverse?: Inverse
}

/** One field of one part of an entity, or of a value type. */
export interface Field {
  /** The logical name: snake_case, as the spec writes it. */
  readonly name: string
  /** Of its name in the spec. */
  readonly span: Span
  /** Of its type in the spec. */
  readonly typeSpan: Span
  readonly about?: string
  readonly type: FieldType
  readonly list: boolean
  readonly optional: boolean
  /** The column or document key: `billing_period_id`, `invoiceRefId`. */
  readonly physical: PhysicalName
  /** camelCase name in Prisma and TypeScript of what is stored: `billingPeriodId`. */
  readonly member: string
  readonly origin: FieldOrigin
  readonly primary: boolean
  /** Whether it is the public id (`ref_id`) of its entity. */
  readonly publicId: boolean
  readonly immutable: boolean
  readonly default?: DefaultValue
  /** `now`: set at every change; `increment`: counted up at every change (optimistic concurrency). */
  readonly onUpdate?: 'now' | 'increment'
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly classify?: Classification
  /** Its name in the former version of the spec. */
  readonly was?: string
  /** `global`: may be looked up before the tenant is known, by a function that returns ids only. */
  readonly lookup?: 'global'
  /** The CHECK constraint of its column in PostgreSQL; present exactly where something narrows what its type lets in. */
  readonly check?: PhysicalName
  /** The function of PostgreSQL that looks it up; present exactly where `lookup` is, in a PostgreSQL part. */
  readonly finder?: PhysicalName
  /** Present exactly where `type.kind` is `ref`. */
  readonly relation?: Relation
}
