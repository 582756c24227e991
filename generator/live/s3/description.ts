/** A bucket as it is to be, as plain data: each part in the shape that S3's own API takes. */
export interface BucketDescription {
  /** As the spec calls it. */
  readonly name: string
  /** The environment variable that holds the bucket's real name. */
  readonly env: string
  readonly objectLockEnabled: boolean
  /** Empty where the bucket keeps no versions. */
  readonly versioning: { readonly Status?: 'Enabled' }
  /** The bucket's default retention: how long each new version is locked. */
  readonly retention?: BucketRetention
  readonly lifecycle: { readonly Rules: readonly LifecycleRuleDescription[] }
  readonly publicAccessBlock: PublicAccessBlock
  /** Whether the bucket's policy denies every request without TLS. */
  readonly secureTransport: boolean
}

export interface BucketRetention {
  readonly Mode: 'COMPLIANCE' | 'GOVERNANCE'
  readonly Days: number
}

/** A rule for all objects of a bucket; each says one thing, so that each can be told by its id. */
export interface LifecycleRuleDescription {
  readonly ID: string
  readonly Status: 'Enabled'
  readonly Filter: { readonly Prefix: '' }
  readonly AbortIncompleteMultipartUpload?: { readonly DaysAfterInitiation: number }
  readonly Expiration?: { readonly Days: number } | { readonly ExpiredObjectDeleteMarker: true }
  readonly NoncurrentVersionExpiration?: { readonly NoncurrentDays: number }
}

export interface PublicAccessBlock {
  readonly BlockPublicAcls: boolean
  readonly IgnorePublicAcls: boolean
  readonly BlockPublicPolicy: boolean
  readonly RestrictPublicBuckets: boolean
}

/** Nothing in a bucket of a spec is ever public. */
export const noPublicAccess: PublicAccessBlock = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
}
