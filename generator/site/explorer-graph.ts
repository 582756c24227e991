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
  /** Its page, relative to the root of the site: `spec/entities/activity-run/`. */
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
  readonly fields: readonly ExplorerField[]
}

export interface ExplorerField {
  /** As the store knows it. */
  readonly name: string
  readonly type: string
  readonly keys: readonly ('PK' | 'FK' | 'UK')[]
  readonly indexed: boolean
  readonly optional: boolean
  readonly classify?: Classification
}

export interface ExplorerLink {
  readonly id: string
  /** Ids of entities, and of the parts at each end. */
  readonly from: string
  readonly fromPart: string
  readonly to: string
  readonly toPart: string
  /** `foreign_key`: PostgreSQL checks it; the others lead from store to store and are drawn dashed. */
  readonly kind: 'foreign_key' | 'pointer' | 'document' | 'object'
  /** The field that holds it, as its store knows it. */
  readonly label: string
  /** Whether many records may refer to one. */
  readonly many: boolean
  readonly optional: boolean
}
