import type { Difference } from '../report.ts'
import type { Aspect, Finding, WantedBucket } from './aspect.ts'
import { lifecycle } from './aspects/lifecycle.ts'
import { objectLock } from './aspects/object-lock.ts'
import { policy } from './aspects/policy.ts'
import { publicAccess } from './aspects/public-access.ts'
import { versioning } from './aspects/versioning.ts'
import type { BucketApi } from './bucket-api.ts'
import { isAnswer, isUnsupported, type ServerError } from './server-error.ts'
import { bucketPlace } from './wanted.ts'

/** The sides of a bucket, in the order in which they are set: a lock needs versions. */
export const aspects: readonly Aspect[] = [versioning, objectLock, publicAccess, lifecycle, policy]

/** Whether a bucket can be looked at. */
export type Existence = { readonly is: 'present' | 'missing' } | { readonly is: 'closed'; readonly finding: Finding }

/**
 * Looks for a bucket. One that belongs to somebody else, or is in another region, is closed.
 *
 * @throws what the client throws where the server cannot be reached or knows the keys not.
 */
export async function lookFor(api: BucketApi, name: string): Promise<Existence> {
  try {
    await api.headBucket({ Bucket: name })
    return { is: 'present' }
  } catch (error) {
    const said = isAnswer(error)
    if (said?.status === 404) return { is: 'missing' }
    if (said === undefined) throw error
  }
  // The answer to HEAD has no body, so it cannot say why.
  try {
    await api.getBucketVersioning({ Bucket: name })
    return { is: 'present' }
  } catch (error) {
    const said = isAnswer(error)
    if (said === undefined) throw error
    if (said.code === 'NoSuchBucket') return { is: 'missing' }
    return isUnsupported(said) ? { is: 'present' } : { is: 'closed', finding: closed(said) }
  }
}

function closed({ code, status }: ServerError): Finding {
  const isElsewhere = status === 301 || status === 307 || status === 400
  return {
    fact: isElsewhere ? 'region' : 'access',
    found: `refused: ${code}`,
    help: isElsewhere
      ? 'the bucket is in another region than the client: see the variables of region and endpoint'
      : 'it belongs to another account, whose name nobody else can take, or these keys may not read it',
    remedy: 'leave',
  }
}

/** In what one side of a bucket differs. */
export async function examine(api: BucketApi, bucket: WantedBucket, aspect: Aspect): Promise<readonly Finding[]> {
  try {
    return await aspect.look(api, bucket)
  } catch (error) {
    const said = isAnswer(error)
    if (said === undefined) throw error
    const ifAbsent = aspect.withNothing(bucket)
    if (aspect.absent.includes(said.code)) return ifAbsent
    if (isUnsupported(said)) return ifAbsent.map((finding) => unsupported(finding, said))
    return [{ fact: aspect.name, found: `not readable: ${said.code}`, help: mayNot(said), remedy: 'leave' }]
  }
}

/** What is wanted of a server that does not know it. */
export function unsupported({ fact, wanted }: Finding, { code }: ServerError): Finding {
  return {
    fact,
    ...(wanted === undefined ? {} : { wanted }),
    found: `not known to this server: ${code}`,
    help: 'the server cannot do it: use one that can, or see to it another way',
    remedy: 'leave',
  }
}

export function mayNot({ code, message }: ServerError): string {
  if (code === 'AccessDenied') return 'allow it to these keys'
  return message ?? 'the server says no more than this: its own log may'
}

export function difference(bucket: WantedBucket, { fact, wanted, found, help }: Finding): Difference {
  return {
    store: 's3',
    place: bucketPlace(bucket),
    fact,
    ...(wanted === undefined ? {} : { wanted }),
    ...(found === undefined ? {} : { found }),
    ...(help === undefined ? {} : { help }),
  }
}
