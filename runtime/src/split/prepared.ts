import { createHash } from 'node:crypto'
import { Corrupt, Forbidden, InvalidInput, Missing, TooLarge, WrongContentType } from '../errors/errors.ts'
import type { ErrorFacts } from '../errors/stowage-error.ts'
import { parseStagingKey, stagingBucket } from '../keys/staging.ts'
import type { Context } from '../scoped/context.ts'
import { bodyKind } from './body.ts'
import type { Owner } from './owner.ts'
import type { LeavingObject } from './plan.ts'
import type { ObjectShape, SplitShape } from './shape.ts'
import { mediaTypeOf, SignatureCheck } from './signature.ts'
import { type Spooled, spool } from './spool.ts'

/** A body that is known whole before anything is sent. */
export interface Prepared {
  readonly object: ObjectShape
  readonly size: number
  readonly sha256: string
  /** In this process, or where an upload has put it: the version that was looked at, where the bucket keeps versions. */
  readonly source: { readonly spooled: Spooled } | { readonly staged: LeavingObject; readonly etag?: string }
}

/**
 * Reads bodies and checks them against the spec; `null` where a pointer is to be emptied. Whoever prepared them disposes of
 * them.
 *
 * @throws TooLarge, WrongContentType, InvalidInput; and for an upload Missing, Forbidden
 */
export async function prepareBodies(
  context: Context,
  shape: SplitShape,
  owner: Owner,
  bodies: Readonly<Record<string, unknown>>,
): Promise<ReadonlyMap<string, Prepared | null>> {
  const prepared = new Map<string, Prepared | null>()
  try {
    for (const [member, body] of Object.entries(bodies)) {
      const object = shape.objects.get(member)
      if (object === undefined)
        throw new InvalidInput('objects', [{ path: ['objects', member], message: 'is no object' }])
      prepared.set(member, body === null ? null : await prepare(context, shape, owner, object, body))
    }
    return prepared
  } catch (error) {
    await disposeOf(prepared)
    throw error
  }
}

export async function disposeOf(prepared: ReadonlyMap<string, Prepared | null>): Promise<void> {
  for (const one of prepared.values()) {
    if (one !== null && 'spooled' in one.source) await one.source.spooled.remove()
  }
}

/** What stands for the bodies in the digest of a request. */
export function digestsOf(prepared: ReadonlyMap<string, Prepared | null>): object {
  return Object.fromEntries(
    [...prepared].map(([member, one]) => [member, one === null ? null : { sha256: one.sha256, size: one.size }]),
  )
}

async function prepare(
  context: Context,
  shape: SplitShape,
  owner: Owner,
  object: ObjectShape,
  body: unknown,
): Promise<Prepared> {
  const { name, contentType, maxBytes, member } = object.description
  const facts = { entity: shape.entity.name, object: name }
  const found = bodyKind(body)
  if (found === undefined) {
    const message = 'must be bytes, a text, a stream of bytes, a file, or the key of an upload'
    throw new InvalidInput(name, [{ path: ['objects', member], message }], facts)
  }
  if (found.kind === 'upload') return await inspectUpload(context, object, owner, found.key, facts)
  if (found.contentType !== undefined && !isMediaType(found.contentType, contentType)) {
    throw new WrongContentType(name, contentType, mediaTypeOf(found.contentType), facts)
  }
  const check = new SignatureCheck(name, contentType, facts)
  const spooled = await spool(found.content, name, { maxBytes, check }, facts)
  return { object, size: spooled.size, sha256: spooled.sha256, source: { spooled } }
}

/** What was uploaded past the application is what it must be: looked at whole before anything points to it. */
async function inspectUpload(
  { stores }: Context,
  object: ObjectShape,
  owner: Owner,
  key: string,
  facts: ErrorFacts,
): Promise<Prepared> {
  const { name, contentType, maxBytes } = object.description
  const parsed = parseStagingKey(key)
  if (parsed === undefined) {
    throw new InvalidInput(name, [{ path: ['key'], message: 'is no key that `uploadUrl` has given' }], facts)
  }
  if (parsed.tenant !== owner.refId) throw new Forbidden('an upload of another tenant', facts)
  const staged = { bucket: demandStagingBucket(stores.description), key }
  const found = await stores.objects.get({ bucket: stores.bucket(staged.bucket), key })
  if (found === undefined)
    throw new Missing('the upload', facts, 'Upload it first, or ask for a new URL: it may have been collected.')
  const { head, body } = found
  if (head.size > maxBytes) throw new TooLarge(name, maxBytes, facts)
  if (!isMediaType(head.contentType, contentType)) {
    throw new WrongContentType(name, contentType, mediaTypeOf(head.contentType), facts)
  }
  const hash = createHash('sha256')
  const check = new SignatureCheck(name, contentType, facts)
  let size = 0
  for await (const piece of body) {
    size += piece.byteLength
    if (size > maxBytes) throw new TooLarge(name, maxBytes, facts)
    check.take(piece)
    hash.update(piece)
  }
  check.end()
  const sha256 = hash.digest('hex')
  if (head.sha256 !== undefined && head.sha256 !== sha256) throw new Corrupt('the upload', facts, 'Upload it again.')
  // Whoever has the URL may still upload something else: the version, or what the server calls these bytes, is copied.
  const version = head.versionId === undefined ? {} : { versionId: head.versionId }
  const etag = head.etag === undefined ? {} : { etag: head.etag }
  return { object, size, sha256, source: { staged: { ...staged, ...version }, ...etag } }
}

/** @throws InvalidInput where every bucket of the spec has a lock: what is staged there could not be removed again */
export function demandStagingBucket(description: Context['stores']['description']): string {
  const bucket = stagingBucket(description)
  if (bucket !== undefined) return bucket
  const message = 'every bucket has a lock; what is written once is staged first: add a bucket without one to the spec'
  throw new InvalidInput('the buckets of the spec', [{ path: ['s3', 'buckets'], message }])
}

export function isMediaType(given: string, wanted: string): boolean {
  return mediaTypeOf(given) === mediaTypeOf(wanted)
}
