import { stagingBucket, stagingPrefix } from '../keys/staging.ts'
import type { Tenant } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'
import { namedByOperations } from './live-intents.ts'

/**
 * Removes staged bytes that no operation names: uploads that nobody attached to a record.
 * @param graceMs what is younger may still be attached
 * @param tenant whose; everybody's where none is named
 * @returns how many went
 */
export async function removeAbandonedStages(
  stores: Stores,
  graceMs: number,
  limit: number,
  tenant?: Tenant,
): Promise<number> {
  const bucket = stagingBucket(stores.description)
  if (bucket === undefined) return 0
  const before = new Date(stores.now().getTime() - graceMs)
  const prefix = tenant === undefined ? stagingPrefix : `${stagingPrefix}${tenant.refId}/`
  const old: string[] = []
  for await (const { key, lastModified } of stores.objects.list(stores.bucket(bucket), prefix)) {
    if (lastModified <= before) old.push(key)
    if (old.length >= limit) break
  }
  const named = await namedByOperations(stores, old)
  const abandoned = old.filter((key) => !named.has(key))
  for (const key of abandoned) await stores.objects.remove({ bucket: stores.bucket(bucket), key })
  return abandoned.length
}
