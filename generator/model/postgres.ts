import type { Span } from '../source/source-file.ts'
import type { Field } from './field.ts'
import type { Index, Unique } from './keys.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { PhysicalName } from './name.ts'
import type { Volume } from './volume.ts'

/** The rows of an entity. */
export interface PostgresPart {
  readonly store: 'postgres'
  readonly table: PhysicalName
  readonly span: Span
  /** Why it is in this store, in the spec's words. */
  readonly why?: string
  /** Keys first (id, public id, tenant), then the entity's own in the spec's order, then the mixins'. */
  readonly fields: readonly Field[]
  readonly uniques: readonly Unique[]
  readonly indexes: readonly Index[]
  readonly lifecycle?: Lifecycle
  readonly appendOnly: boolean
  readonly partition?: Partition
  readonly volume?: Volume
  /** The constraint of the primary key, and of the index that holds it. */
  readonly primaryKeyName: PhysicalName
  /** The live rows; present exactly where the entity has soft delete. */
  readonly view?: PhysicalName
  /** The functions that are made for this table alone, in the schema `stowage`. */
  readonly functions: { readonly checkReferences: PhysicalName; readonly softDelete: PhysicalName }
  /** Columns of the primary key: `id`, with `created_on` where partitioned. Logical names. */
  readonly primaryKey: readonly string[]
}

/** Rows are kept apart by the month of a timestamp. */
export interface Partition {
  /** Logical name of a required timestamp. */
  readonly by: string
  readonly every: 'month'
  readonly span: Span
}
