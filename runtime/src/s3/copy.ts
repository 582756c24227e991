import type { HeadObjectCommandOutput, S3Client } from '@aws-sdk/client-s3'
import { Conflict, Unavailable } from '../errors/errors.ts'
import type { ObjectPlace, ObjectStore, Retention } from '../stores/objects.ts'
import { answerOf, isAbsent } from './errors.ts'
import type { StoreOptions } from './options.ts'
import { shortened } from './retain.ts'
import type { Sdk } from './sdk.ts'

export interface Call {
  readonly client: S3Client
  readonly sdk: Sdk
}

type CopyOptions = Parameters<ObjectStore['copy']>[2]

/** Does one part of it, and again where that may be. */
type Attempts = <T>(part: (call: Call) => Promise<T>) => Promise<T>

/**
 * Copies within the server. A lock is asked for with the copy, so that it is never without; a server that does not take it
 * so gets it afterwards. Either way it is confirmed by what the server says of the copy. Each part is tried again by itself,
 * and before each copy under a lock it is asked whether it is there: nobody could remove the second one.
 */
export async function copyObject(
  attempts: Attempts,
  options: StoreOptions,
  from: ObjectPlace,
  to: ObjectPlace,
  { contentType, sha256, retention: wanted, ifMatch }: CopyOptions,
): Promise<{ readonly versionId?: string }> {
  const retention = wanted === undefined ? undefined : shortened(wanted, options)
  const copied = {
    Bucket: to.bucket,
    Key: to.key,
    CopySource: sourceOf(from),
    MetadataDirective: 'REPLACE',
    ContentType: contentType,
    Metadata: { sha256 },
    ...(ifMatch === undefined ? {} : { CopySourceIfMatch: ifMatch }),
  } as const
  const send = ({ client, sdk }: Call, lock: object): Promise<Answer> =>
    client.send(new sdk.CopyObjectCommand({ ...copied, ...lock })).catch((error) => {
      throw answerOf(error).status === 412 ? replaced(from) : error
    })
  const { VersionId } = await attempts(async (call): Promise<Answer> => {
    if (retention === undefined) return await send(call, {})
    const before = await foundThere(call, to)
    if (before?.Metadata?.sha256 === sha256) return before
    const lock = { ObjectLockMode: retention.mode, ObjectLockRetainUntilDate: retention.until }
    return await send(call, lock).catch((error) => {
      if (!isRefusedForm(error)) throw error
      return send(call, {})
    })
  })
  const head = await attempts((call) => headOf(call, to, VersionId))
  const versionId = VersionId ?? head.VersionId
  const version = versionId === undefined ? {} : { versionId }
  if (retention !== undefined) await confirmLock(attempts, { ...to, ...version }, retention, head)
  return versionId === 'null' ? {} : version
}

interface Answer {
  readonly VersionId?: string | undefined
}

function replaced({ bucket, key }: ObjectPlace): Conflict {
  const advice = 'Ask for a new URL, upload it again, and let nobody else have that URL.'
  return new Conflict('what was uploaded has been replaced since it was looked at', { bucket, key }, advice)
}

async function foundThere(call: Call, place: ObjectPlace): Promise<HeadObjectCommandOutput | undefined> {
  try {
    return await headOf(call, place)
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

async function confirmLock(
  attempts: Attempts,
  place: ObjectPlace,
  retention: Retention,
  head: HeadObjectCommandOutput,
): Promise<void> {
  if (isHeld(head, retention)) return
  await attempts(({ client, sdk }) =>
    client.send(
      new sdk.PutObjectRetentionCommand({
        Bucket: place.bucket,
        Key: place.key,
        ...(place.versionId === undefined ? {} : { VersionId: place.versionId }),
        Retention: { Mode: retention.mode, RetainUntilDate: retention.until },
      }),
    ),
  )
  if (isHeld(await attempts((call) => headOf(call, place, place.versionId)), retention)) return
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

async function headOf({ client, sdk }: Call, place: ObjectPlace, versionId?: string): Promise<HeadObjectCommandOutput> {
  const VersionId = versionId === undefined ? {} : { VersionId: versionId }
  return await client.send(new sdk.HeadObjectCommand({ Bucket: place.bucket, Key: place.key, ...VersionId }))
}

function sourceOf({ bucket, key, versionId }: ObjectPlace): string {
  const path = `${bucket}/${key}`.split('/').map(encodeURIComponent).join('/')
  return versionId === undefined ? path : `${path}?versionId=${encodeURIComponent(versionId)}`
}
