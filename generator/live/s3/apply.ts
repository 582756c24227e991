import type { ApplyOptions, ApplyReport, Difference, Step } from '../report.ts'
import type { Aspect, Finding, WantedBucket } from './aspect.ts'
import type { BucketApi } from './bucket-api.ts'
import { createBucket } from './create-bucket.ts'
import type { BucketDescription } from './description.ts'
import { aspects, difference, examine, lookFor } from './examine.ts'
import { mend } from './mend.ts'
import { bucketPlace, type S3Options, wantedBuckets } from './wanted.ts'

/**
 * Brings buckets to their descriptions: creates what is missing, and makes stricter what may be made so without harm. What
 * is there and differs is told, and changed only with `replace`; nothing is ever removed. What the server does not know, or
 * refuses, is a difference. A dry run reads alone. May be run any number of times, also by several processes at once.
 *
 * @throws BucketVariablesError where an environment variable is not set; what the client throws where the server cannot be
 * reached or does not know the keys.
 */
export async function applyS3(
  api: BucketApi,
  buckets: readonly BucketDescription[],
  options: ApplyOptions & S3Options = {},
): Promise<ApplyReport> {
  const steps: Step[] = []
  const differences: Difference[] = []
  for (const bucket of await wantedBuckets(api, buckets, options)) {
    const report = await applyBucket(api, bucket, options)
    steps.push(...report.steps)
    differences.push(...report.differences)
  }
  return { steps, differences }
}

async function applyBucket(api: BucketApi, bucket: WantedBucket, options: ApplyOptions): Promise<ApplyReport> {
  const place = bucketPlace(bucket)
  const existence = await lookFor(api, bucket.name)
  if (existence.is === 'closed') return { steps: [], differences: [difference(bucket, existence.finding)] }
  const isNew = existence.is === 'missing'
  if (isNew && options.dryRun !== true) {
    const refused = await createBucket(api, bucket)
    if (refused !== undefined) return { steps: [], differences: [difference(bucket, refused)] }
  }
  const steps: Step[] = [isNew ? { store: 's3', action: 'create', place } : kept(place)]
  const differences: Difference[] = []
  for (const aspect of aspects) {
    const findings = isNew && options.dryRun === true ? aspect.ofNew(bucket) : await examine(api, bucket, aspect)
    const done = await applyAspect(api, bucket, aspect, findings, options)
    if (findings.length === 0 && !isNew) steps.push(kept(`${aspect.name} of ${place}`))
    steps.push(...done.mended.map((finding) => stepOf(place, finding, isNew)))
    differences.push(...done.left.map((finding) => difference(bucket, finding)))
  }
  return { steps, differences }
}

function kept(place: string): Step {
  return { store: 's3', action: 'keep', place }
}

function stepOf(bucket: string, { fact, wanted = '', found = '' }: Finding, isNew: boolean): Step {
  const place = `${fact} of ${bucket}`
  return isNew
    ? { store: 's3', action: 'create', place, detail: wanted }
    : { store: 's3', action: 'change', place, detail: `${found} becomes ${wanted}` }
}

interface Done {
  readonly mended: readonly Finding[]
  readonly left: readonly Finding[]
}

async function applyAspect(
  api: BucketApi,
  bucket: WantedBucket,
  aspect: Aspect,
  findings: readonly Finding[],
  { dryRun = false, replace = false }: ApplyOptions,
): Promise<Done> {
  const isMine = ({ remedy }: Finding): boolean => remedy === 'add' || (remedy === 'replace' && replace)
  const left = findings.filter((finding) => !isMine(finding))
  const mine = findings.filter(isMine)
  if (dryRun || mine.length === 0) return { mended: mine, left }
  const done = await mend(api, bucket, aspect, mine)
  return { mended: done.mended, left: [...left, ...done.left] }
}
