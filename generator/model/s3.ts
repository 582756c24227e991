import type { Span } from '../source/source-file.ts'
import type { Volume } from './volume.ts'

/** The objects of an entity. */
export interface S3Part {
  readonly store: 's3'
  readonly span: Span
  readonly why?: string
  readonly objects: readonly S3Object[]
}

/** A piece of a key between two slashes: literal text and variables in turn. */
export type PathPiece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'variable'; readonly variable: PathVariable }

export interface PathVariable {
  /** As written between the braces: `tenant`, `ref_id`, `object`, or a field of the entity. */
  readonly name: string
  /** camelCase parameter of the key's builder. */
  readonly member: string
  /** What may stand there; each form is safe in a key by itself. */
  readonly form: 'ulid' | 'uuid' | 'object_id' | 'int' | 'date' | 'enum' | 'slug'
  /** The values of an `enum`. */
  readonly enum?: string
  /** Whose public id a `ulid` is, where it is one. */
  readonly idOf?: string
}

export interface S3Object {
  readonly name: string
  readonly about?: string
  readonly span: Span
  readonly bucket: string
  /** The whole key, the tenancy's prefix included, as segments of pieces. */
  readonly path: readonly (readonly PathPiece[])[]
  /** The path as the spec writes it, without the prefix. */
  readonly pathText: string
  readonly pathSpan: Span
  readonly contentType: string
  readonly maxBytes: number
  /** `once`: staged, copied under the bucket's lock, never replaced. */
  readonly write: 'once' | 'versions'
  /** Logical names of the fields beside the object's key that hold the digest of its bytes, and how many they are. */
  readonly keep?: { readonly sha256?: string; readonly size?: string }
  readonly volume?: Volume
}
