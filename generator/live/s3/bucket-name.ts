import type { BucketDescription } from './description.ts'

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Environment variables that name buckets are not set, hold what is no name, or name one bucket twice. */
export class BucketVariablesError extends Error {
  override readonly name = 'BucketVariablesError'
  readonly variables: readonly string[]

  constructor(message: string, variables: readonly string[]) {
    super(message)
    this.variables = variables
  }
}

/**
 * The bucket's real name.
 *
 * @throws BucketVariablesError where the environment variable is not set.
 */
export function bucketName(bucket: BucketDescription, environment: Environment = process.env): string {
  const name = environment[bucket.env]
  if (name === undefined || name === '') throw notSet([bucket])
  return name
}

/** A bucket beside its real name. */
export interface NamedBucket {
  readonly description: BucketDescription
  readonly name: string
}

/**
 * Buckets with their real names.
 *
 * @throws BucketVariablesError where environment variables are not set or hold no bucket's name, all of which it names, or
 * where two are equal.
 */
export function namedBuckets(buckets: readonly BucketDescription[], environment: Environment): readonly NamedBucket[] {
  const missing = buckets.filter(({ env }) => (environment[env] ?? '') === '')
  if (missing.length > 0) throw notSet(missing)
  const refused = buckets.filter((bucket) => !isBucketName(bucketName(bucket, environment)))
  if (refused.length > 0) throw notTaken(refused, environment)
  const taken = new Map<string, string>()
  return buckets.map((description) => {
    const name = bucketName(description, environment)
    const other = taken.get(name)
    if (other !== undefined) {
      throw new BucketVariablesError(`${other} and ${description.env} both name the bucket ${name}`, [
        other,
        description.env,
      ])
    }
    taken.set(name, description.env)
    return { description, name }
  })
}

/** Source: AWS, "General purpose bucket naming rules"; what is left out are beginnings and ends that AWS keeps for itself. */
const nameRule =
  '3 to 63 small letters, digits, dots and hyphens, a letter or digit first and last, no two dots in a row, no IP address'

function isBucketName(name: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !name.includes('..') && !/^\d+(?:\.\d+){3}$/.test(name)
}

function notTaken(buckets: readonly BucketDescription[], environment: Environment): BucketVariablesError {
  const all = buckets.map((bucket) => `${bucket.env} (${JSON.stringify(bucketName(bucket, environment))})`).join(', ')
  return new BucketVariablesError(
    `${buckets.length === 1 ? 'an environment variable holds' : 'environment variables hold'} no name that S3 takes for a bucket: ${all}; a name is ${nameRule}`,
    buckets.map(({ env }) => env),
  )
}

function notSet(buckets: readonly BucketDescription[]): BucketVariablesError {
  const all = buckets.map(({ env, name }) => `${env} (it names the bucket ${name})`).join(', ')
  const message = `${buckets.length === 1 ? 'an environment variable is' : 'environment variables are'} not set: ${all}`
  return new BucketVariablesError(
    message,
    buckets.map(({ env }) => env),
  )
}
