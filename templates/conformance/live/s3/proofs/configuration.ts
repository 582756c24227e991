import type { S3 } from '@aws-sdk/client-s3'
import type { BucketFact } from '../../../expected/facts.ts'
import { type Claim, NotProvable } from '../../proof.ts'
import { attempt, demandDone, demandEqual } from '../attempt.ts'
import { isVersioned } from '../facts.ts'
import { demandFeature, type Feature } from '../features.ts'
import type { OwnBuckets, Session } from '../session.ts'
import { bucketClaims, type Subject, type Try } from './subject.ts'

/** Something that a bucket has otherwise than the spec says. */
export interface BucketDifference {
  readonly place: string
  /** `versioning`, `lifecycle rule expire-objects`, `policy DenyInsecureTransport`. */
  readonly fact: string
  readonly wanted?: string
  readonly found?: string
}

/** Compares buckets with what they should be. Whoever hands it in knows how. */
export type Verify = (api: S3, buckets: OwnBuckets) => Promise<readonly BucketDifference[]>

/**
 * Buckets are set as the spec says, neither more nor less: by a comparison with everything that they should be, and by
 * reading what the server says of the spec's own words.
 */
export function proofsOfConfiguration({ facts }: Subject, verify: Verify): readonly Claim<Session>[] {
  const found = new WeakMap<Session, Promise<readonly BucketDifference[]>>()
  // Buckets stay as they are while proofs run, so that they are compared once.
  const differences = (session: Session): Promise<readonly BucketDifference[]> => {
    const known = found.get(session) ?? verify(session.api, session.described)
    found.set(session, known)
    return known
  }
  const compared = (bucket: BucketFact, name: string, fact: RegExp, feature?: Feature): Try => ({
    name: `${name} is as described`,
    prove: async (session) => {
      if (feature !== undefined) demandFeature(session.features, feature)
      const own = session.described.name(bucket)
      const meant = (await differences(session)).filter((one) => one.place.includes(own) && fact.test(one.fact))
      const unknown = meant.filter((one) => one.found?.startsWith('not known to this server'))
      const known = meant.filter((one) => !unknown.includes(one))
      if (known.length > 0) throw new Error(known.map(differenceText).join('\n'))
      if (unknown.length > 0) throw new NotProvable(`the server knows nothing of it: ${name}`)
    },
  })
  return facts.buckets.flatMap((bucket) => [
    ...bucketClaims(bucket, 'versions', [
      versioning(bucket),
      compared(bucket, 'versioning', /^versioning$/, 'versions'),
    ]),
    ...bucketClaims(bucket, 'lock', [
      lock(bucket),
      compared(bucket, 'object lock', /^(object lock|default retention)$/, 'locks'),
    ]),
    ...bucketClaims(bucket, 'life cycle', [lifecycle(bucket), compared(bucket, 'the life cycle', /^lifecycle/)]),
    ...bucketClaims(bucket, 'public access', [compared(bucket, 'the public access block', /^public access block$/)]),
    ...bucketClaims(bucket, 'transport', [compared(bucket, 'the policy', /^policy/)]),
    ...bucketClaims(bucket, 'configuration', [compared(bucket, 'everything else', other)]),
  ])
}

const other = /^(?!(versioning|object lock|default retention|public access block)$|lifecycle|policy)/

function differenceText({ place, fact, wanted = 'nothing', found = 'nothing' }: BucketDifference): string {
  return `${place}, ${fact}: wanted ${wanted}, found ${found}`
}

function versioning(bucket: BucketFact): Try {
  const wanted = isVersioned(bucket) ? 'Enabled' : undefined
  return {
    name: wanted === undefined ? 'no versions are kept' : 'versions are kept',
    prove: async (session) => {
      demandFeature(session.features, 'versions')
      const { Status } = await session.api.getBucketVersioning({ Bucket: session.described.name(bucket) })
      demandEqual(Status, wanted, 'versioning')
    },
  }
}

/** On a bucket that holds nothing: what is in it would be locked for as long. */
function lock(bucket: BucketFact): Try {
  return {
    name:
      bucket.lock === undefined
        ? 'nothing is locked'
        : `what is put into it is locked for ${bucket.lock.retainDays} days (${bucket.lock.mode})`,
    prove: async (session) => {
      demandFeature(session.features, 'locks')
      const Bucket = session.described.name(bucket)
      const outcome = await attempt(session.api.getObjectLockConfiguration({ Bucket }))
      if (bucket.lock === undefined) {
        const { ObjectLockConfiguration } = 'done' in outcome ? outcome.done : {}
        demandEqual(ObjectLockConfiguration?.ObjectLockEnabled, undefined, 'object lock')
        return
      }
      const { ObjectLockConfiguration } = demandDone(outcome, 'reading the lock')
      const { Mode, Days } = ObjectLockConfiguration?.Rule?.DefaultRetention ?? {}
      demandEqual(Mode?.toLowerCase(), bucket.lock.mode, 'mode of the lock')
      demandEqual(Days, bucket.lock.retainDays, 'days of the lock')
    },
  }
}

function lifecycle(bucket: BucketFact): Try {
  return {
    name: 'what is superfluous goes after its days',
    prove: async (session) => {
      const Bucket = session.described.name(bucket)
      const outcome = await attempt(session.api.getBucketLifecycleConfiguration({ Bucket }))
      if ('refusal' in outcome && [405, 501].includes(outcome.refusal.status)) {
        throw new NotProvable('the server knows nothing of life cycles')
      }
      const { Rules = [] } = demandDone(outcome, 'reading the life cycle')
      const active = Rules.filter(({ Status, Filter, Prefix }) => Status === 'Enabled' && !(Filter?.Prefix ?? Prefix))
      const days = (found: (number | undefined)[]): readonly number[] => found.filter((one) => one !== undefined)
      const stated = (wanted: number | undefined): readonly number[] => (wanted === undefined ? [] : [wanted])
      const { abortUploadsDays, expireDays, noncurrentExpireDays } = bucket
      demandEqual(
        days(active.map((rule) => rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation)),
        [abortUploadsDays],
        'days until an unfinished upload goes',
      )
      demandEqual(days(active.map((rule) => rule.Expiration?.Days)), stated(expireDays), 'days until an object goes')
      demandEqual(
        days(active.map((rule) => rule.NoncurrentVersionExpiration?.NoncurrentDays)),
        stated(isVersioned(bucket) ? noncurrentExpireDays : undefined),
        'days until an older version goes',
      )
    },
  }
}
