import { setTimeout as sleep } from 'node:timers/promises'
import { type S3, S3ServiceException } from '@aws-sdk/client-s3'
import type { Opened } from '../proof.ts'
import { attempt } from './attempt.ts'
import { clientOf, endpointOf, type Reach } from './client.ts'
import { Clock } from './clock.ts'
import type { S3Facts } from './facts.ts'
import { type Features, featuresOf } from './features.ts'
import { markAsOwn, newBucketName, removeBucket, removeLeftOver } from './own-buckets.ts'
import type { DescribedBucket, GeneratedPackage } from './package.ts'
import { type OwnBuckets, ownBuckets, type Session } from './session.ts'

/** Long enough for a few requests to a server far away. */
const usualLockSeconds = 8

/**
 * Makes buckets beside those of the spec, which are neither read nor written: one as the package makes it, which stays
 * empty, and one for objects, whose locks last for seconds. Whatever fails, what was made is removed again.
 *
 * @param load gives the generated package
 * @param lockSeconds for how long a trial locks something
 */
export async function openS3(
  reach: Reach,
  facts: S3Facts,
  load: () => Promise<GeneratedPackage>,
  lockSeconds: number = usualLockSeconds,
): Promise<Opened<Session>> {
  const api = clientOf(reach)
  const stranger = reach.stranger === undefined ? undefined : clientOf(reach, reach.stranger)
  const clock = new Clock()
  const made: string[] = []
  const close = async (): Promise<readonly string[]> => {
    try {
      await sleep(clock.untilUnlocked())
      const stays: string[] = []
      for (const name of made) stays.push(...(await removeBucket(api, name)))
      return stays
    } finally {
      api.destroy()
      stranger?.destroy()
    }
  }
  const newName = (base: string): string => {
    const name = newBucketName(reach.prefix, base)
    made.push(name)
    return name
  }
  try {
    await demandReached(api)
    const endpoint = await endpointOf(api)
    await removeLeftOver(api, reach.prefix)
    const trial = newName('trial')
    const features = await featuresOf(api, trial, clock)
    await markAsOwn(api, trial)
    const generated = await load()
    // Where requests without TLS are told, a policy against them would lock these tests out.
    const denyInsecure = endpoint?.protocol === 'http:' && features.tellsTransport ? 'over-tls' : 'always'
    const make = (kind: string, change: (bucket: DescribedBucket) => DescribedBucket): Promise<OwnBuckets> =>
      makeBuckets(api, denyInsecure, generated, ({ name }) => newName(`${name}${kind}`), change)
    const described = await make('-described', (bucket) => bucket)
    const used = await make('', (bucket) => forUse(bucket, features))
    for (const bucket of facts.buckets) await demandNoDefault(api, used.name(bucket))
    let last = 0
    const next = (): number => {
      last += 1
      return last
    }
    const { sessions } = reach
    const session = { facts, api, sessions, features, clock, generated, lockSeconds, described, used, next }
    return {
      session: stranger === undefined ? session : { ...session, stranger },
      server: `${await whereIs(api)}, in ${made.length} buckets of its own${remarkOn(features)}`,
      close,
    }
  } catch (error) {
    const stays = await close()
    if (stays.length === 0) throw error
    throw new Error(`${error instanceof Error ? error.message : error}; left behind: ${stays.join(', ')}`)
  }
}

const unknownKeys: ReadonlySet<string> = new Set([
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'InvalidToken',
  'ExpiredToken',
])

/** @throws Error without secrets where the server is not there or does not know the keys */
async function demandReached(api: S3): Promise<void> {
  try {
    await api.listBuckets({})
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // Who may not list buckets may still make some.
    if (error instanceof S3ServiceException && !unknownKeys.has(error.name)) return
    const reason = [error.name, error.message].filter((text) => text !== '').join(': ')
    throw new Error(`cannot work with ${await whereIs(api)}: ${reason}`)
  }
}

/** The server as it may be shown. */
async function whereIs(api: S3): Promise<string> {
  return (await endpointOf(api))?.host ?? `AWS, ${await api.config.region()}`
}

/** What an object is put into is not locked for years, and is a bucket that this server still takes objects for. */
function forUse(bucket: DescribedBucket, { writesWhereAclsAreBlocked }: Features): DescribedBucket {
  const { retention: _, ...rest } = bucket
  if (writesWhereAclsAreBlocked) return rest
  return { ...rest, publicAccessBlock: { ...rest.publicAccessBlock, BlockPublicAcls: false } }
}

/** @throws Error where a bucket locks what is put into it: nobody could remove it for years */
async function demandNoDefault(api: S3, Bucket: string): Promise<void> {
  const found = await attempt(api.getObjectLockConfiguration({ Bucket }))
  if ('done' in found && found.done.ObjectLockConfiguration?.Rule !== undefined) {
    throw new Error(`bucket ${Bucket} has a default retention, so nothing is put into it`)
  }
}

async function makeBuckets(
  api: S3,
  denyInsecure: OwnBuckets['denyInsecure'],
  generated: GeneratedPackage,
  nameFor: (bucket: DescribedBucket) => string,
  change: (bucket: DescribedBucket) => DescribedBucket,
): Promise<OwnBuckets> {
  const names = new Map(Object.values(generated.buckets).map((bucket) => [bucket.env, nameFor(bucket)]))
  const own = ownBuckets(names, denyInsecure)
  const changed = Object.entries(generated.buckets).map(([name, bucket]) => [name, change(bucket)] as const)
  await generated.applyToClient(api, Object.fromEntries(changed), { environment: own.environment, denyInsecure })
  for (const name of names.values()) await markAsOwn(api, name)
  return own
}

function remarkOn({ writesWhereAclsAreBlocked }: Features): string {
  if (writesWhereAclsAreBlocked) return ''
  return '; it takes no object where BlockPublicAcls is set, so objects are put where that switch is off'
}
