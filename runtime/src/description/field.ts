/** The scalars of the spec's language. */
export type ScalarName =
  | 'string'
  | 'text'
  | 'int'
  | 'bigint'
  | 'decimal'
  | 'float'
  | 'boolean'
  | 'timestamp'
  | 'date'
  | 'uuid'
  | 'ulid'
  | 'object_id'
  | 'json'
  | 'bytes'
  | 'email'
  | 'url'
  | 'external_id'

export type FieldTypeDescription =
  | { readonly kind: 'scalar'; readonly scalar: ScalarName }
  | { readonly kind: 'enum'; readonly enum: string }
  | { readonly kind: 'value'; readonly valueType: string }
  | ReferenceDescription
  /** The key of an object of the same entity, by the object's name. */
  | { readonly kind: 'key'; readonly object: string }
  /** The `_id` of the entity's own document. */
  | { readonly kind: 'part' }

export interface ReferenceDescription {
  readonly kind: 'ref'
  /** Member of the entity that it refers to. */
  readonly entity: string
  /** What is kept: the row's UUID, the public ULID, or the document's `_id` in hexadecimal. */
  readonly holds: 'id' | 'ref_id' | 'object_id'
  /** camelCase name without a suffix: `reviewedBy`. What a caller may give a public id under. */
  readonly relation: string
}

/** What the data layer writes itself and takes from no caller. */
export type Kept =
  | 'id'
  | 'refId'
  | 'tenant'
  | 'createdOn'
  | 'createdBy'
  | 'updatedOn'
  | 'updatedBy'
  | 'revision'
  | 'deletedOn'
  | 'deletedBy'

/** One field of a row, a document or an embedded shape. */
export interface FieldDescription {
  /** In the client and in TypeScript: `billingPeriodId`. In a document, its key. */
  readonly name: string
  /** In the store: `billing_period_id`. */
  readonly column: string
  readonly type: FieldTypeDescription
  readonly list?: true
  readonly optional?: true
  /** Never changes once it is written. */
  readonly immutable?: true
  /** Written by the data layer alone. */
  readonly kept?: Kept
  /** Where it may be left out although it is not optional: what it then is. */
  readonly default?:
    | { readonly kind: 'now' | 'uuid7' | 'ulid' | 'emptyList' }
    | { readonly kind: 'literal'; readonly value: string | number | boolean }
  /** Most characters. */
  readonly length?: number
  readonly precision?: number
  readonly scale?: number
  readonly min?: number
  readonly max?: number
  /** Source of a regular expression, read with the flag `u`. */
  readonly pattern?: string
  readonly classify?: 'pii' | 'secret'
  /** Kept as ciphertext: a secret that nothing looks up, compares or measures in the store. */
  readonly encrypted?: true
}
