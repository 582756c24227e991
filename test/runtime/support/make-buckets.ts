import { S3 } from '@aws-sdk/client-s3'
import { bucketsOf } from '../../../generator/catalog/s3/index.ts'
import { applyS3 } from '../../../generator/live/s3/apply.ts'
import type { Model } from '../../../generator/model/model.ts'
import type { S3Account } from '../../support/s3-server.ts'

/**
 * Makes the buckets of a spec, as strict as the server can: what a stand-in does not know is left out. A lock by default
 * lasts a day, and on a server that outlives the run there is none, since nothing could be removed again.
 *
 * @returns real names by the spec's
 */
export async function makeBuckets(account: S3Account, model: Model): Promise<Readonly<Record<string, string>>> {
  const { endpoint, region, credentials, prefix, features } = account
  const api = new S3({ endpoint, region, credentials: { ...credentials }, forcePathStyle: true, maxAttempts: 2 })
  // radosgw takes every PUT for one with a public list of access where that is blocked, and refuses it.
  const all = bucketsOf(model).map(({ publicAccessBlock, ...bucket }) => ({
    ...bucket,
    publicAccessBlock: { ...publicAccessBlock, BlockPublicAcls: false },
  }))
  const environment = Object.fromEntries(all.map(({ env, name }) => [env, `${prefix}${name.replaceAll('_', '-')}`]))
  const outlivesRun = (process.env.S3_ENDPOINT ?? '') !== ''
  try {
    if (features.locks && !outlivesRun) {
      await applyS3(api, all, {
        environment: { ...environment, STOWAGE_ENV: 'test', STOWAGE_LOCK_RETAIN_DAYS: '1' },
        denyInsecure: 'over-tls',
      })
    } else {
      for (const { env, versioning, objectLockEnabled } of all) {
        const locks = objectLockEnabled && features.locks
        await api.createBucket({ Bucket: environment[env], ...(locks ? { ObjectLockEnabledForBucket: true } : {}) })
        if (!locks && versioning !== undefined && features.locks)
          await api.putBucketVersioning({ Bucket: environment[env], VersioningConfiguration: { Status: 'Enabled' } })
      }
    }
  } finally {
    api.destroy()
  }
  return Object.fromEntries(all.map(({ name, env }) => [name, environment[env] ?? '']))
}
