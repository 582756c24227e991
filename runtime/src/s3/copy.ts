import type { HeadObjectCommandOutput, S3Client } from '@aws-sdk/client-s3'
import { Unavailable } from '../errors/errors.ts'
import type { ObjectPlace, ObjectStore, Retention } from '../stores/objects.ts'
import { answerOf } from './errors.ts'
import type { StoreOptions } from './options.ts'
import { shortened } from './retain.ts'
import type { Sdk } from './sdk.ts'

export interface Call {
  readonly client: S3Client
  readonly sdk: Sdk
  readonly signal: AbortSignal
}

type CopyOptions = Parameters<ObjectStore['copy']>[2]

/**
 * Copies within the server. A lock is asked for with the copy, so that it is never without; a server that does not take it
 * so gets it afterwards. Either way it is confirmed by what the server says of the copy.
 */
export async function copyObject(
  call: Call & { readonly options: StoreOptions },
  from: ObjectPlace,
  to: ObjectPlace,
  { contentType, sha256, retention: wanted }: CopyOptions,
): Promise<{ readonly versionId?: string }> {
  const { client, sdk, signal, options } = call
  const retention = wanted === undefined ? undefined : shortened(wanted, options)
  const copied = {
    Bucket: to.bucket,
    Key: to.key,
    CopySource: sourceOf(from),
    MetadataDirective: 'REPLACE',
    ContentType: contentType,
    Metadata: { sha256 },
  } as const
  const send = (lock: object): Promise<{ readonly VersionId?: string | undefined }> =>
    client.send(new sdk.CopyObjectCommand({ ...copied, ...lock }), { abortSignal: signal })
  const { VersionId } =
    retention === undefined
      ? await send({})
      : await send({ ObjectLockMode: retention.mode, ObjectLockRetainUntilDate: retention.until }).catch((error) => {
          if (!isRefusedForm(error)) throw error
          return send({})
        })
  const head = await headOf(call, to, VersionId)
  const versionId = VersionId ?? head.VersionId
  if (retention !== undefined)
    await confirmLock(call, { ...to, ...(versionId === undefined ? {} : { versionId }) }, retention, head)
  return versionId === undefined || versionId === 'null' ? {} : { versionId }
}

async function confirmLock(
  call: Call,
  place: ObjectPlace,
  retention: Retention,
  head: HeadObjectCommandOutput,
): Promise<void> {
  if (isHeld(head, retention)) return
  const { client, sdk, signal } = call
  await client.send(
    new sdk.PutObjectRetentionCommand({
      Bucket: place.bucket,
      Key: place.key,
      ...(place.versionId === undefined ? {} : { VersionId: place.versionId }),
      Retention: { Mode: retention.mode, RetainUntilDate: retention.until },
    }),
    { abortSignal: signal },
  )
  if (isHeld(await headOf(call, place, place.versionId), retention)) return
  throw new Unavailable('s3', 'the copy is not locked as it was asked for', { bucket: place.bucket })
}

/** A lock of the bucket's own may be longer. Servers keep whole seconds. */
function isHeld(head: HeadObjectCommandOutput, { mode, until }: Retention): boolean {
  const { ObjectLockMode, ObjectLockRetainUntilDate } = head
  if (ObjectLockRetainUntilDate === undefined) return false
  const isAsStrict = ObjectLockMode === 'COMPLIANCE' || ObjectLockMode === mode
  return isAsStrict && ObjectLockRetainUntilDate.getTime() >= until.getTime() - 1000
}

/** Some servers do not know a lock as part of a copy. */
function isRefusedForm(error: unknown): boolean {
  const { status } = answerOf(error)
  return status === 400 || status === 405 || status === 501
}

async function headOf(
  { client, sdk, signal }: Call,
  place: ObjectPlace,
  versionId?: string,
): Promise<HeadObjectCommandOutput> {
  const VersionId = versionId === undefined ? {} : { VersionId: versionId }
  return await client.send(new sdk.HeadObjectCommand({ Bucket: place.bucket, Key: place.key, ...VersionId }), {
    abortSignal: signal,
  })
}

function sourceOf({ bucket, key, versionId }: ObjectPlace): string {
  const path = `${bucket}/${key}`.split('/').map(encodeURIComponent).join('/')
  return versionId === undefined ? path : `${path}?versionId=${encodeURIComponent(versionId)}`
}
