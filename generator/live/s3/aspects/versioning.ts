import { type Aspect, defineAspect } from '../aspect.ts'
import type { BucketApi } from '../bucket-api.ts'

export const versioning: Aspect = defineAspect<string>({
  name: 'versioning',
  absent: [],
  given: ({ description }) => (description.objectLockEnabled ? 'Enabled' : undefined),
  async read(api, bucket) {
    return (await api.getBucketVersioning({ Bucket: bucket })).Status
  },
  compare({ description, name }, found) {
    const wanted = description.versioning.Status
    if (wanted === found) return []
    const put = (Status: 'Enabled' | 'Suspended') => ({
      mend: (api: BucketApi) => api.putBucketVersioning({ Bucket: name, VersioningConfiguration: { Status } }),
    })
    if (wanted !== undefined) {
      return [{ fact: 'versioning', wanted, found: found ?? 'never enabled', remedy: 'add', ...put(wanted) }]
    }
    // What was versioned once can only be suspended, which is as near to the description as it can get.
    if (found === 'Suspended') return []
    const help = description.objectLockEnabled
      ? {}
      : { help: 'keep it and say `versioned: true` in the spec, or suspend it with `stowage apply --replace`' }
    return [{ fact: 'versioning', wanted: 'off', found: found ?? '', remedy: 'replace', ...help, ...put('Suspended') }]
  },
})
