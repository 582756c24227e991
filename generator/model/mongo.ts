import type { Span } from '../source/source-file.ts'
import type { Field } from './field.ts'
import type { Index, Unique } from './keys.ts'
import type { PhysicalName } from './name.ts'
import type { Volume } from './volume.ts'

/** The documents of an entity. Its `fields` never hold `_id`, which every document has (an ObjectId). */
export interface MongoPart {
  readonly store: 'mongo'
  readonly collection: PhysicalName
  /** PascalCase name of the document's type: `ToolCallLog`. Unique in the model, among entities too, save its own root. */
  readonly document: string
  readonly span: Span
  readonly why?: string
  /** Public id, tenant, then the entity's own in the spec's order, then the mixins'. */
  readonly fields: readonly Field[]
  readonly uniques: readonly Unique[]
  readonly indexes: readonly Index[]
  /** Field to weight; at most one text index a collection. */
  readonly textIndex?: { readonly weights: readonly TextWeight[]; readonly name: PhysicalName; readonly span: Span }
  readonly appendOnly: boolean
  readonly expire?: {
    readonly afterSeconds: number
    /** As written: `90d`. */
    readonly after: string
    /** Logical name of the field it counts from. */
    readonly from: string
    /** Of its TTL index, which is not among `indexes`. */
    readonly name: PhysicalName
    readonly span: Span
  }
  readonly volume?: Volume
}

export interface TextWeight {
  readonly field: string
  readonly weight: number
  readonly span: Span
}
