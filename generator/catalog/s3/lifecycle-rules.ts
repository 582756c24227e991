import type { LifecycleRuleDescription } from '../../live/s3/description.ts'
import type { Bucket } from '../../model/project.ts'

/** A bucket's life-cycle rules; each says one thing, so that each can be told by its id. */
export function lifecycleRules(bucket: Bucket): readonly LifecycleRuleDescription[] {
  const { expireDays, noncurrentExpireDays, abortUploadsDays, versioned, lock } = bucket
  const isVersioned = versioned || lock !== undefined
  return [
    rule('abort-unfinished-uploads', { AbortIncompleteMultipartUpload: { DaysAfterInitiation: abortUploadsDays } }),
    ...(expireDays === undefined ? [] : [rule('expire-objects', { Expiration: { Days: expireDays } })]),
    ...(isVersioned && noncurrentExpireDays !== undefined
      ? [
          rule('expire-noncurrent-versions', { NoncurrentVersionExpiration: { NoncurrentDays: noncurrentExpireDays } }),
          // Without it a marker of a deletion outlives the versions it hides.
          ...(expireDays === undefined
            ? [rule('expire-lone-delete-markers', { Expiration: { ExpiredObjectDeleteMarker: true } })]
            : []),
        ]
      : []),
  ]
}

function rule(id: string, what: Omit<LifecycleRuleDescription, 'ID' | 'Status' | 'Filter'>): LifecycleRuleDescription {
  return { ID: id, Status: 'Enabled', Filter: { Prefix: '' }, ...what }
}
