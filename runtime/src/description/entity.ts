import type { FieldDescription } from './field.ts'

/** One entity: what is in which store. */
export interface EntityDescription {
  /** As the spec writes it: `BlogPost`. */
  readonly name: string
  /** `required`: every record has a tenant; `shared`: one without is read by all; `self`: the tenants themselves. */
  readonly tenancy: 'required' | 'shared' | 'none' | 'self'
  /** The store that holds the record of truth. */
  readonly root: 'postgres' | 'mongo' | 's3'
  readonly table?: TableDescription
  readonly documents?: DocumentsDescription
  /** By the spec's name: `context_file`. */
  readonly objects: Readonly<Record<string, ObjectDescription>>
  /** Fields of the root that mark a record as deleted. */
  readonly softDelete?: { readonly on: string; readonly by?: string }
}

export interface TableDescription {
  /** In the schema `public`. */
  readonly table: string
  /** Name of Prisma's model, and member of its client. */
  readonly model: string
  readonly delegate: string
  readonly fields: readonly FieldDescription[]
  /** By the member that Prisma gives them, both directions. */
  readonly relations: Readonly<Record<string, RelationDescription>>
  /** Rows are added and never changed or removed. */
  readonly appendOnly: boolean
  readonly partitioned: boolean
  readonly lifecycle?: LifecycleDescription
  /** Unique constraints and indexes by name: the members they hold, for errors that say what clashed. */
  readonly uniques: Readonly<Record<string, readonly string[]>>
  /** Members that may be looked up before the tenant is known, with the function that does: `stowage.find_...`. */
  readonly lookups: Readonly<Record<string, string>>
}

export interface RelationDescription {
  /** Member of the entity at the other end. */
  readonly entity: string
  readonly list: boolean
  readonly optional: boolean
}

export interface LifecycleDescription {
  readonly field: string
  readonly start: string
  readonly allow: Readonly<Record<string, readonly string[]>>
}

export interface DocumentsDescription {
  readonly collection: string
  /** Member in the models of the package: `toolCallLog`. */
  readonly model: string
  /** Without `_id`. */
  readonly fields: readonly FieldDescription[]
  readonly appendOnly: boolean
  readonly expireSeconds?: number
  /** The member that they are counted from, where that is another than when the document was made. */
  readonly expireFrom?: string
  /** Names of unique indexes: the keys they hold. */
  readonly uniques: Readonly<Record<string, readonly string[]>>
  readonly hasTextIndex: boolean
  /** Of a split entity: the member of the row that holds the document's `_id`; absent where the root is a document. */
  readonly pointer?: string
}

export interface ObjectDescription {
  /** Names bucket and key: `Strategy.narrative`. */
  readonly name: string
  /** Its handle at the repository, and its key among the objects of an input: `contextFile`. */
  readonly member: string
  /** As the spec calls it. */
  readonly bucket: string
  readonly contentType: string
  readonly maxBytes: number
  readonly write: 'once' | 'versions'
  /** The key's pieces; `sharedPath` that of a record without a tenant. */
  readonly path: readonly PathPiece[]
  readonly sharedPath?: readonly PathPiece[]
  /** Where its key is kept; absent where nothing points to it. */
  readonly pointer?: { readonly part: 'table' | 'documents'; readonly field: string; readonly optional: boolean }
  /** Members beside the pointer that the data layer fills: digest in hexadecimal, and number of bytes. */
  readonly keeps: { readonly sha256?: string; readonly size?: string }
}

export type PathPiece =
  | string
  | {
      /** Parameter of the key's builder, and for a field its member in the root: `contextFileId`. */
      readonly name: string
      readonly form: 'ulid' | 'uuid' | 'object_id' | 'int' | 'bigint' | 'date' | 'enum' | 'slug'
      /** Values of an `enum`; pattern of a `slug`. */
      readonly values?: readonly string[]
      readonly pattern?: string
    }
