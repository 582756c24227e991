import type { GetObjectCommandOutput, ObjectLockRetentionMode } from '@aws-sdk/client-s3'
import { attempt, demandDone } from './attempt.ts'
import type { Place } from './facts.ts'
import { demandFeature } from './features.ts'
import { type Key, type KeyOptions, newKey } from './keys.ts'
import type { Session } from './session.ts'

/** An object that lies in a bucket of these tests. */
export interface Stored extends Key {
  readonly bucket: string
  readonly body: string
  readonly version?: string
}

/** What is put where there is no need for anything in particular. */
export function newBody({ next }: Session): string {
  return `conformance ${next()}: \u00e4\n`
}

/** Puts an object; under the key of another one it becomes the newer version. */
export async function put(
  session: Session,
  place: Place,
  options: KeyOptions & { readonly over?: Stored } = {},
): Promise<Stored> {
  const { key, values } = options.over ?? newKey(session.facts, place, session.next(), options)
  const bucket = session.used.name(place.bucket)
  const body = newBody(session)
  const taken = await attempt(
    session.api.putObject({ Bucket: bucket, Key: key, Body: body, ContentType: place.contentType }),
  )
  const { VersionId } = demandDone(taken, `an object of ${place.name}`)
  return { bucket, key, values, body, ...(VersionId === undefined ? {} : { version: VersionId }) }
}

/** An object whose version is locked. */
export interface Locked extends Stored {
  readonly version: string
  readonly mode: ObjectLockRetentionMode
  readonly until: Date
}

/**
 * Puts an object that is locked for seconds, in the mode of its bucket.
 *
 * @throws NotProvable where the server enforces no locks
 */
export async function putLocked(
  session: Session,
  place: Place,
  seconds: number = session.lockSeconds,
): Promise<Locked> {
  demandFeature(session.features, 'locks')
  const { key, values } = newKey(session.facts, place, session.next())
  const bucket = session.used.name(place.bucket)
  const body = newBody(session)
  const mode = modeOf(place)
  const until = session.clock.in(seconds)
  const taken = await attempt(
    session.api.putObject({
      Bucket: bucket,
      Key: key,
      Body: body,
      ContentType: place.contentType,
      // Without a checksum no server of AWS takes a lock.
      ChecksumAlgorithm: 'SHA256',
      ObjectLockMode: mode,
      ObjectLockRetainUntilDate: until,
    }),
  )
  const { VersionId } = demandDone(taken, `a locked object of ${place.name}`)
  if (VersionId === undefined) throw new Error(`bucket ${bucket} keeps no versions`)
  return { bucket, key, values, body, version: VersionId, mode, until }
}

export function modeOf({ bucket }: Place): ObjectLockRetentionMode {
  return bucket.lock?.mode === 'governance' ? 'GOVERNANCE' : 'COMPLIANCE'
}

/** The address of one version. */
export function versionOf({ bucket, key, version }: Stored): { Bucket: string; Key: string; VersionId?: string } {
  return { Bucket: bucket, Key: key, ...(version === undefined ? {} : { VersionId: version }) }
}

/** @throws Error unless the version can be read and holds what was put there */
export async function demandReadable({ api }: Session, stored: Stored, what: string): Promise<GetObjectCommandOutput> {
  const output = demandDone(await attempt(api.getObject(versionOf(stored))), `reading ${what}`)
  const text = await output.Body?.transformToString()
  if (text !== stored.body) throw new Error(`${what} holds something else`)
  return output
}
