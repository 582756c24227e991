import type { DefaultRetention, ObjectLockConfiguration } from '@aws-sdk/client-s3'
import { type Aspect, defineAspect, type Finding, type WantedBucket } from '../aspect.ts'
import type { BucketRetention } from '../description.ts'

export const objectLock: Aspect = defineAspect<ObjectLockConfiguration>({
  name: 'object lock',
  absent: ['ObjectLockConfigurationNotFoundError', 'NoSuchObjectLockConfiguration', 'ObjectLockConfigurationNotFound'],
  given: ({ description }) => (description.objectLockEnabled ? { ObjectLockEnabled: 'Enabled' } : undefined),
  async read(api, bucket) {
    return (await api.getObjectLockConfiguration({ Bucket: bucket })).ObjectLockConfiguration
  },
  compare(wanted, found) {
    const isLocked = found?.ObjectLockEnabled === 'Enabled'
    if (wanted.description.objectLockEnabled && !isLocked) return [notLocked(wanted)]
    return [
      ...(isLocked && !wanted.description.objectLockEnabled ? [lockedForNothing] : []),
      ...(isLocked ? compareRetention(wanted, found.Rule?.DefaultRetention) : []),
    ]
  },
})

const lockedForNothing: Finding = {
  fact: 'object lock',
  wanted: 'off',
  found: 'Enabled',
  help: 'it cannot be turned off: say `lock` in the spec, or use another bucket',
  remedy: 'leave',
}

function notLocked({ description: { retention }, name }: WantedBucket): Finding {
  return {
    fact: 'object lock',
    wanted: 'Enabled',
    found: 'off',
    help:
      'most servers lock only what was made for it: give the variable another name, apply, and copy the objects there; ' +
      'where the server can (AWS), `stowage apply --replace` turns it on, for ever',
    remedy: 'replace',
    mend: (api) => api.putObjectLockConfiguration({ Bucket: name, ObjectLockConfiguration: configuration(retention) }),
  }
}

function compareRetention(
  { description: { retention: wanted }, name }: WantedBucket,
  found: DefaultRetention | undefined,
): readonly Finding[] {
  const actual = found === undefined ? undefined : retentionText(found)
  const expected = wanted === undefined ? undefined : retentionText(wanted)
  if (actual === expected) return []
  return [
    {
      fact: 'default retention',
      wanted: expected ?? 'none',
      found: actual ?? 'none',
      ...(actual === undefined
        ? {}
        : { help: 'set the described one with `stowage apply --replace`: it holds for what is written from then on' }),
      remedy: actual === undefined ? 'add' : 'replace',
      mend: (api) => api.putObjectLockConfiguration({ Bucket: name, ObjectLockConfiguration: configuration(wanted) }),
    },
  ]
}

function configuration(retention: BucketRetention | undefined): ObjectLockConfiguration {
  return {
    ObjectLockEnabled: 'Enabled',
    ...(retention === undefined ? {} : { Rule: { DefaultRetention: { ...retention } } }),
  }
}

const daysOfYear = 365

function retentionText({ Mode, Days, Years }: DefaultRetention): string {
  const days = Days ?? (Years ?? 0) * daysOfYear
  return `${Mode ?? 'no mode'}, ${days} ${days === 1 ? 'day' : 'days'}`
}
