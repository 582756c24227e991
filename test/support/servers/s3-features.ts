import { randomBytes } from 'node:crypto'
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { removeBuckets } from './s3-buckets.ts'
import { s3Client } from './s3-client.ts'
import type { S3Endpoint, S3Features } from './s3-endpoint.ts'

/** How long the lock of the trial lasts: it must outlive one request, and a server that stays is waited for. */
const lockMilliseconds = 3_000

/** Tries what a server can do, in buckets of its own that are removed again. Rejects where not even plain operations work. */
export async function featuresOf(endpoint: S3Endpoint, life: { readonly outlivesRun: boolean }): Promise<S3Features> {
  const client = s3Client(endpoint)
  const prefix = `trial-${randomBytes(5).toString('hex')}-`
  try {
    await client.send(new CreateBucketCommand({ Bucket: `${prefix}plain` }))
    await client.send(new PutObjectCommand({ Bucket: `${prefix}plain`, Key: 'trial', Body: 'trial' }))
    const [signatures, policies, locks] = await Promise.all([
      verifiesSignatures(client, `${prefix}plain`),
      obeysPolicies(endpoint, `${prefix}plain`),
      enforcesLocks(client, `${prefix}locked`),
    ])
    return { locks, signatures, policies }
  } finally {
    await removeBuckets(endpoint, prefix, life)
    client.destroy()
  }
}

async function verifiesSignatures(client: S3Client, Bucket: string): Promise<boolean> {
  const url = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'trial' }), { expiresIn: 60 })
  const sound = await fetch(url)
  // Another last digit: the form stays that of a signature.
  const tampered = await fetch(
    url.replace(/(X-Amz-Signature=[0-9a-f]+)([0-9a-f])/, (_, head, digit) => head + other(digit)),
  )
  return (await sound.text()) === 'trial' && tampered.status === 403
}

function other(digit: string): string {
  return digit === '0' ? '1' : '0'
}

async function obeysPolicies(endpoint: S3Endpoint, Bucket: string): Promise<boolean> {
  if (endpoint.otherCredentials === undefined) return false
  const owner = s3Client(endpoint)
  const stranger = s3Client({ ...endpoint, credentials: endpoint.otherCredentials })
  const read = (): Promise<boolean> =>
    stranger.send(new GetObjectCommand({ Bucket, Key: 'trial' })).then(
      () => true,
      () => false,
    )
  const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${Bucket}/*` }
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  try {
    if (await read()) return false
    await owner.send(new PutBucketPolicyCommand({ Bucket, Policy }))
    return await read()
  } catch {
    return false
  } finally {
    owner.destroy()
    stranger.destroy()
  }
}

async function enforcesLocks(client: S3Client, Bucket: string): Promise<boolean> {
  const until = new Date(Date.now() + lockMilliseconds)
  const lock = { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until } as const
  try {
    await client.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }))
    const put = new PutObjectCommand({ Bucket, Key: 'trial', Body: 'trial', ChecksumAlgorithm: 'SHA256', ...lock })
    const { VersionId } = await client.send(put)
    if (VersionId === undefined) return false
    return await client.send(new DeleteObjectCommand({ Bucket, Key: 'trial', VersionId })).then(
      () => false,
      (error: unknown) => error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403,
    )
  } catch {
    return false
  }
}
