/** The scalars of the language; each store maps every one of them or refuses it. */
export const scalarNames = [
  'string',
  'text',
  'int',
  'bigint',
  'decimal',
  'float',
  'boolean',
  'timestamp',
  'date',
  'uuid',
  'ulid',
  'object_id',
  'json',
  'bytes',
  'email',
  'url',
  'external_id',
] as const

export type ScalarName = (typeof scalarNames)[number]

/** What a field holds, resolved: every name in it is known to exist. */
export type FieldType =
  | {
      readonly kind: 'scalar'
      readonly scalar: ScalarName
      /** Greatest number of characters of a `string`. */
      readonly length?: number
      /** Digits of a `decimal` in all, and after its point. */
      readonly precision?: number
      readonly scale?: number
    }
  | { readonly kind: 'enum'; readonly enum: string }
  | { readonly kind: 'value'; readonly valueType: string }
  | RefType
  /** The key of an S3 object of the same entity. */
  | { readonly kind: 'key'; readonly object: string }
  /** The pointer of a split entity's PostgreSQL part to its MongoDB part; holds the document's `_id`. */
  | { readonly kind: 'part'; readonly store: 'mongo' }

/** A reference to an entity. */
export interface RefType {
  readonly kind: 'ref'
  readonly entity: string
  /**
   * `foreign_key`: both ends are rows of PostgreSQL, and the database checks it.
   * `document`: both ends are documents of MongoDB; the model knows it, no database checks it.
   * `pointer`: the ends are in different stores; the consistency check follows it.
   */
  readonly mode: 'foreign_key' | 'document' | 'pointer'
  /** What is kept: the row's UUID, the public ULID, or the document's `_id` (in PostgreSQL, of a record of MongoDB). */
  readonly holds: 'id' | 'ref_id' | 'object_id'
}
