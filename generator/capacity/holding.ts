import type { StoreName } from '../model/entity.ts'

/** What one part of an entity, or one of its objects, puts into its store. Counts are of records, for all tenants. */
export interface Holding {
  readonly entity: string
  readonly store: StoreName
  /** The table, the collection, or the bucket and object. */
  readonly place: string
  /** Records from the start, which stay. */
  readonly initial: number
  readonly perMonth: number
  /** Bytes of a record with what its store adds. */
  readonly bytesEach: number
  /** Months after which a record is gone; absent where it stays. */
  readonly keptMonths?: number
  /** What limits or extends its life, in words. */
  readonly kept: string
  readonly partitioned: boolean
}

export function recordsAfter(holding: Holding, months: number): number {
  return holding.initial + holding.perMonth * Math.min(months, holding.keptMonths ?? months)
}

export function bytesAfter(holding: Holding, months: number): number {
  return recordsAfter(holding, months) * holding.bytesEach
}
