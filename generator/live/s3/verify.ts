import type { Difference } from '../report.ts'
import type { WantedBucket } from './aspect.ts'
import type { BucketApi } from './bucket-api.ts'
import type { BucketDescription } from './description.ts'
import { aspects, difference, examine, lookFor } from './examine.ts'
import { type S3Options, wantedBuckets } from './wanted.ts'

/**
 * Compares buckets with their descriptions and changes nothing. Empty where nothing differs.
 *
 * @throws BucketVariablesError where an environment variable is not set; what the client throws where the server cannot be
 * reached or does not know the keys.
 */
export async function verifyS3(
  api: BucketApi,
  buckets: readonly BucketDescription[],
  options: S3Options = {},
): Promise<readonly Difference[]> {
  const differences: Difference[] = []
  for (const bucket of await wantedBuckets(api, buckets, options)) {
    differences.push(...(await bucketDifferences(api, bucket)))
  }
  return differences
}

async function bucketDifferences(api: BucketApi, bucket: WantedBucket): Promise<readonly Difference[]> {
  const existence = await lookFor(api, bucket.name)
  if (existence.is === 'missing') return [difference(bucket, { fact: 'missing', remedy: 'add' })]
  if (existence.is === 'closed') return [difference(bucket, existence.finding)]
  const found: Difference[] = []
  for (const aspect of aspects) {
    const findings = await examine(api, bucket, aspect)
    found.push(...findings.map((finding) => difference(bucket, finding)))
  }
  return found
}
