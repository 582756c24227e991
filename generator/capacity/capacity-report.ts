import { byCodeUnit } from '../base/order.ts'
import { type StoreName, storeNames } from '../model/entity.ts'
import type { Model } from '../model/model.ts'
import { bytesAfter, type Holding, recordsAfter } from './holding.ts'
import { holdingsOf } from './holdings.ts'
import { type Outgrowth, outgrowths } from './outgrowth.ts'
import { comfortableNodeBytes, s3DollarsPerGigabyteMonth } from './thresholds.ts'

/** The two moments that the report tells of, in months from the start. */
export const reportMonths = [12, 36] as const

/** Records and bytes at the end of a month. */
export interface Amount {
  readonly months: number
  readonly records: number
  readonly bytes: number
}

export interface PlaceReport {
  readonly entity: string
  readonly store: StoreName
  readonly place: string
  readonly kept: string
  readonly amounts: readonly Amount[]
}

export interface StoreReport {
  readonly store: StoreName
  readonly amounts: readonly Amount[]
  /** Share of what one machine comfortably holds, at the last moment; absent for S3. */
  readonly shareOfOneMachine?: number
  /** US dollars a month at the last moment, for S3. */
  readonly dollarsPerMonth?: number
}

/** How much there will be, where, and what outgrows one machine. Shares are fractions, sizes bytes. */
export interface CapacityReport {
  readonly version: 1
  readonly tenants: number
  readonly stores: readonly StoreReport[]
  /** Largest first, by the last moment. */
  readonly places: readonly PlaceReport[]
  /** Earliest first. */
  readonly outgrowths: readonly Outgrowth[]
  /** Without a declared volume, so not counted. */
  readonly unknown: readonly { readonly entity: string; readonly store: StoreName; readonly place: string }[]
}

/** Pure: from the volumes that the spec declares. */
export function capacityReport(model: Model, tenants: number): CapacityReport {
  const { known, unknown } = holdingsOf(model, tenants)
  const used = storeNames.filter((store) => [...known, ...unknown].some((holding) => holding.store === store))
  const last = reportMonths[1]
  return {
    version: 1,
    tenants,
    stores: used.map((store) => storeReport(store, known)),
    places: [...known]
      .sort(
        (a, b) =>
          bytesAfter(b, last) - bytesAfter(a, last) || byCodeUnit(a.entity, b.entity) || byCodeUnit(a.place, b.place),
      )
      .map((holding) => ({
        entity: holding.entity,
        store: holding.store,
        place: holding.place,
        kept: holding.kept,
        amounts: amountsOf([holding]),
      })),
    outgrowths: outgrowths(known),
    unknown,
  }
}

function storeReport(store: StoreName, known: readonly Holding[]): StoreReport {
  const amounts = amountsOf(known.filter((holding) => holding.store === store))
  const bytes = amounts.at(-1)?.bytes ?? 0
  if (store === 's3') return { store, amounts, dollarsPerMonth: (bytes / 1e9) * s3DollarsPerGigabyteMonth }
  return { store, amounts, shareOfOneMachine: bytes / comfortableNodeBytes }
}

function amountsOf(holdings: readonly Holding[]): readonly Amount[] {
  return reportMonths.map((months) => ({
    months,
    records: Math.round(holdings.reduce((sum, holding) => sum + recordsAfter(holding, months), 0)),
    bytes: Math.round(holdings.reduce((sum, holding) => sum + bytesAfter(holding, months), 0)),
  }))
}
