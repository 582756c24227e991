/** A record under a lock whose operation has not come to its end; only a retry with its idempotency key does that. */
export interface StuckIntent {
  /** As the spec calls the entity. */
  readonly entity: string
  readonly refId: string
  readonly tenant?: string
}

/** What is counted on the way. */
export interface Tally {
  aborted: number
  collected: number
  rolledForward: number
  objectsRemoved: number
  documentsRemoved: number
  referred: number
  readonly locked: string[]
  readonly stuck: StuckIntent[]
  forgotten: number
  /** What stores said no with. */
  readonly failures: unknown[]
}

export function newTally(): Tally {
  return {
    aborted: 0,
    collected: 0,
    rolledForward: 0,
    objectsRemoved: 0,
    documentsRemoved: 0,
    referred: 0,
    locked: [],
    stuck: [],
    forgotten: 0,
    failures: [],
  }
}
