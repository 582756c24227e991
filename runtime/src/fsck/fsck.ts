import { defaultGraceMs } from '../collect/collect.ts'
import { hasOutbox, hasSplitWork } from '../collect/internal-tables.ts'
import type { Description } from '../description/description.ts'
import { InvalidInput } from '../errors/errors.ts'
import type { Observer } from '../scoped/observer.ts'
import type { Tenant } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import { Check, type Step } from './check.ts'
import { documentStep } from './documents.ts'
import type { Finding, FindingCode } from './finding.ts'
import { intentStep, outboxStep, partitionStep, stuckStep } from './housekeeping.ts'
import { noteStep } from './notes.ts'
import { objectStep } from './objects.ts'
import { rowStep } from './rows.ts'

export interface FsckOptions {
  /** Only what is this tenant's. */
  readonly tenant?: Tenant
  /**
   * Removes leftovers, runs the collector and the relay where they have work. Nothing else is changed: what is locked, pointed
   * to or corrupt stays as it is.
   */
  readonly repair?: boolean
  /** Milliseconds. What is younger is no leftover: it may belong to an operation that is under way. By default a day. */
  readonly olderThanMs?: number
  /**
   * Milliseconds for which the collector keeps what a commit has replaced or deleted: its `graceMs`, where that is another than
   * its default. A repair, which runs it, keeps it for as long, however young leftovers may be.
   */
  readonly graceMs?: number
  /** Reads and hashes every object's bytes; otherwise its size, digest and type are looked at as the store tells them. */
  readonly deep?: boolean
  /** Where an earlier check had come to: its summary's `next`. */
  readonly from?: string
  /** Ends it after the page that is under way; the summary says where to go on. */
  readonly signal?: AbortSignal
  /** After each page. */
  readonly onProgress?: (summary: FsckSummary) => void
}

/** How far a check is and what it has seen. */
export interface FsckSummary {
  /** What is looked at: `rows/strategy`. */
  readonly step: string
  /** To go on from with `from`; absent once all was looked at. */
  readonly next?: string
  readonly rows: number
  readonly documents: number
  /** Objects that a pointer led to and that were asked for. */
  readonly objects: number
  /** Bytes that were read and hashed. */
  readonly bytes: number
  /** Pointers to documents whose time was over: they are no findings. */
  readonly expired: number
  readonly findings: number
  readonly codes: Readonly<Partial<Record<FindingCode, number>>>
  readonly elapsedMs: number
}

/** A check under way: its findings as they are made, in the order of stores and keys. */
export interface Fsck extends AsyncIterable<Finding> {
  /** At any moment. */
  summary(): FsckSummary
}

/**
 * Looks whether what is kept in several stores fits together: pointers resolve, tenants agree at every hop, sizes and digests
 * are those that were written, nothing lies about that nothing points to. It reads page by page, in the order of keys, so
 * that it takes the same memory at any size and may run beside writers.
 * @throws InvalidInput where `from` is of no step of this spec
 */
export function fsck(stores: Stores, observer: Observer, options: FsckOptions = {}): Fsck {
  const kept = defaultGraceMs(stores.description)
  const olderThanMs = options.olderThanMs ?? kept
  const check = new Check(stores, observer, {
    tenant: options.tenant,
    olderThanMs,
    graceMs: options.graceMs ?? Math.max(kept, olderThanMs),
    repair: options.repair ?? false,
    deep: options.deep ?? false,
    signal: options.signal,
  })
  const steps = stepsFrom(stepsOf(stores.description, options.tenant !== undefined), options.from)
  const started = performance.now()
  let place: Place = { step: steps[0]?.step.name ?? '', next: options.from ?? '' }
  const summary = (): FsckSummary => summaryOf(check, place, performance.now() - started)
  async function* findings(): AsyncGenerator<Finding> {
    for (const [index, { step, after }] of steps.entries()) {
      place = { step: step.name, next: cursorOf(step, after) }
      for await (const page of step.run(check, after)) {
        for (const finding of page.findings) {
          check.count(finding)
          yield finding
        }
        place = { step: step.name, next: cursorOf(step, page.after) }
        options.onProgress?.(summary())
        if (options.signal?.aborted === true) return
      }
      const following = steps[index + 1]?.step
      place = following === undefined ? { step: step.name } : { step: step.name, next: cursorOf(following, undefined) }
      if (options.signal?.aborted === true) return
    }
    observer.log('info', 'checked that the stores fit together', {
      findings: total(check),
      elapsedMs: summary().elapsedMs,
    })
  }
  return { summary, [Symbol.asyncIterator]: findings }
}

interface Place {
  readonly step: string
  readonly next?: string
}

function summaryOf(check: Check, { step, next }: Place, elapsedMs: number): FsckSummary {
  const { rows, documents, objects, bytes, expired, codes } = check
  return {
    step,
    ...(next === undefined ? {} : { next }),
    rows,
    documents,
    objects,
    bytes,
    expired,
    findings: total(check),
    codes: Object.fromEntries(codes),
    elapsedMs: Math.round(elapsedMs),
  }
}

function total({ codes }: Check): number {
  return [...codes.values()].reduce((sum, count) => sum + count, 0)
}

/** In this order, so that a document which is removed as a leftover leaves its bytes to a later step. */
function stepsOf(description: Description, ofTenant: boolean): readonly Step[] {
  const entities = Object.entries(description.entities).filter(([, { tenancy }]) => !ofTenant || tenancy !== 'none')
  const isSplit = hasSplitWork(description)
  return [
    ...(isSplit ? [stuckStep, intentStep] : []),
    ...(hasOutbox(description) ? [outboxStep] : []),
    ...(description.urls.postgres === undefined ? [] : [partitionStep]),
    ...entities.map(([member, entity]) => rowStep(member, entity)),
    ...entities.map(([member, entity]) => documentStep(member, entity)),
    ...Object.keys(description.s3?.buckets ?? {}).map(objectStep),
    ...(isSplit && description.s3 !== undefined ? [noteStep] : []),
  ].filter((step) => step !== undefined)
}

function cursorOf({ name }: Step, after: string | undefined): string {
  return after === undefined ? name : `${name}@${after}`
}

function stepsFrom(
  steps: readonly Step[],
  from: string | undefined,
): readonly { readonly step: Step; readonly after: string | undefined }[] {
  if (from === undefined || from === '') return steps.map((step) => ({ step, after: undefined }))
  const at = from.indexOf('@')
  const name = at < 0 ? from : from.slice(0, at)
  const index = steps.findIndex((step) => step.name === name)
  if (index < 0) throw new InvalidInput('fsck', [{ path: ['from'], message: 'is no place in a check of this spec' }])
  return steps
    .slice(index)
    .map((step, after) => ({ step, after: after === 0 && at >= 0 ? from.slice(at + 1) : undefined }))
}
