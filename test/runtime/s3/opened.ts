import { S3 } from '@aws-sdk/client-s3'
import type { S3Options } from '../../../runtime/src/s3/options.ts'
import { s3Store } from '../../../runtime/src/s3/s3-store.ts'
import { type Observer, silent } from '../../../runtime/src/scoped/observer.ts'
import type { ObjectStore } from '../../../runtime/src/stores/objects.ts'
import { type S3Account, s3Account } from '../../support/s3-server.ts'

/** A store on a server, with a plain bucket, one that keeps versions, and one whose objects may be locked. */
export interface Opened {
  readonly account: S3Account
  readonly store: ObjectStore
  /** The SDK itself, for what the store does not do and for what it is to be seen by. */
  readonly api: S3
  readonly plain: string
  readonly versioned: string
  readonly locked: string
  close(): Promise<void>
}

const description = { project: 'p', entities: {}, valueTypes: {}, enums: {}, urls: {} }

export function optionsFor(
  at: Pick<S3Account, 'endpoint' | 'region' | 'credentials'>,
  changes: Partial<S3Options> = {},
  observer: Observer = silent,
): S3Options {
  const { endpoint, region, credentials } = at
  return {
    description,
    endpoint,
    region,
    credentials,
    pathStyle: true,
    timeouts: { connectMs: 2_000, requestMs: 20_000 },
    retries: { attempts: 3, baseMs: 1, maxMs: 5, totalMs: 20_000 },
    observer,
    ...changes,
  }
}

export async function openStore(): Promise<Opened> {
  const account = await s3Account()
  const { endpoint, region, credentials, prefix, features } = account
  const api = new S3({ endpoint, region, credentials: { ...credentials }, forcePathStyle: true, maxAttempts: 2 })
  const [plain, versioned, locked] = [`${prefix}plain`, `${prefix}versioned`, `${prefix}locked`]
  await api.createBucket({ Bucket: plain })
  await api.createBucket({ Bucket: versioned })
  await api.createBucket({ Bucket: locked, ...(features.locks ? { ObjectLockEnabledForBucket: true } : {}) })
  if (features.locks) {
    await api.putBucketVersioning({ Bucket: versioned, VersioningConfiguration: { Status: 'Enabled' } })
  }
  const store = s3Store(optionsFor(account))
  return {
    account,
    api,
    store,
    plain,
    versioned,
    locked,
    close: async () => {
      await store.close()
      api.destroy()
      await account.stop()
    },
  }
}
