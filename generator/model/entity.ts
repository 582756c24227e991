import type { Span } from '../source/source-file.ts'
import type { MongoPart } from './mongo.ts'
import type { PostgresPart } from './postgres.ts'
import type { S3Part } from './s3.ts'

export type StoreName = 'postgres' | 'mongo' | 's3'

export const storeNames: readonly StoreName[] = ['postgres', 'mongo', 's3']

/**
 * `required`: every record has a tenant. `shared`: a record without one is read by all and written by none of them.
 * `none`: no record has one. `self`: the tenants themselves.
 */
export interface Tenancy {
  readonly mode: 'required' | 'shared' | 'none' | 'self'
  readonly why?: string
  readonly span: Span
}

/** How a record is marked as deleted. Logical names; on the root part only. */
export interface SoftDelete {
  readonly on: string
  readonly by?: string
}

/** A thing of the domain, with up to three parts. */
export interface Entity {
  readonly name: string
  readonly span: Span
  /** Of its whole declaration, name included. */
  readonly extent: Span
  readonly about?: string
  readonly domain: string
  /** Its name in the former version of the spec. */
  readonly was?: string
  readonly tenancy: Tenancy
  /** Mixins in the order of `use`. */
  readonly mixins: readonly string[]
  /** The part that is the record of truth: PostgreSQL where there is one, then MongoDB, then S3. */
  readonly root: StoreName
  /** Whether it has more than one part. */
  readonly split: boolean
  readonly postgres?: PostgresPart
  readonly mongo?: MongoPart
  readonly s3?: S3Part
  readonly softDelete?: SoftDelete
}
