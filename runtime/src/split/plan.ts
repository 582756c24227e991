/** A place by the spec's name of its bucket: plans outlive a renaming of the real one. */
export interface PlannedPlace {
  readonly bucket: string
  readonly key: string
}

/** Bytes that an operation writes: where, and what they must be. */
export interface PlannedPut extends PlannedPlace {
  /** As the entity's description calls it: `narrative`. */
  readonly object: string
  readonly sha256: string
  readonly size: number
  readonly contentType: string
  /** Where they wait until they are verified and copied. */
  readonly stage?: PlannedPlace
  /** The caller has staged them: a retry names them again. */
  readonly isUpload?: true
  /** Of the copy under a lock, once it is made. */
  readonly versionId?: string
}

export interface PlannedDocument {
  readonly collection: string
  /** `_id` in hexadecimal. */
  readonly id: string
}

export interface LeavingObject extends PlannedPlace {
  readonly versionId?: string
}

/**
 * What an operation does beside its row; kept with its intent, so that a retry writes to the same places and the collector
 * knows all that may be left. Of an aborted intent puts, stages and documents go; of a committed one the leavings do.
 */
export interface SplitPlan {
  readonly puts: readonly PlannedPut[]
  readonly documents: readonly PlannedDocument[]
  /** What nothing points to once it is committed: replaced or deleted parts, and stages. */
  readonly leavings: {
    readonly objects: readonly LeavingObject[]
    readonly documents: readonly PlannedDocument[]
  }
}

export const emptyPlan: SplitPlan = { puts: [], documents: [], leavings: { objects: [], documents: [] } }
