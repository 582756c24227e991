import { type BucketDescription, noPublicAccess } from '../../live/s3/description.ts'
import type { Model } from '../../model/model.ts'
import type { Bucket } from '../../model/project.ts'
import { lifecycleRules } from './lifecycle-rules.ts'

/** Every bucket of a spec as it is to be, in the order of the project file. */
export function bucketsOf(model: Model): readonly BucketDescription[] {
  return (model.project.stores.s3?.buckets ?? []).map(bucketDescription)
}

export function bucketDescription(bucket: Bucket): BucketDescription {
  const { name, env, versioned, lock } = bucket
  return {
    name,
    env,
    objectLockEnabled: lock !== undefined,
    // Object Lock is about versions: without them there is nothing to lock.
    versioning: versioned || lock !== undefined ? { Status: 'Enabled' } : {},
    ...(lock === undefined
      ? {}
      : { retention: { Mode: lock.mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE', Days: lock.retainDays } }),
    lifecycle: { Rules: lifecycleRules(bucket) },
    publicAccessBlock: noPublicAccess,
    secureTransport: true,
  }
}
