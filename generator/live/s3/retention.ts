import type { Environment } from './bucket-name.ts'
import type { BucketDescription } from './description.ts'

/** A bucket's description as it holds in this environment, and what a person should be told about that. */
export interface RetainedBucket {
  readonly description: BucketDescription
  readonly note?: string
}

/**
 * Outside production a lock may be shortened, so that test data can be removed again: `STOWAGE_LOCK_RETAIN_DAYS` days, where
 * `STOWAGE_ENV` is set and is not `production`. It is never lengthened.
 */
export function retainedHere(description: BucketDescription, environment: Environment): RetainedBucket {
  const { STOWAGE_LOCK_RETAIN_DAYS: asked = '', STOWAGE_ENV: stage = '' } = environment
  const { retention, name } = description
  if (asked === '' || retention === undefined) return { description }
  const ignored = (why: string): RetainedBucket => ({
    description,
    note: `STOWAGE_LOCK_RETAIN_DAYS is ignored for bucket ${name}: ${why}`,
  })
  if (stage === '') return ignored('STOWAGE_ENV is not set')
  if (stage === 'production') return ignored('STOWAGE_ENV is production')
  const days = Number(asked)
  if (!/^[1-9][0-9]{0,4}$/.test(asked)) return ignored('it is not a whole number of days, at least 1')
  if (days >= retention.Days) return ignored(`the spec says ${retention.Days} days, which is no longer`)
  return {
    description: { ...description, retention: { ...retention, Days: days } },
    note: `bucket ${name}: default retention shortened from ${retention.Days} days to ${asked}, for STOWAGE_ENV is ${stage}`,
  }
}
