import type {
  BucketLifecycleConfiguration,
  DefaultRetention,
  PublicAccessBlockConfiguration,
  VersioningConfiguration,
} from '@aws-sdk/client-s3'

/** A bucket as it is to be: each part in the shape that S3's own API takes. */
export interface BucketDescription {
  readonly name: string
  /** The environment variable that holds the bucket's real name. */
  readonly env: string
  /** For CreateBucket: Object Lock can only be turned on there. */
  readonly objectLockEnabled: boolean
  /** Empty where the bucket keeps no versions. */
  readonly versioning: VersioningConfiguration
  /**
   * How long a version is locked; to be set on each object as it is copied from where it was staged. As the bucket's
   * default it would lock what is only staged, too.
   */
  readonly retention?: DefaultRetention
  readonly lifecycle: BucketLifecycleConfiguration
  readonly publicAccessBlock: PublicAccessBlockConfiguration
}

/** Nothing in a bucket of this package is ever public. */
export const noPublicAccess: PublicAccessBlockConfiguration = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
}

/**
 * The bucket's real name.
 *
 * @throws Error where the environment variable is not set.
 */
export function bucketName(
  bucket: BucketDescription,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const name = environment[bucket.env]
  if (name === undefined || name === '') throw new Error(`${bucket.env} is not set: it names the bucket ${bucket.name}`)
  return name
}
