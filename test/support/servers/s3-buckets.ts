import { setTimeout as sleep } from 'node:timers/promises'
import {
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { s3Client } from './s3-client.ts'
import type { S3Endpoint } from './s3-endpoint.ts'

/** A test locks for seconds: so long a server that stays is waited for. */
const patience = 15_000

/**
 * Removes every bucket whose name begins so, with all that is in it. On a server that outlives the run, what is locked is
 * waited for, and named in the rejection where it stays; one that does not takes the rest with it.
 */
export async function removeBuckets(
  endpoint: S3Endpoint,
  prefix: string,
  { outlivesRun }: { readonly outlivesRun: boolean },
): Promise<void> {
  const client = s3Client(endpoint)
  const deadline = Date.now() + (outlivesRun ? patience : 0)
  try {
    for (;;) {
      const left = await tryToRemove(client, prefix)
      if (left.length === 0) return
      if (Date.now() >= deadline) {
        if (!outlivesRun) return
        throw new Error(`what is locked stays: ${left.join(', ')}`)
      }
      await sleep(1_000)
    }
  } finally {
    client.destroy()
  }
}

/** Removes what can be removed now. Gives the buckets that stay. */
async function tryToRemove(client: S3Client, prefix: string): Promise<readonly string[]> {
  const { Buckets = [] } = await client.send(new ListBucketsCommand({}))
  const names = Buckets.flatMap(({ Name }) => (Name?.startsWith(prefix) ? [Name] : []))
  const left: string[] = []
  for (const Bucket of names) {
    if (!(await empty(client, Bucket))) left.push(Bucket)
    else await client.send(new DeleteBucketCommand({ Bucket }))
  }
  return left
}

/** Whether nothing is left in a bucket, when all that could go has gone. */
async function empty(client: S3Client, Bucket: string): Promise<boolean> {
  for (;;) {
    const page = await listed(client, Bucket)
    const removed = await Promise.all(page.map((version) => remove(client, Bucket, version)))
    if (page.length === 0) return true
    // A page of which nothing went would come again for ever.
    if (!removed.includes(true)) return false
  }
}

interface Version {
  readonly Key: string
  readonly VersionId?: string
}

async function remove(client: S3Client, Bucket: string, { Key, VersionId }: Version): Promise<boolean> {
  // Governance yields to the bypass; compliance waits for its date.
  const lock = VersionId !== undefined && { VersionId, BypassGovernanceRetention: true }
  return await client.send(new DeleteObjectCommand({ Bucket, Key, ...lock })).then(
    () => true,
    () => false,
  )
}

/** The first page of what a bucket holds, versions and markers too. */
async function listed(client: S3Client, Bucket: string): Promise<readonly Version[]> {
  const versions = await client.send(new ListObjectVersionsCommand({ Bucket })).catch(() => undefined)
  // s3rver knows no versions: it answers the question with something else, or not at all.
  const plain = (versions?.Versions ?? versions?.DeleteMarkers) ? undefined : new ListObjectsV2Command({ Bucket })
  const { Contents = [] } = plain === undefined ? {} : await client.send(plain)
  return [...(versions?.Versions ?? []), ...(versions?.DeleteMarkers ?? []), ...Contents].flatMap((entry) =>
    entry.Key === undefined
      ? []
      : [
          {
            Key: entry.Key,
            ...('VersionId' in entry && entry.VersionId !== undefined && { VersionId: entry.VersionId }),
          },
        ],
  )
}
