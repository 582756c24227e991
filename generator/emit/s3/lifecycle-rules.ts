import type { Bucket } from '../../model/project.ts'
import type { Plain } from '../../print/typescript/index.ts'

/** A bucket's life-cycle rules in the shape of S3's API; each says one thing, so that each can be told by its id. */
export function lifecycleRules(bucket: Bucket): readonly Plain[] {
  const { expireDays, noncurrentExpireDays, abortUploadsDays, versioned, lock } = bucket
  const rule = (id: string, what: Readonly<Record<string, Plain>>): Plain => {
    return { ID: id, Status: 'Enabled', Filter: { Prefix: '' }, ...what }
  }
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
