import type { Finding, WantedBucket } from './aspect.ts'
import type { BucketApi } from './bucket-api.ts'
import { lookFor, mayNot, unsupported } from './examine.ts'
import { isAnswer, isUnsupported } from './server-error.ts'

/**
 * Makes a bucket in the client's region; `undefined` where it is there now, made by this or by another process. Else why it
 * is not.
 */
export async function createBucket(api: BucketApi, { name, description }: WantedBucket): Promise<Finding | undefined> {
  const lock = description.objectLockEnabled
  try {
    // The region is the SDK's to say.
    await api.createBucket({ Bucket: name, ...(lock ? { ObjectLockEnabledForBucket: true } : {}) })
    return undefined
  } catch (error) {
    const said = isAnswer(error)
    if (said === undefined) throw error
    const missing = { fact: 'missing', remedy: 'leave', found: `refused: ${said.code}` } as const
    if (said.code.includes('LocationConstraint')) {
      const region = await api.config.region()
      const help = `the server has no region ${region}: say its own in the variable, us-east-1 on most that are not AWS`
      return { ...missing, help }
    }
    switch (said.code) {
      // Another process is making it at this moment, or has just done so.
      case 'BucketAlreadyOwnedByYou':
      case 'OperationAborted':
        return undefined
      case 'BucketAlreadyExists':
        // Ceph's gateway says so of a bucket of one's own, too.
        if ((await lookFor(api, name)).is === 'present') return undefined
        return { ...missing, help: `somebody else has a bucket of this name: give ${description.env} another one` }
      default:
        if (!isUnsupported(said)) return { ...missing, help: mayNot(said) }
        return unsupported({ ...missing, wanted: lock ? 'with object lock' : 'created' }, said)
    }
  }
}
