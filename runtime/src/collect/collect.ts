import type { Description } from '../description/description.ts'
import type { Observer } from '../scoped/observer.ts'
import type { Tenant } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import { type DueIntent, entityNamed, partsOfAttempt, type Remains } from './intent.ts'
import {
  abortExpired,
  forget,
  markSwept,
  type Taking,
  takeAborted,
  takeLeavings,
  takeLocked,
  takeSwept,
} from './intents.ts'
import { hasSplitWork } from './internal-tables.ts'
import { type Removed, removeRemains } from './remove.ts'
import { rollLockedForward } from './roll-forward.ts'
import { removeAbandonedStages } from './stages.ts'
import { newTally, type StuckIntent, type Tally } from './tally.ts'

export interface CollectOptions {
  /** Only what is this tenant's, by both of its ids: see `provider.tenants.resolve`. By default everybody's. */
  readonly tenant?: Tenant
  /**
   * Milliseconds for which replaced and deleted parts are kept, so that who reads them, or holds a URL to them, comes to an
   * end. By default a day, or as long as a pre-signed URL lives where that is longer. It should be no shorter than the
   * longest job and the window of point-in-time recovery.
   */
  readonly graceMs?: number
  /** Most intents that one call takes up. By default 10,000. */
  readonly limit?: number
  /** Milliseconds after which a settled intent is forgotten, and its idempotency key with it. By default 30 days. */
  readonly forgetAfterMs?: number
  /** Milliseconds for which a process has to itself what it took up; after a crash it is free again. By default 10 minutes. */
  readonly leaseMs?: number
  /** Ends it between two batches; what was begun is taken up by the next call. */
  readonly signal?: AbortSignal
  readonly onProgress?: (report: CollectReport) => void
}

export interface CollectReport {
  /** Attempts that had expired and were aborted. */
  readonly aborted: number
  /** Intents whose remains are gone for good. */
  readonly collected: number
  /** Attempts that could only go forward and did. */
  readonly rolledForward: number
  readonly objectsRemoved: number
  readonly documentsRemoved: number
  /** Parts that were to go and are still pointed to. */
  readonly referred: number
  /** Keys that a lock keeps. */
  readonly locked: readonly string[]
  readonly stuck: readonly StuckIntent[]
  /** Settled intents that were removed. */
  readonly forgotten: number
  /** Whether the limit ended it, so that another call would find more. */
  readonly more: boolean
}

const day = 86_400_000
const batchSize = 100

/** How long leavings are kept where nothing else is said, in milliseconds. */
export function defaultGraceMs({ s3 }: Pick<Description, 's3'>): number {
  return Math.max(day, (s3?.presignSeconds ?? 0) * 1000)
}

/**
 * Tidies up after operations over several stores: what attempts left that came to nothing, and what those that went through
 * have replaced or deleted. It may run beside writers and in several processes at once. An attempt that is still under way is
 * first made impossible to commit; only then its bytes go.
 * @throws what a store said no with, once all else is done: the next call tries that again
 */
export async function collect(
  stores: Stores,
  observer: Observer,
  options: CollectOptions = {},
): Promise<CollectReport> {
  const { limit = 10_000, forgetAfterMs = 30 * day, leaseMs = 600_000, signal, onProgress } = options
  const graceMs = options.graceMs ?? defaultGraceMs(stores.description)
  const tally = newTally()
  if (!hasSplitWork(stores.description)) return reportOf(tally, false)
  const tenant = options.tenant?.id
  const taking = (most: number): Taking => ({ limit: most, leaseMs, tenant })
  const stages: readonly Stage[] = [
    {
      take: (most) => abortExpired(stores, taking(most)),
      sweep: (due) => sweepAttempts(stores, due, tally),
      aborts: true,
    },
    { take: (most) => takeAborted(stores, taking(most)), sweep: (due) => sweepAttempts(stores, due, tally) },
    { take: (most) => takeSwept(stores, taking(most), graceMs), sweep: (due) => sweepAttempts(stores, due, tally) },
    { take: (most) => takeLeavings(stores, taking(most), graceMs), sweep: (due) => sweepLeavings(stores, due, tally) },
    { take: (most) => takeLocked(stores, taking(most)), sweep: (due) => rollLockedForward(stores, due, tally) },
  ]
  let left = limit
  for (const { take, sweep, aborts = false } of stages) {
    for (let isMore = true; isMore && left > 0 && signal?.aborted !== true; ) {
      const most = Math.min(batchSize, left)
      const due = await take(most)
      if (aborts) tally.aborted += due.length
      await observer.span('collect batch', { intents: due.length }, () => sweep(due))
      left -= due.length
      isMore = due.length === most
      onProgress?.(reportOf(tally, left === 0))
    }
  }
  if (signal?.aborted !== true) {
    tally.objectsRemoved += await removeAbandonedStages(stores, graceMs, Math.min(limit, 1000), options.tenant)
    tally.forgotten += await forget(stores, { limit, tenant }, forgetAfterMs)
  }
  const report = reportOf(tally, left === 0)
  observer.log(report.stuck.length > 0 ? 'warning' : 'info', 'collected what operations have left', {
    aborted: report.aborted,
    collected: report.collected,
    objects: report.objectsRemoved,
    documents: report.documentsRemoved,
    stuck: report.stuck.length,
  })
  const [failure] = tally.failures
  if (failure !== undefined) throw failure
  return report
}

interface Stage {
  readonly take: (most: number) => Promise<readonly DueIntent[]>
  readonly sweep: (due: readonly DueIntent[]) => Promise<void>
  readonly aborts?: true | undefined
}

/** A report holds what was found so far, and no more than a person reads of keys and records. */
function reportOf({ failures: _failures, ...tally }: Tally, more: boolean): CollectReport {
  return { ...tally, locked: tally.locked.slice(0, 1000), stuck: tally.stuck.slice(0, 1000), more }
}

async function sweepAttempts(stores: Stores, due: readonly DueIntent[], tally: Tally): Promise<void> {
  const swept = await sweep(stores, due, tally, ({ intent }) => partsOfAttempt(intent.plan))
  // A request of the attempt may still be under way and bring its bytes after this look: there is a second one.
  const again = swept.filter(({ isSweptOnce }) => !isSweptOnce)
  const done = swept.filter(({ isSweptOnce }) => isSweptOnce)
  await markSwept(stores, again.map(idOf), 'once')
  await markSwept(stores, done.map(idOf), 'for good')
  tally.collected += done.length
}

async function sweepLeavings(stores: Stores, due: readonly DueIntent[], tally: Tally): Promise<void> {
  const swept = await sweep(stores, due, tally, ({ intent }) => intent.plan.leavings)
  await markSwept(stores, swept.map(idOf), 'for good')
  tally.collected += swept.length
}

function idOf({ intent }: DueIntent): string {
  return intent.id
}

/**
 * Removes the remains of a batch, those of one entity and tenant together. What fails is tried again by a later call, and
 * keeps nobody else's from being removed.
 * @returns those of which nothing is left
 */
async function sweep(
  stores: Stores,
  due: readonly DueIntent[],
  tally: Tally,
  remainsOf: (due: DueIntent) => Remains,
): Promise<readonly DueIntent[]> {
  const swept: DueIntent[] = []
  const groups = Map.groupBy(due, ({ intent, tenant }) => `${intent.entity} ${tenant ?? ''}`)
  for (const group of groups.values()) {
    const [first] = group
    const found = first === undefined ? undefined : entityNamed(stores.description, first.intent.entity)
    // Of an entity that the spec no longer has nothing is known that could refer to it: it is left to a person.
    if (first === undefined || found === undefined) continue
    const remains = group.map(remainsOf)
    const objects = remains.flatMap((one) => one.objects)
    const documents = remains.flatMap((one) => one.documents)
    try {
      const removed = await removeRemains(stores, { member: found.member, tenant: first.tenant, objects, documents })
      count(tally, removed)
      swept.push(...group.filter((one) => !remainsOf(one).documents.some(({ id }) => removed.refused.has(id))))
      tally.failures.push(...removed.refused.values())
    } catch (error) {
      tally.failures.push(error)
    }
  }
  return swept
}

function count(tally: Tally, { objects, documents, referred, locked }: Removed): void {
  tally.objectsRemoved += objects
  tally.documentsRemoved += documents
  tally.referred += referred
  tally.locked.push(...locked)
}
