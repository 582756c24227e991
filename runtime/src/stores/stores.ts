import type { Description } from '../description/description.ts'
import type { DocumentStore } from './documents.ts'
import type { ObjectStore } from './objects.ts'
import type { PostgresStore } from './postgres.ts'

/**
 * The servers as the data layer sees them. Every step of split records, collector and consistency check is one call of
 * these, so that a test can stand between any two steps, order them, or break one.
 */
export interface Stores {
  readonly description: Description
  readonly postgres: PostgresStore
  readonly documents: DocumentStore
  readonly objects: ObjectStore
  /** The real name of a bucket, by the spec's. */
  bucket(name: string): string
  now(): Date
}
