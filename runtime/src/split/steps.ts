import { createHash } from 'node:crypto'
import { Conflict, Corrupt, Missing } from '../errors/errors.ts'
import type { ErrorFacts } from '../errors/stowage-error.ts'
import { newUlid } from '../ids/ulid.ts'
import { parseStagingKey, stagingKey } from '../keys/staging.ts'
import type { Context } from '../scoped/context.ts'
import { DuplicateDocument, type StoredDocument } from '../stores/documents.ts'
import { KeyTaken, type ObjectHead, type ObjectPlace } from '../stores/objects.ts'
import type { LeavingObject, PlannedPut } from './plan.ts'
import type { Prepared } from './prepared.ts'
import type { ObjectShape } from './shape.ts'

/** The context of one operation: how its steps are called, and what its errors say. */
export interface Steps {
  readonly context: Context
  /** `strategy.create`: each step is a span of that name and its own. */
  readonly name: string
  readonly facts: ErrorFacts
  /** Whether an earlier attempt may have done some of it. */
  readonly isResumed: boolean
}

export function step<T>({ context, name, facts }: Steps, what: string, work: () => Promise<T>): Promise<T> {
  return context.observer.span(`${name} ${what}`, facts, work)
}

function realPlace({ context: { stores } }: Steps, { bucket, key, versionId }: LeavingObject): ObjectPlace {
  return { bucket: stores.bucket(bucket), key, ...(versionId === undefined ? {} : { versionId }) }
}

/** Brings bytes to their place. Where an earlier attempt has done so, they are compared and not sent again. */
export async function bring(steps: Steps, put: PlannedPut, prepared: Prepared): Promise<void> {
  const { source } = prepared
  const target = realPlace(steps, put)
  if ('staged' in source) return await copyUpload(steps, source, target, put)
  if (steps.isResumed && (await isThere(steps, target, put))) return
  await send(steps, target, put, source.spooled)
}

/**
 * Copies an upload to where nobody has a URL. Until then somebody may replace it, and not every server heeds the condition:
 * what it does not call the same is read.
 */
async function copyUpload(
  steps: Steps,
  { staged, etag }: Extract<Prepared['source'], { readonly staged: object }>,
  target: ObjectPlace,
  put: PlannedPut,
): Promise<void> {
  const { objects } = steps.context.stores
  const { contentType, sha256 } = put
  if (!steps.isResumed || !(await isThere(steps, target, put))) {
    const ifMatch = etag === undefined ? {} : { ifMatch: etag }
    await objects.copy(realPlace(steps, staged), target, { contentType, sha256, ...ifMatch })
  }
  if (staged.versionId !== undefined) return
  if (etag !== undefined && (await objects.head(target))?.etag === etag) return
  const found = await objects.get(target)
  const hash = createHash('sha256')
  if (found !== undefined) for await (const piece of found.body) hash.update(piece)
  if (hash.digest('hex') === sha256) return
  throw new Conflict(
    'the upload was replaced after it was looked at',
    steps.facts,
    'Ask for a new URL, and upload it once.',
  )
}

async function send(
  steps: Steps,
  target: ObjectPlace,
  put: PlannedPut,
  spooled: { read(): AsyncIterable<Uint8Array> | Uint8Array },
): Promise<void> {
  const { contentType, sha256, size } = put
  try {
    const options = { contentType, sha256, size, ifNoneMatch: true }
    await steps.context.stores.objects.put(target, () => spooled.read(), options)
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error
    // Nobody else has this key: an earlier attempt got through.
    if (!(await isThere(steps, target, put))) throw new Missing(put.object, steps.facts)
  }
}

/**
 * Brings bytes under a lock: first to where they can be removed again, then, when they are seen to be right, copied with
 * the lock. Gives the version that the lock holds.
 */
export async function bringLocked(
  steps: Steps,
  put: PlannedPut,
  prepared: Prepared,
  lock: NonNullable<ObjectShape['lock']>,
): Promise<PlannedPut> {
  const { stores } = steps.context
  const { stage, contentType, sha256 } = put
  if (stage === undefined) throw new Error(`${put.object} was planned without a stage`)
  const { source } = prepared
  const target = realPlace(steps, { bucket: put.bucket, key: put.key })
  const staged = realPlace(steps, 'staged' in source ? source.staged : stage)
  // A second copy would be a second version that nobody can remove.
  const before = steps.isResumed ? await stores.objects.head(target) : undefined
  if (before?.lockedUntil !== undefined && isSame(before, put)) return withVersion(put, before.versionId)
  if ('spooled' in source) {
    await step(steps, `stage ${put.object}`, async () => {
      if (steps.isResumed && (await isThere(steps, staged, put))) return
      await send(steps, staged, put, source.spooled)
    })
  }
  return await step(steps, `lock ${put.object}`, async () => {
    const from = 'staged' in source ? await withdrawn(steps, source, put) : staged
    if (!(await isThere(steps, from, put))) throw new Missing('the staged bytes', steps.facts)
    const until = new Date(stores.now().getTime() + lock.days * 86_400_000)
    const { versionId } = await stores.objects.copy(from, target, {
      contentType,
      sha256,
      retention: { mode: lock.mode, until },
    })
    const head = await stores.objects.head({ ...target, ...(versionId === undefined ? {} : { versionId }) })
    if (head === undefined || !isSame(head, put)) throw new Corrupt(put.object, steps.facts)
    return withVersion(put, versionId ?? head.versionId)
  })
}

/** An upload, or a copy of it that the collector takes, which nobody can replace before it is locked. */
async function withdrawn(
  steps: Steps,
  source: Extract<Prepared['source'], { readonly staged: object }>,
  put: PlannedPut,
): Promise<ObjectPlace> {
  const { staged } = source
  if (staged.versionId !== undefined) return realPlace(steps, staged)
  const key = stagingKey(parseStagingKey(staged.key)?.tenant, newUlid())
  const copy = realPlace(steps, { bucket: staged.bucket, key })
  await copyUpload({ ...steps, isResumed: false }, source, copy, put)
  return copy
}

function withVersion(put: PlannedPut, versionId: string | undefined): PlannedPut {
  return versionId === undefined ? put : { ...put, versionId }
}

/** Whether what was to be written is there. @throws Corrupt where something else is */
async function isThere(steps: Steps, place: ObjectPlace, put: PlannedPut): Promise<boolean> {
  const head = await steps.context.stores.objects.head(place)
  if (head === undefined) return false
  if (!isSame(head, put)) throw new Corrupt(put.object, steps.facts)
  return true
}

function isSame(head: ObjectHead, { size, sha256 }: PlannedPut): boolean {
  return head.size === size && (head.sha256 === undefined || head.sha256 === sha256)
}

/** Inserts a document under its planned `_id`; where that is taken, an earlier attempt got through. */
export async function insertDocument(
  steps: Steps,
  collection: string,
  document: StoredDocument,
  tenant: string | undefined,
  compared: readonly string[],
): Promise<void> {
  const { documents } = steps.context.stores
  try {
    await documents.insert(collection, document)
  } catch (error) {
    if (!(error instanceof DuplicateDocument)) throw error
    const found = await documents.find(collection, document._id, tenant)
    if (found === undefined) throw new Conflict('the document is of another record', steps.facts)
    if (compared.some((name) => !isEqual(found[name], document[name]))) throw new Corrupt('the document', steps.facts)
  }
}

/** Of what is compared: public ids and keys. */
function isEqual(a: unknown, b: unknown): boolean {
  return (a ?? null) === (b ?? null)
}
