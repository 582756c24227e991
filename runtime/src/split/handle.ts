import { isFixed } from '../description/is-fixed.ts'
import { Forbidden, InvalidInput, Missing, TooLarge, WrongContentType } from '../errors/errors.ts'
import { newUlid } from '../ids/ulid.ts'
import { stagingKey } from '../keys/staging.ts'
import type { Context } from '../scoped/context.ts'
import type { Upload } from './body.ts'
import { demandOwnKey, keyIn, type Loaded, load } from './load.ts'
import { actingFor } from './owner.ts'
import { demandStagingBucket, isMediaType } from './prepared.ts'
import { expectedOf } from './read.ts'
import type { Root } from './root.ts'
import type { ObjectShape, SplitShape } from './shape.ts'
import type { UpdateOptions } from './update.ts'
import { collected, verified } from './verified.ts'

export interface UploadOptions {
  /** Bytes. */
  readonly size: number
  /** Hexadecimal. */
  readonly sha256?: string
  /** The spec's, where it is absent. */
  readonly contentType?: string
}

/** Where and how to upload: a PUT to the URL with these headers. */
export interface UploadTarget extends Upload {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** One kind of object of an entity's records: `db.strategy.narrative`. */
export interface ObjectHandle {
  contentUrl(refId: string, options?: { readonly fileName?: string }): Promise<string>
  stream(refId: string): AsyncIterable<Uint8Array>
  bytes(refId: string): Promise<Uint8Array>
  text(refId: string): Promise<string>
  uploadUrl(refId: string, options: UploadOptions): Promise<UploadTarget>
  attach(refId: string, upload: Upload, options?: UpdateOptions): Promise<Root>
}

/** @param update changes the record that an upload is attached to */
export function objectHandle(
  context: Context,
  shape: SplitShape,
  object: ObjectShape,
  update: (refId: string, changes: object, options: UpdateOptions) => Promise<Root>,
): ObjectHandle {
  const stream = (refId: string): AsyncGenerator<Uint8Array> => streamOf(context, shape, object, refId)
  return {
    contentUrl: async (refId, options) =>
      await urlOf(context, shape, object, await load(context, shape, refId), options?.fileName),
    stream,
    bytes: async (refId) => await collected(stream(refId)),
    text: async (refId) => new TextDecoder('utf-8', { fatal: false }).decode(await collected(stream(refId))),
    uploadUrl: (refId, options) => uploadUrl(context, shape, object, refId, options),
    attach: async (refId, upload, options = {}) => {
      const { member } = object.description
      if (typeof upload?.key !== 'string') {
        throw new InvalidInput(member, [{ path: ['key'], message: 'must be what `uploadUrl` has given' }])
      }
      return await update(refId, { objects: { [member]: { key: upload.key } } }, options)
    },
  }
}

/** Metadata first, then the key, then a URL: never from what a caller says. */
export async function urlOf(
  context: Context,
  shape: SplitShape,
  object: ObjectShape,
  loaded: Loaded,
  fileName?: string,
): Promise<string> {
  const { stores } = context
  const { bucket, contentType } = object.description
  const key = demandKey(context, shape, object, loaded)
  const versionId = loaded.stored.get(key)?.versionId
  return await stores.objects.presignGet(
    { bucket: stores.bucket(bucket), key, ...(versionId === undefined ? {} : { versionId }) },
    {
      seconds: presignSeconds(context),
      contentType,
      ...(fileName === undefined ? {} : { fileName }),
    },
  )
}

function presignSeconds({ stores: { description } }: Context): number {
  return description.s3?.presignSeconds ?? 900
}

function demandKey(context: Context, shape: SplitShape, object: ObjectShape, loaded: Loaded): string {
  const key = keyIn(loaded, object)
  const facts = { entity: shape.member, refId: loaded.refId, object: object.name }
  if (key === undefined) throw new Missing(object.description.name, facts, 'The record has none yet.')
  demandOwnKey(context, shape, object, loaded, key)
  return key
}

async function* streamOf(
  context: Context,
  shape: SplitShape,
  object: ObjectShape,
  refId: string,
): AsyncGenerator<Uint8Array> {
  const { stores } = context
  const loaded = await load(context, shape, refId)
  const key = demandKey(context, shape, object, loaded)
  const { name, bucket } = object.description
  const facts = { entity: shape.member, refId, object: object.name }
  const known = loaded.stored.get(key)
  const expected = known ?? (await expectedOf(context, shape, object, loaded, key))
  const versionId = expected.versionId
  const found = await stores.objects.get({
    bucket: stores.bucket(bucket),
    key,
    ...(versionId === undefined ? {} : { versionId }),
  })
  if (found === undefined) throw new Missing(name, facts, 'Run `stowage fsck`; restore it from a version or a backup.')
  yield* verified(found.body, expected, name, facts)
}

/** Lets so many bytes of the object's media type be put where they wait; nothing points to them before `attach`. */
async function uploadUrl(
  context: Context,
  shape: SplitShape,
  object: ObjectShape,
  refId: string,
  { size, sha256, contentType }: UploadOptions,
): Promise<UploadTarget> {
  const { stores } = context
  const { description, name } = object
  const facts = { entity: shape.member, refId, object: name }
  if (isFixed(shape.entity)) {
    throw new Forbidden(
      `an upload for a ${shape.entity.name}`,
      facts,
      'It never changes once it is written: give the bytes to create.',
    )
  }
  const { owner } = await load(context, shape, refId)
  // Who may not change the record may bring nothing for it.
  actingFor(context, owner)
  if (!Number.isSafeInteger(size) || size < 0) {
    throw new InvalidInput(description.name, [{ path: ['size'], message: 'must be a whole number from 0 up' }], facts)
  }
  if (size > description.maxBytes) throw new TooLarge(description.name, description.maxBytes, facts)
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) {
    throw new InvalidInput(description.name, [{ path: ['sha256'], message: 'must be 64 hexadecimal digits' }], facts)
  }
  if (contentType !== undefined && !isMediaType(contentType, description.contentType)) {
    throw new WrongContentType(description.name, description.contentType, contentType, facts)
  }
  const key = stagingKey(owner.refId, newUlid())
  const bucket = stores.bucket(demandStagingBucket(stores.description))
  const signed = await stores.objects.presignPut(
    { bucket, key },
    {
      seconds: presignSeconds(context),
      contentType: description.contentType,
      size,
      ...(sha256 === undefined ? {} : { sha256 }),
    },
  )
  return { ...signed, key }
}
