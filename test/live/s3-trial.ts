import { S3, S3ServiceException } from '@aws-sdk/client-s3'
import type { Environment } from '../../generator/live/s3/bucket-name.ts'
import type { BucketDescription } from '../../generator/live/s3/description.ts'
import type { S3Options } from '../../generator/live/s3/wanted.ts'
import type { S3Account } from '../support/s3-server.ts'
import type { S3Credentials } from '../support/servers/s3-endpoint.ts'

/** Buckets of one test: names that nobody had before, and a client to reach them. */
export interface Trial {
  readonly environment: Environment
  readonly options: S3Options
  /** The real name of a bucket. */
  name(bucket: BucketDescription | undefined): string
}

export function clientOf({ endpoint, region, credentials }: S3Account, other: S3Credentials = credentials): S3 {
  return new S3({ endpoint, region, credentials: { ...other }, forcePathStyle: true, maxAttempts: 2 })
}

/**
 * Whether a bucket that denies requests without TLS can still be reached: over TLS, and on radosgw, which takes no plain
 * request for an insecure one.
 */
export function survivesDenial({ endpoint, server }: S3Account): boolean {
  return endpoint.startsWith('https:') || server.startsWith('radosgw')
}

let count = 0

export function trialOf(account: S3Account, buckets: readonly BucketDescription[]): Trial {
  count += 1
  const environment = Object.fromEntries(buckets.map(({ env }, at) => [env, `${account.prefix}${count}-${at}`]))
  return {
    environment,
    options: { environment, denyInsecure: survivesDenial(account) ? 'always' : 'over-tls' },
    name: (bucket) => environment[bucket?.env ?? ''] ?? '',
  }
}

/** All that a server says of buckets, read without the code under test. */
export async function stateOf(api: S3, names: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const entries = await Promise.all(names.map(async (Bucket) => [Bucket, await bucketState(api, Bucket)] as const))
  return Object.fromEntries(entries)
}

async function bucketState(api: S3, Bucket: string): Promise<readonly unknown[]> {
  const said = await Promise.all([
    told(api.headBucket({ Bucket })),
    told(api.getBucketVersioning({ Bucket })),
    told(api.getObjectLockConfiguration({ Bucket })),
    told(api.getPublicAccessBlock({ Bucket })),
    told(api.getBucketLifecycleConfiguration({ Bucket })),
    told(api.getBucketPolicy({ Bucket })),
    told(api.listObjectVersions({ Bucket })),
  ])
  return said
}

async function told(answer: Promise<object>): Promise<unknown> {
  try {
    const { $metadata: _, ...said } = { $metadata: undefined, ...(await answer) }
    return said
  } catch (error) {
    if (error instanceof S3ServiceException) return error.name
    throw error
  }
}
