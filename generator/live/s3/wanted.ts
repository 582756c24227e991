import type { WantedBucket } from './aspect.ts'
import type { BucketApi } from './bucket-api.ts'
import { type Environment, type NamedBucket, namedBuckets } from './bucket-name.ts'
import type { BucketDescription } from './description.ts'
import { retainedHere } from './retention.ts'

/** What applying to S3 and comparing with it take beside the buckets. */
export interface S3Options {
  /** Where the buckets' real names are found, `STOWAGE_ENV` and `STOWAGE_LOCK_RETAIN_DAYS`. Default: of the process. */
  readonly environment?: Environment
  /**
   * When buckets are to deny requests without TLS. Default `over-tls`: not where the client itself speaks to an `http:`
   * endpoint, a development server for instance, for it would lock itself out.
   */
  readonly denyInsecure?: 'over-tls' | 'always'
  /** Is told what is neither a step nor a difference: that a lock is shorter than the spec says. */
  readonly note?: (text: string) => void
}

/** @throws BucketVariablesError where an environment variable is not set or holds no bucket's name. */
export async function wantedBuckets(
  api: BucketApi,
  buckets: readonly BucketDescription[],
  { environment = process.env, denyInsecure = 'over-tls', note = () => {} }: S3Options,
): Promise<readonly WantedBucket[]> {
  const named = namedBuckets(buckets, environment)
  const isInsecure = (await protocolOf(api, environment)) === 'http:'
  const leavesOff = isInsecure && denyInsecure !== 'always'
  if (leavesOff && buckets.some(({ secureTransport }) => secureTransport)) {
    note('requests without TLS stay allowed: the endpoint is http:, and nobody could reach the buckets any more')
  }
  return named.map(({ description, name }) => {
    const here = retainedHere(description, environment)
    if (here.note !== undefined) note(here.note)
    return { description: here.description, name, secureTransport: description.secureTransport && !leavesOff }
  })
}

/**
 * How the client speaks to the server. It looks an endpoint of the environment up at each command and keeps it to itself,
 * so that has to be read here, too: `AWS_ENDPOINT_URL_S3`, `AWS_ENDPOINT_URL`.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
async function protocolOf(api: BucketApi, environment: Environment): Promise<string | undefined> {
  const endpoint = await api.config.endpoint?.()
  if (endpoint !== undefined) return endpoint.protocol
  const { AWS_ENDPOINT_URL: forAll, AWS_ENDPOINT_URL_S3: url = forAll } = environment
  return url === undefined ? undefined : /^[a-z]+:/i.exec(url)?.[0].toLowerCase()
}

/** A bucket in a report: as the spec calls it, and as it is really called. */
export function bucketPlace({ description, name }: NamedBucket): string {
  return description.name === name ? `bucket ${name}` : `bucket ${description.name} (${name})`
}
