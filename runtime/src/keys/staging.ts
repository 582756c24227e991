import type { Description } from '../description/description.ts'
import { keyPath } from './key-path.ts'

/** What the key of everything begins with that waits to be verified and copied to its place. */
export const stagingPrefix = 'stowage-staging/'

const own = keyPath('staging', [stagingPrefix, { name: 'tenant', form: 'ulid' }, '/', { name: 'upload', form: 'ulid' }])
const shared = keyPath('staging', [`${stagingPrefix}shared/`, { name: 'upload', form: 'ulid' }])

/**
 * The key of staged bytes. It holds no name of a record: an upload may come before the record is made.
 *
 * @param tenant public id; undefined for what belongs to no tenant
 * @throws InvalidInput where `upload` is no ULID
 */
export function stagingKey(tenant: string | undefined, upload: string): string {
  return tenant === undefined ? shared.build({ upload }) : own.build({ tenant, upload })
}

/** Whose staged bytes a key is of; undefined where it is no such key. */
export function parseStagingKey(key: string): { readonly tenant?: string; readonly upload: string } | undefined {
  const found = own.parse(key) ?? shared.parse(key)
  if (found === undefined) return undefined
  const { tenant, upload } = found
  return { ...(tenant === undefined ? {} : { tenant: String(tenant) }), upload: String(upload) }
}

/**
 * The bucket, by the spec's name, where bytes are staged: the first without a lock, which would keep the leftovers too.
 * Undefined where every bucket has one.
 */
export function stagingBucket({ s3 }: Description): string | undefined {
  return Object.entries(s3?.buckets ?? {}).find(([, { lock }]) => lock === undefined)?.[0]
}
