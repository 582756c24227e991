import type { LifecycleRule } from '@aws-sdk/client-s3'
import type { BucketFact } from '../../../../templates/conformance/expected/facts.ts'
import { isVersioned, type S3Facts } from '../../../../templates/conformance/live/s3/facts.ts'
import type {
  DescribedBucket,
  GeneratedPackage,
  PackagedObject,
} from '../../../../templates/conformance/live/s3/package.ts'
import type { Session } from '../../../../templates/conformance/live/s3/session.ts'

/** Something that holds a guarantee, and how it is taken away. */
export interface Mutation {
  /** The guarantees that must be named, each of them. */
  readonly guarantees: readonly string[]
  /** Guarantees that hang on them. */
  readonly also?: readonly string[]
  /** What the package says wrongly. */
  readonly generated?: (generated: GeneratedPackage) => GeneratedPackage
  /** What somebody does to the buckets after they were made. */
  readonly done?: (session: Session) => Promise<unknown>
  /** Whether it can be done to what the spec has. */
  readonly fits?: (facts: S3Facts) => boolean
}

type Settings = Readonly<Record<string, unknown>>

/** The package with other buckets. */
function buckets(change: (bucket: DescribedBucket & Settings) => Settings) {
  return (generated: GeneratedPackage): GeneratedPackage => {
    const changed = Object.entries(generated.buckets).map(([name, bucket]) => [
      name,
      { ...bucket, ...change({ ...bucket }) },
    ])
    return { ...generated, buckets: Object.fromEntries(changed) }
  }
}

/** The package with other objects. */
function objects(change: (object: PackagedObject) => Partial<PackagedObject>) {
  return (generated: GeneratedPackage): GeneratedPackage => {
    const changed = Object.entries(generated.objects).map(([name, object]) => [name, { ...object, ...change(object) }])
    return { ...generated, objects: Object.fromEntries(changed) }
  }
}

/** Something is done to every bucket of the spec, and to both that stand for it. */
function onEach(
  isMeant: (bucket: BucketFact) => boolean,
  work: (session: Session, Bucket: string) => Promise<unknown>,
) {
  return async (session: Session): Promise<void> => {
    for (const bucket of session.facts.buckets.filter(isMeant)) {
      for (const own of [session.described, session.used]) await work(session, own.name(bucket))
    }
  }
}

const any = (): boolean => true
const isLocked = ({ lock }: BucketFact): boolean => lock !== undefined
const isFree = (bucket: BucketFact): boolean => isVersioned(bucket) && !isLocked(bucket)
const retentionOf = ({ retention }: Settings): { Mode: string; Days: number } | undefined =>
  retention as { Mode: string; Days: number } | undefined
const rulesOf = ({ lifecycle }: Settings): readonly LifecycleRule[] =>
  (lifecycle as { readonly Rules: readonly LifecycleRule[] }).Rules

function retained(change: (retention: { Mode: string; Days: number }) => object | undefined) {
  return buckets((bucket) => {
    const retention = retentionOf(bucket)
    return retention === undefined ? {} : { retention: change(retention) }
  })
}

function ruled(change: (rules: readonly LifecycleRule[]) => readonly LifecycleRule[]) {
  return buckets((bucket) => ({ lifecycle: { Rules: change(rulesOf(bucket)) } }))
}

type Policy = { readonly Version: string; readonly Statement: readonly Settings[] }

function transport(change: (statement: Settings, bucket: string) => Settings) {
  return (generated: GeneratedPackage): GeneratedPackage => ({
    ...generated,
    transportPolicy: (bucket) => {
      const { Statement, ...head } = generated.transportPolicy(bucket) as Policy
      return { ...head, Statement: Statement.map((one) => ({ ...one, ...change(one, bucket) })) }
    },
  })
}

function tenantRights(change: (statement: Settings, bucket: string) => Settings) {
  return (generated: GeneratedPackage): GeneratedPackage => ({
    ...generated,
    tenantPolicy: (bucket, tenant) => {
      const { Statement, ...head } = (generated.tenantPolicy?.(bucket, tenant) ?? { Statement: [] }) as Policy
      return { ...head, Statement: Statement.map((one) => ({ ...one, ...change(one, bucket) })) }
    },
  })
}

/** Without what stands for the tenant; a key of no tenant stays as it is. */
function withoutTenant(key: string): string {
  const [first = '', , ...rest] = key.split('/')
  return [first, 'all', ...rest].join('/')
}

export const mutations: Readonly<Record<string, Mutation>> = {
  'versions are never turned on': {
    guarantees: ['versions'],
    generated: buckets(({ objectLockEnabled }) => (objectLockEnabled === true ? {} : { versioning: {} })),
    fits: ({ buckets: all }) => all.some(isFree),
  },
  'versions are suspended': {
    guarantees: ['versions'],
    done: onEach(isFree, ({ api }, Bucket) =>
      api.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Suspended' } }),
    ),
    fits: ({ buckets: all }) => all.some(isFree),
  },
  'versions are kept where nobody asked for them': {
    guarantees: ['versions'],
    generated: buckets(() => ({ versioning: { Status: 'Enabled' } })),
    fits: ({ buckets: all }) => all.some((bucket) => !isVersioned(bucket)),
  },
  'the lock is left off': {
    guarantees: ['lock'],
    also: ['limits of uploads'],
    generated: buckets(() => ({ objectLockEnabled: false, retention: undefined })),
    fits: ({ buckets: all }) => all.some(isLocked),
  },
  'a lock where nobody asked for one': {
    guarantees: ['lock'],
    also: ['versions'],
    generated: buckets(() => ({ objectLockEnabled: true, versioning: { Status: 'Enabled' } })),
    fits: ({ buckets: all }) => all.some((bucket) => isVersioned(bucket) && !isLocked(bucket)),
  },
  'nothing is locked of itself': {
    guarantees: ['lock'],
    generated: retained(() => undefined),
    fits: ({ buckets: all }) => all.some(isLocked),
  },
  'the lock is shorter': {
    guarantees: ['lock'],
    generated: retained((retention) => ({ ...retention, Days: retention.Days - 1 })),
    fits: ({ buckets: all }) => all.some(isLocked),
  },
  'the lock has the other mode': {
    guarantees: ['lock'],
    generated: retained(({ Mode, Days }) => ({ Mode: Mode === 'COMPLIANCE' ? 'GOVERNANCE' : 'COMPLIANCE', Days })),
    fits: ({ buckets: all }) => all.some(isLocked),
  },
  'the life cycle has no rules': {
    guarantees: ['life cycle'],
    done: onEach(any, ({ api }, Bucket) => api.deleteBucketLifecycle({ Bucket })),
  },
  'a rule of the life cycle is left out': {
    guarantees: ['life cycle'],
    generated: ruled((rules) => rules.slice(1)),
  },
  'a rule of the life cycle has other days': {
    guarantees: ['life cycle'],
    generated: ruled((rules) =>
      rules.map((rule) =>
        rule.NoncurrentVersionExpiration ? { ...rule, NoncurrentVersionExpiration: { NoncurrentDays: 1 } } : rule,
      ),
    ),
    fits: ({ buckets: all }) => all.some(({ noncurrentExpireDays }) => noncurrentExpireDays !== undefined),
  },
  'objects go too early': {
    guarantees: ['life cycle'],
    generated: ruled((rules) => [
      ...rules,
      { ID: 'hasty', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 1 } },
    ]),
  },
  'public access is not blocked': {
    guarantees: ['public access'],
    done: onEach(any, ({ api }, Bucket) => api.deletePublicAccessBlock({ Bucket })),
  },
  'the policy is gone': {
    guarantees: ['transport'],
    done: onEach(any, ({ api }, Bucket) => api.deleteBucketPolicy({ Bucket })),
  },
  'the policy is never set': {
    guarantees: ['transport'],
    generated: buckets(() => ({ secureTransport: false })),
  },
  'the policy denies reading alone': {
    guarantees: ['transport'],
    generated: transport(() => ({ Action: 's3:GetObject' })),
  },
  'the policy denies the bucket, and not what is in it': {
    guarantees: ['transport'],
    generated: transport((_, bucket) => ({ Resource: [`arn:aws:s3:::${bucket}`] })),
  },
  'the policy allows what it should deny': {
    guarantees: ['transport'],
    generated: transport(() => ({ Effect: 'Allow' })),
  },
  'the policy denies what comes over TLS': {
    guarantees: ['transport'],
    generated: transport(() => ({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })),
  },
  'a bucket is removed': {
    guarantees: ['configuration'],
    also: ['versions', 'lock', 'life cycle', 'transport'],
    done: onEach(any, async ({ api, described, facts }, Bucket) => {
      if (facts.buckets.some((bucket) => described.name(bucket) === Bucket)) await api.deleteBucket({ Bucket })
    }),
  },
  'keys have no tenant': {
    guarantees: ['object keys'],
    generated: objects((object) => ({ key: (values) => withoutTenant(object.key(values)) })),
    fits: ({ tenancy }) => tenancy.prefix !== undefined,
  },
  'keys have a prefix that nobody asked for': {
    guarantees: ['object keys'],
    generated: objects((object) => ({ key: (values) => `files/${object.key(values)}` })),
  },
  'keys are not read': { guarantees: ['object keys'], generated: objects(() => ({ parse: () => undefined })) },
  'keys are read wrongly': {
    guarantees: ['object keys'],
    generated: objects((object) => ({
      parse: (key) => ({ ...object.parse(key), object: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }),
    })),
  },
  'objects have another media type': {
    guarantees: ['object keys'],
    generated: objects(() => ({ contentType: 'application/octet-stream' })),
  },
  'objects lie in another bucket': {
    guarantees: ['object keys'],
    generated: objects(({ bucket }) => ({ bucket: { ...bucket, name: 'elsewhere' } })),
  },
  'URLs live longer': {
    guarantees: ['pre-signed URLs'],
    generated: objects(({ presignSeconds }) => ({ presignSeconds: presignSeconds * 4 })),
  },
  'URLs live shorter': {
    guarantees: ['pre-signed URLs'],
    generated: objects(({ presignSeconds }) => ({ presignSeconds: Math.ceil(presignSeconds / 4) })),
  },
  'the session of a tenant reaches the whole bucket': {
    guarantees: ['tenant prefix'],
    generated: tenantRights((_, bucket) => ({ Resource: `arn:aws:s3:::${bucket}/*` })),
    fits: ({ tenancy }) => tenancy.prefix !== undefined,
  },
  'the session of a tenant only reads': {
    guarantees: ['tenant prefix'],
    generated: tenantRights(() => ({ Action: ['s3:GetObject'] })),
    fits: ({ tenancy }) => tenancy.prefix !== undefined,
  },
  'the session of a tenant only writes': {
    guarantees: ['tenant prefix'],
    generated: tenantRights(() => ({ Action: ['s3:PutObject'] })),
    fits: ({ tenancy }) => tenancy.prefix !== undefined,
  },
}
