import type { LifecycleRule, S3 } from '@aws-sdk/client-s3'
import type { BucketDescription } from '../../generator/live/s3/description.ts'

/** What somebody did to a bucket, what must be said of it, and what brings it back. */
export interface Mutation {
  /** Which bucket of a spec it can be done to. */
  readonly fits: (bucket: BucketDescription) => boolean
  /** Changes one thing. */
  readonly make: (api: S3, Bucket: string, bucket: BucketDescription) => Promise<unknown>
  /** Of all differences there may be, in their order. */
  readonly facts: readonly string[] | ((bucket: BucketDescription) => readonly string[])
  /** `apply`: every apply mends it. `replace`: only one that may replace. `never`: a person must. */
  readonly mendedBy: 'apply' | 'replace' | 'never'
  /** Only where the bucket can hold a policy that denies requests without TLS. */
  readonly needsPolicy?: boolean
}

const every = (): boolean => true
const isLocked = ({ objectLockEnabled }: BucketDescription): boolean => objectLockEnabled
const isFree = ({ objectLockEnabled }: BucketDescription): boolean => !objectLockEnabled
const isVersioned = (bucket: BucketDescription): boolean => isFree(bucket) && bucket.versioning.Status === 'Enabled'
const isPlain = (bucket: BucketDescription): boolean => isFree(bucket) && bucket.versioning.Status === undefined

function rulesOf({ lifecycle }: BucketDescription): LifecycleRule[] {
  return lifecycle.Rules.map(({ Filter, ...rule }) => ({ ...rule, Filter: { ...Filter } }))
}

function putRules(api: S3, Bucket: string, Rules: LifecycleRule[]): Promise<unknown> {
  return api.putBucketLifecycleConfiguration({ Bucket, LifecycleConfiguration: { Rules } })
}

function retain(api: S3, Bucket: string, retention: { Mode: 'COMPLIANCE' | 'GOVERNANCE'; Days: number } | undefined) {
  const rule = retention === undefined ? {} : { Rule: { DefaultRetention: retention } }
  return api.putObjectLockConfiguration({ Bucket, ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', ...rule } })
}

const allow = (Bucket: string): object => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: `arn:aws:s3:::${Bucket}/*`,
})

/** Statements more than what is there. */
async function addStatement(api: S3, Bucket: string, statement: object): Promise<void> {
  const { Policy = '{}' } = await api.getBucketPolicy({ Bucket }).catch(() => ({ Policy: undefined }))
  const { Statement = [] }: { Statement?: readonly object[] } = JSON.parse(Policy)
  const document = { Version: '2012-10-17', Statement: [...Statement, statement] }
  await api.putBucketPolicy({ Bucket, Policy: JSON.stringify(document) })
}

const allOpen = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
} as const

export const mutations: Readonly<Record<string, Mutation>> = {
  'versions suspended': {
    fits: isVersioned,
    make: (api, Bucket) => api.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Suspended' } }),
    facts: ['versioning'],
    mendedBy: 'apply',
  },
  'versions that nobody asked for': {
    fits: isPlain,
    make: (api, Bucket) => api.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }),
    facts: ['versioning'],
    mendedBy: 'replace',
  },
  'the public access block removed': {
    fits: every,
    make: (api, Bucket) => api.deletePublicAccessBlock({ Bucket }),
    facts: ['public access block'],
    mendedBy: 'apply',
  },
  'one switch of the public access block turned off': {
    fits: every,
    make: (api, Bucket) =>
      api.putPublicAccessBlock({
        Bucket,
        PublicAccessBlockConfiguration: { ...allOpen, RestrictPublicBuckets: false },
      }),
    facts: ['public access block'],
    mendedBy: 'apply',
  },
  'the lifecycle removed': {
    fits: every,
    make: (api, Bucket) => api.deleteBucketLifecycle({ Bucket }),
    facts: ({ lifecycle }) => lifecycle.Rules.map(({ ID }) => `lifecycle rule ${ID}`),
    mendedBy: 'apply',
  },
  'one rule of the lifecycle removed': {
    fits: ({ lifecycle }) => lifecycle.Rules.length > 1,
    make: (api, Bucket, bucket) => putRules(api, Bucket, rulesOf(bucket).slice(1)),
    facts: ({ lifecycle }) => lifecycle.Rules.slice(0, 1).map(({ ID }) => `lifecycle rule ${ID}`),
    mendedBy: 'apply',
  },
  'a rule with other days': {
    fits: every,
    make: (api, Bucket, bucket) =>
      putRules(
        api,
        Bucket,
        rulesOf(bucket).map((rule) =>
          rule.ID === 'abort-unfinished-uploads'
            ? { ...rule, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 99 } }
            : rule,
        ),
      ),
    facts: ['lifecycle rule abort-unfinished-uploads'],
    mendedBy: 'replace',
  },
  'a rule turned off': {
    fits: every,
    make: (api, Bucket, bucket) =>
      putRules(
        api,
        Bucket,
        rulesOf(bucket).map((rule, at) => (at === 0 ? { ...rule, Status: 'Disabled' } : rule)),
      ),
    facts: ({ lifecycle }) => lifecycle.Rules.slice(0, 1).map(({ ID }) => `lifecycle rule ${ID}`),
    mendedBy: 'replace',
  },
  'a rule for some objects only': {
    fits: every,
    make: (api, Bucket, bucket) =>
      putRules(
        api,
        Bucket,
        rulesOf(bucket).map((rule, at) => (at === 0 ? { ...rule, Filter: { Prefix: 'tenants/' } } : rule)),
      ),
    facts: ({ lifecycle }) => lifecycle.Rules.slice(0, 1).map(({ ID }) => `lifecycle rule ${ID}`),
    mendedBy: 'replace',
  },
  'a rule that nobody described': {
    fits: every,
    make: (api, Bucket, bucket) =>
      putRules(api, Bucket, [
        ...rulesOf(bucket),
        { ID: 'by-hand', Status: 'Enabled', Filter: { Prefix: 'tmp/' }, Expiration: { Days: 1 } },
      ]),
    facts: ['lifecycle rule by-hand'],
    mendedBy: 'never',
  },
  'the policy removed': {
    fits: every,
    make: (api, Bucket) => api.deleteBucketPolicy({ Bucket }),
    facts: ['policy DenyInsecureTransport'],
    mendedBy: 'apply',
    needsPolicy: true,
  },
  'a policy that denies something else': {
    fits: every,
    make: async (api, Bucket) => {
      const { Policy = '' } = await api.getBucketPolicy({ Bucket })
      await api.putBucketPolicy({ Bucket, Policy: Policy.replace('s3:*', 's3:GetObject') })
    },
    facts: ['policy DenyInsecureTransport'],
    mendedBy: 'replace',
    needsPolicy: true,
  },
  'a statement that lets everybody read': {
    fits: every,
    make: async (api, Bucket) => {
      // A server that keeps its word takes no such policy while public ones are blocked.
      await api.deletePublicAccessBlock({ Bucket })
      await addStatement(api, Bucket, allow(Bucket))
      await api.putPublicAccessBlock({ Bucket, PublicAccessBlockConfiguration: { ...allOpen } })
    },
    facts: ['policy statement'],
    mendedBy: 'never',
  },
  'another retention': {
    fits: isLocked,
    make: (api, Bucket) => retain(api, Bucket, { Mode: 'GOVERNANCE', Days: 1 }),
    facts: ['default retention'],
    mendedBy: 'replace',
  },
  'a longer retention': {
    fits: isLocked,
    make: (api, Bucket, { retention }) =>
      retain(api, Bucket, { Mode: retention?.Mode ?? 'COMPLIANCE', Days: (retention?.Days ?? 0) + 1 }),
    facts: ['default retention'],
    mendedBy: 'replace',
  },
  'no retention': {
    fits: isLocked,
    make: (api, Bucket) => retain(api, Bucket, undefined),
    facts: ['default retention'],
    mendedBy: 'apply',
  },
  'a bucket removed': {
    fits: every,
    make: (api, Bucket) => api.deleteBucket({ Bucket }),
    facts: ['missing'],
    mendedBy: 'apply',
  },
}
