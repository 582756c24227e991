import { byCodeUnit } from '../base/order.ts'
import { bytesAfter, type Holding } from './holding.ts'
import { comfortableNodeBytes, horizonMonths, postgresMemoryBytes, postgresTableLimitBytes } from './thresholds.ts'

/** Something that one machine, or one table, does not hold for ever. */
export interface Outgrowth {
  readonly store: 'postgres' | 'mongo'
  /** The whole store, or one table of it. */
  readonly what: 'store' | 'table'
  /** The table's name. */
  readonly table?: string
  readonly limitBytes: number
  /** Why this is the limit and what to do then. */
  readonly reason: string
  /** The first month at whose end the limit is reached. */
  readonly month: number
  /** What is largest in it then, largest first, at most three. */
  readonly largest: readonly { readonly entity: string; readonly place: string; readonly share: number }[]
}

const storeReasons: Readonly<Record<'postgres' | 'mongo', string>> = {
  postgres:
    'more than 4 TB on one server takes hours to restore: move the largest append-only tables out or distribute by tenant',
  mongo: 'more than 4 TB in one replica set takes hours to restore: expire earlier or shard by tenant',
}

/** What outgrows one machine within the horizon, the earliest first. S3 never does: it has no limit, only a price. */
export function outgrowths(holdings: readonly Holding[]): readonly Outgrowth[] {
  const found: Outgrowth[] = []
  for (const store of ['postgres', 'mongo'] as const) {
    const inStore = holdings.filter((holding) => holding.store === store)
    const month = reached(inStore, comfortableNodeBytes)
    if (month === undefined) continue
    const limit = { limitBytes: comfortableNodeBytes, reason: storeReasons[store] }
    found.push({ store, what: 'store', ...limit, month, largest: largest(inStore, month) })
  }
  for (const holding of holdings) {
    if (holding.store !== 'postgres' || holding.partitioned) continue
    for (const limit of tableLimits) {
      const month = reached([holding], limit.limitBytes)
      if (month === undefined) continue
      found.push({ store: 'postgres', what: 'table', table: holding.place, ...limit, month, largest: [] })
    }
  }
  return found.sort(
    (a, b) => a.month - b.month || byCodeUnit(a.table ?? '', b.table ?? '') || a.limitBytes - b.limitBytes,
  )
}

const tableLimits = [
  {
    limitBytes: postgresMemoryBytes,
    reason: 'a table larger than the memory of its server should be partitioned, or its indexes stop fitting',
  },
  { limitBytes: postgresTableLimitBytes, reason: 'PostgreSQL holds at most 32 TB in a table that is not partitioned' },
]

/** The first month at whose end the holdings together reach a size. Sizes only grow, so halving finds it. */
function reached(holdings: readonly Holding[], limit: number): number | undefined {
  if (total(holdings, horizonMonths) < limit) return undefined
  let low = 0
  let high = horizonMonths
  while (low < high) {
    const middle = (low + high) >> 1
    if (total(holdings, middle) >= limit) high = middle
    else low = middle + 1
  }
  return low
}

function total(holdings: readonly Holding[], months: number): number {
  return holdings.reduce((sum, holding) => sum + bytesAfter(holding, months), 0)
}

function largest(holdings: readonly Holding[], month: number): Outgrowth['largest'] {
  const all = total(holdings, month)
  return holdings
    .map((holding) => ({
      entity: holding.entity,
      place: holding.place,
      share: bytesAfter(holding, month) / all,
    }))
    .sort((a, b) => b.share - a.share || byCodeUnit(a.place, b.place))
    .slice(0, 3)
}
