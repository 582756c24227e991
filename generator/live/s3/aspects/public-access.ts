import type { PublicAccessBlockConfiguration } from '@aws-sdk/client-s3'
import { type Aspect, defineAspect } from '../aspect.ts'
import type { PublicAccessBlock } from '../description.ts'

export const publicAccess: Aspect = defineAspect<PublicAccessBlockConfiguration>({
  name: 'public access block',
  absent: ['NoSuchPublicAccessBlockConfiguration'],
  async read(api, bucket) {
    return (await api.getPublicAccessBlock({ Bucket: bucket })).PublicAccessBlockConfiguration
  },
  compare({ description: { publicAccessBlock: wanted }, name }, found) {
    const open = switches.filter((key) => wanted[key] && found?.[key] !== true)
    if (open.length === 0) return []
    return [
      {
        fact: 'public access block',
        wanted: 'all public access blocked',
        found: found === undefined ? 'none' : `open: ${open.join(', ')}`,
        remedy: 'add',
        mend: (api) =>
          api.putPublicAccessBlock({ Bucket: name, PublicAccessBlockConfiguration: { ...found, ...wanted } }),
      },
    ]
  },
})

const switches: readonly (keyof PublicAccessBlock)[] = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
]
