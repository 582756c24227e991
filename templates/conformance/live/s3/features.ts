import type { S3 } from '@aws-sdk/client-s3'
import { NotProvable } from '../proof.ts'
import { send } from './answer.ts'
import { attempt, demandDone, forbidden } from './attempt.ts'
import type { Clock } from './clock.ts'
import { sign } from './sign.ts'

/** What a server was seen to do in a bucket made for the trial: nothing of it is taken from its name. */
export interface Features {
  /** Why something cannot be proved on this server; nothing where it can. */
  readonly lacks: Readonly<Record<Feature, string | undefined>>
  /** Whether a request that comes without TLS is told from one that comes with it. */
  readonly tellsTransport: boolean
  /** Whether objects can still be put into a bucket that takes no public ACL. Some servers then take none at all. */
  readonly writesWhereAclsAreBlocked: boolean
}

/**
 * `versions`: what was overwritten is still there. `locks`: a version under a compliance lock cannot be deleted.
 * `signatures`: a URL whose signature does not fit is refused. `publicAccessBlock`: it is kept.
 */
export type Feature = 'versions' | 'locks' | 'signatures' | 'publicAccessBlock'

/** @throws NotProvable where the server does not do this at all */
export function demandFeature({ lacks }: Features, feature: Feature): void {
  const lack = lacks[feature]
  if (lack !== undefined) throw new NotProvable(lack)
}

/** It must outlast two requests. */
const lockSeconds = 3

/**
 * Tries what a server does.
 *
 * @param name of the bucket, which is not there yet
 */
export async function featuresOf(api: S3, name: string, clock: Clock): Promise<Features> {
  const made = await attempt(api.createBucket({ Bucket: name, ObjectLockEnabledForBucket: true }))
  // Who makes no locked bucket may make another one.
  if ('refusal' in made) demandDone(await attempt(api.createBucket({ Bucket: name })), 'making a bucket')
  const noLocks = 'refusal' in made ? `the server makes no bucket with object lock: ${made.refusal.code}` : undefined
  await api.putObject({ Bucket: name, Key: 'trial', Body: 'first' })
  await clock.set(api, name, 'trial')
  const lacks = {
    signatures: await signaturesOf(api, name, clock),
    versions: await versionsOf(api, name),
    locks: noLocks ?? (await locksOf(api, name, clock)),
    publicAccessBlock: await publicAccessBlockOf(api, name),
  }
  const tellsTransport = await isTransportTold(api, name)
  return { lacks, tellsTransport, writesWhereAclsAreBlocked: await writesWhereAclsAreBlocked(api, name) }
}

async function signaturesOf(api: S3, bucket: string, clock: Clock): Promise<string | undefined> {
  const grant = { method: 'GET', bucket, key: 'trial', seconds: 60, from: clock.now() } as const
  const url = await sign(api, grant)
  const sound = await send(url)
  if (sound.status !== 200) return `the server takes no pre-signed URL: it answers with ${sound.status}`
  const tampered = await send(withOtherSignature(url))
  return tampered.status === forbidden ? undefined : 'the server verifies no signatures: it takes a tampered URL'
}

/** The same form, another last digit. */
export function withOtherSignature(url: string): string {
  return url.replace(/(X-Amz-Signature=[0-9a-f]*)([0-9a-f])/, (_, head, last) => `${head}${last === '0' ? '1' : '0'}`)
}

async function versionsOf(api: S3, Bucket: string): Promise<string | undefined> {
  await attempt(api.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }))
  const { VersionId } = await api.putObject({ Bucket, Key: 'trial', Body: 'second' })
  await api.putObject({ Bucket, Key: 'trial', Body: 'third' })
  const none = 'the server keeps no versions'
  if (VersionId === undefined) return none
  const read = await attempt(api.getObject({ Bucket, Key: 'trial', VersionId }))
  return 'done' in read && (await read.done.Body?.transformToString()) === 'second' ? undefined : none
}

async function locksOf(api: S3, Bucket: string, clock: Clock): Promise<string | undefined> {
  const lock = { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: clock.in(lockSeconds) } as const
  const put = await attempt(api.putObject({ Bucket, Key: 'locked', Body: 'x', ChecksumAlgorithm: 'SHA256', ...lock }))
  if ('refusal' in put) return `the server takes no lock: ${put.refusal.code}`
  const { VersionId } = put.done
  if (VersionId === undefined) return 'the server enforces no locks: it keeps no versions'
  const removed = await attempt(api.deleteObject({ Bucket, Key: 'locked', VersionId }))
  const isHeld = 'refusal' in removed && removed.refusal.status === forbidden
  return isHeld ? undefined : 'the server enforces no locks: a version under a compliance lock can be deleted'
}

/** Of one object alone, so that nobody is locked out of the bucket. */
async function isTransportTold(api: S3, Bucket: string): Promise<boolean> {
  const statement = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: `arn:aws:s3:::${Bucket}/insecure`,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  }
  await api.putObject({ Bucket, Key: 'insecure', Body: 'x' })
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  const set = await attempt(api.putBucketPolicy({ Bucket, Policy }))
  if ('refusal' in set) return false
  const read = await attempt(api.headObject({ Bucket, Key: 'insecure' }))
  await api.deleteBucketPolicy({ Bucket })
  return 'refusal' in read
}

/** Some servers take the command for another one, and say that all is well. */
async function publicAccessBlockOf(api: S3, Bucket: string): Promise<string | undefined> {
  const block = { PublicAccessBlockConfiguration: { IgnorePublicAcls: true } }
  const set = await attempt(api.putPublicAccessBlock({ Bucket, ...block }))
  const read = await attempt(api.getPublicAccessBlock({ Bucket }))
  const isKept = 'done' in read && read.done.PublicAccessBlockConfiguration?.IgnorePublicAcls === true
  if ('refusal' in set || !isKept) return 'the server knows no public access block'
  await api.deletePublicAccessBlock({ Bucket })
  return undefined
}

async function writesWhereAclsAreBlocked(api: S3, Bucket: string): Promise<boolean> {
  const block = { PublicAccessBlockConfiguration: { BlockPublicAcls: true } }
  const set = await attempt(api.putPublicAccessBlock({ Bucket, ...block }))
  if ('refusal' in set) return true
  const put = await attempt(api.putObject({ Bucket, Key: 'blocked', Body: 'x' }))
  await api.deletePublicAccessBlock({ Bucket })
  return 'done' in put
}
