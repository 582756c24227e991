import type { StoreName } from '../model/entity.ts'
import type { Classification } from '../model/field.ts'

/**
 * What the explorer draws: every entity with its parts, and what refers to what. It is data of a page: plain JSON, no
 * markup, every text as the spec has it.
 */
export interface ExplorerGraph {
  /** The project's name. */
  readonly title: string
  readonly domains: readonly ExplorerDomain[]
  readonly entities: readonly ExplorerEntity[]
  readonly links: readonly ExplorerLink[]
}

export interface ExplorerDomain {
  readonly key: string
  readonly name: string
}

export interface ExplorerEntity {
  /** Its stem, unique, of `[a-z0-9-]`: a deep link names it. */
  readonly id: string
  readonly name: string
  readonly about?: string
  /** The key of its domain. */
  readonly domain: string
  /** Its page, relative to the root of the site: `spec/entities/order-line/`. */
  readonly page: string
  /** In the order PostgreSQL, MongoDB, S3; an object each for S3. */
  readonly parts: readonly ExplorerPart[]
}

export interface ExplorerPart {
  /** Unique within its entity: `postgres`, `mongo`, `s3:pdf`. */
  readonly id: string
  readonly store: StoreName
  /** The table, the collection, or the object and its bucket. */
  readonly title: string
  /** What holds for the part as a whole, in a few words each: `expires after 90d`, the pattern of an object's key. */
  readonly facts: readonly string[]
  readonly fields: readonly ExplorerField[]
}

export interface ExplorerField {
  /** As the store knows it. */
  readonly name: string
  readonly type: string
  /** `REF`: points to a record or an object by a reference that no database checks. */
  readonly keys: readonly ('PK' | 'FK' | 'REF' | 'UK')[]
  readonly indexed: boolean
  readonly optional: boolean
  /** Whether every record has such a field (its tenant, who made it and when), so that it tells little of this one. */
  readonly common: boolean
  readonly classify?: Classification
}

export interface ExplorerLink {
  readonly id: string
  /** Ids of entities, and of the parts at each end. */
  readonly from: string
  readonly fromPart: string
  readonly to: string
  readonly toPart: string
  /**
   * `foreign_key`: PostgreSQL checks it. No database checks the others, which are drawn dashed: a `pointer` from store to
   * store, a `document` that refers to another one, the key of an `object`.
   */
  readonly kind: 'foreign_key' | 'pointer' | 'document' | 'object'
  /** The field that holds it, as its store knows it. */
  readonly label: string
  /** Whether many records may refer to one. */
  readonly many: boolean
  /** Whether one record may refer to many. */
  readonly list: boolean
  readonly optional: boolean
}
