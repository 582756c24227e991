import type { Retention } from '../stores/objects.ts'
import type { StoreOptions } from './options.ts'

/** The lock that is set: in an environment that says it is not production it may be asked to be shorter. */
export function shortened(
  retention: Retention,
  { retain, observer }: Pick<StoreOptions, 'retain' | 'observer'>,
  stage: string | undefined = process.env.STOWAGE_ENV,
): Retention {
  if (retain === undefined) return retention
  if (stage === undefined || stage === '' || stage === 'production') {
    observer.log('warning', 'locks are not shortened: STOWAGE_ENV is not set, or is production')
    return retention
  }
  const until = new Date(Date.now() + retain)
  if (until >= retention.until) return retention
  observer.log('warning', 'a lock is shortened, for STOWAGE_ENV is not production', { seconds: retain / 1000 })
  return { ...retention, until }
}
