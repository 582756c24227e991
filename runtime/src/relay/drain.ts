import { allTenants } from '../collect/all-tenants.ts'
import { hasOutbox } from '../collect/internal-tables.ts'
import { Conflict, Unavailable } from '../errors/errors.ts'
import type { Observer } from '../scoped/observer.ts'
import { DuplicateDocument } from '../stores/documents.ts'
import type { Session } from '../stores/postgres.ts'
import type { Tenant } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import { auditTarget } from './audit-record.ts'
import { countWaiting, markDelivered, markFailed, type OutboxRow, pruneDelivered, takeRows } from './outbox.ts'

export interface DrainOptions {
  /** Only what is this tenant's, by both of its ids: see `provider.tenants.resolve`. By default everybody's. */
  readonly tenant?: Tenant
  /** Most rows that one call delivers. By default all that wait. */
  readonly limit?: number
  /**
   * Delivers one row instead of the audit log of the spec. It is called at least once for each: what it does must be the same
   * when it is done twice, for which the row has a `dedupeKey`. What it throws makes the row wait for its next attempt.
   */
  readonly deliver?: (row: OutboxRow) => Promise<void>
  /** Milliseconds for which delivered rows are kept. By default 7 days. */
  readonly keepMs?: number
  readonly signal?: AbortSignal
}

export interface DrainReport {
  readonly delivered: number
  /** Attempts that failed. The row waits for its next one, or after 20 for a person. */
  readonly failed: number
  /** What still waits: for its next attempt, for another relay that has it, or for a person. */
  readonly waiting: number
  /** Delivered rows that were removed. */
  readonly pruned: number
}

/** Small, since a transaction lasts as long as the deliveries of one. */
const batchSize = 25
const timeoutMs = 60_000
/** After so long no other delivery is begun: what was delivered is to be marked while there is time. */
const deliveringMs = 30_000
const reason = 'deliver what life cycles have moved'

/**
 * Delivers what transactions have written down, in their order: by default every move of a life cycle as a record of the audit
 * log. Each row is delivered at least once, and the audit log takes it once. Several may run at once. Where the place that they go
 * to is not at hand, the rows after that are left for the next call.
 * @throws InvalidInput where the spec names no audit log and no `deliver` is given; Unavailable where nothing could be delivered
 */
export async function drain(stores: Stores, observer: Observer, options: DrainOptions = {}): Promise<DrainReport> {
  const { limit = Number.POSITIVE_INFINITY, keepMs = 7 * 86_400_000, signal } = options
  if (!hasOutbox(stores.description)) return { delivered: 0, failed: 0, waiting: 0, pruned: 0 }
  const deliver = options.deliver ?? audited(stores)
  const scope = allTenants(stores.description, reason)
  let delivered = 0
  const failed: string[] = []
  let outage: Unavailable | undefined
  for (let isMore = true; isMore && delivered + failed.length < limit && signal?.aborted !== true; ) {
    const most = Math.min(batchSize, limit - delivered - failed.length)
    const batch = await stores.postgres.run(
      scope,
      async (session) => {
        const rows = await takeRows(stores, session, most, failed, options.tenant)
        return await observer.span('relay batch', { rows: rows.length }, () =>
          deliverRows(stores, session, rows, deliver, observer),
        )
      },
      { timeoutMs },
    )
    delivered += batch.delivered
    failed.push(...batch.failed)
    outage = batch.outage
    isMore = outage === undefined && (batch.isCutShort || batch.delivered + batch.failed.length === most)
  }
  if (outage !== undefined && delivered === 0) throw outage
  const ends = new Date(stores.now().getTime() - keepMs)
  const { waiting, pruned } = await stores.postgres.run(scope, async (session) => ({
    waiting: await countWaiting(session, options.tenant),
    pruned: await pruneDelivered(session, ends, 10_000, options.tenant),
  }))
  return { delivered, failed: failed.length, waiting, pruned }
}

interface Batch {
  readonly delivered: number
  /** Ids of rows. */
  readonly failed: readonly string[]
  /** Why the rest of it was not tried. */
  readonly outage: Unavailable | undefined
  /** It took so long that the rest of it is for another batch. */
  readonly isCutShort: boolean
}

async function deliverRows(
  stores: Stores,
  session: Session,
  rows: readonly OutboxRow[],
  deliver: (row: OutboxRow) => Promise<void>,
  observer: Observer,
): Promise<Batch> {
  const delivered: string[] = []
  const failed: string[] = []
  let outage: Unavailable | undefined
  const ends = performance.now() + deliveringMs
  for (const row of rows) {
    if (outage !== undefined || performance.now() > ends) break
    try {
      await deliver(row)
      delivered.push(row.id)
    } catch (error) {
      const cause = kindOf(error)
      observer.log('warning', 'a row of the outbox could not be delivered', {
        entity: row.payload.entity,
        refId: row.payload.ref_id,
        attempts: row.attempts + 1,
        cause,
      })
      await markFailed(session, row.id, cause)
      failed.push(row.id)
      if (error instanceof Unavailable) outage = error
    }
  }
  await markDelivered(session, delivered, stores.now())
  const isCutShort = delivered.length + failed.length < rows.length
  return { delivered: delivered.length, failed, outage, isCutShort }
}

/** Name and code of an error: its message may hold what is in the record. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error && ['string', 'number'].includes(typeof error.code) ? ` ${String(error.code)}` : ''
  return `${error.name}${code}`.slice(0, 200)
}

/** Into the audit log: a place that is taken says that an earlier attempt got through. */
function audited(stores: Stores): (row: OutboxRow) => Promise<void> {
  const target = auditTarget(stores.description)
  return async (row) => {
    try {
      await stores.documents.insert(target.collection, target.record(row, stores.now()))
    } catch (error) {
      if (error instanceof DuplicateDocument) return
      if (!(error instanceof Conflict && (await isDelivered(row)))) throw error
    }
  }

  /** By somebody else, under another `_id`. */
  async function isDelivered({ dedupeKey, tenant }: OutboxRow): Promise<boolean> {
    const found = await stores.documents.page(target.collection, {
      limit: 1,
      where: { [target.dedupeKey]: dedupeKey },
      ...(tenant === null ? {} : { tenant }),
    })
    return found.length === 1
  }
}
