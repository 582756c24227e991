import type { S3 } from '@aws-sdk/client-s3'

/** The calls that are needed here, as the SDK's client with methods has them. */
export type BucketApi = Pick<
  S3,
  | 'config'
  | 'createBucket'
  | 'getBucketLifecycleConfiguration'
  | 'getBucketPolicy'
  | 'getBucketVersioning'
  | 'getObjectLockConfiguration'
  | 'getPublicAccessBlock'
  | 'headBucket'
  | 'putBucketLifecycleConfiguration'
  | 'putBucketPolicy'
  | 'putBucketVersioning'
  | 'putObjectLockConfiguration'
  | 'putPublicAccessBlock'
>
