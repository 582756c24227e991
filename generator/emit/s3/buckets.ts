import type { Model } from '../../model/model.ts'
import type { Bucket } from '../../model/project.ts'
import { stringLiteral } from '../../print/typescript/escape.ts'
import type { ObjectMember } from '../../print/typescript/expression.ts'
import { call, type Expression, identifier, literal, member, object, plain } from '../../print/typescript/index.ts'
import type { Statement } from '../../print/typescript/tree.ts'
import { duration } from '../typescript/duration.ts'
import type { Imports } from '../typescript/imports.ts'
import type { PackageNames } from '../typescript/package-names.ts'
import { lifecycleRules } from './lifecycle-rules.ts'

/** The buckets, and what keeps tenants apart in them. */
export function bucketStatements(model: Model, imports: Imports, names: PackageNames): readonly Statement[] {
  const { s3 } = model.project.stores
  if (s3 === undefined) return []
  const { buckets, endpoint, region, pathStyle, presignSeconds } = s3
  const settings = { ...(endpoint === undefined ? {} : { endpointEnv: endpoint }), regionEnv: region }
  const members = buckets.map((bucket): ObjectMember => {
    const doc = [...(bucket.about === undefined ? [] : [bucket.about]), ...protection(bucket)].join(' ')
    const value = description(bucket, imports)
    return { kind: 'property', name: names.bucketKey(bucket.name), value, ...(doc === '' ? {} : { doc }) }
  })
  return [
    {
      kind: 'variable',
      name: 's3Settings',
      isExported: true,
      doc: 'How to reach S3: the names of environment variables, and what to tell the client.',
      initializer: {
        kind: 'as',
        expression: plain({ ...settings, forcePathStyle: pathStyle, presignSeconds }),
        asConst: true,
      },
    },
    {
      kind: 'variable',
      name: 'buckets',
      isExported: true,
      doc: 'Every bucket as it is to be, in the shapes that the API of S3 takes.',
      initializer: {
        kind: 'as',
        expression: object(members, 'expanded'),
        satisfies: `Readonly<Record<string, ${imports.type('BucketDescription', 's3/bucket.ts')}>>`,
      },
    },
    ...tenantStatements(model, imports),
  ]
}

function protection({ lock, versioned }: Bucket): readonly string[] {
  if (lock !== undefined) return [`Locked (${lock.mode}) for ${duration(lock.retain)}.`]
  return versioned ? ['Versioned.'] : []
}

function description(bucket: Bucket, imports: Imports): Expression {
  const { name, env, versioned, lock } = bucket
  const isVersioned = versioned || lock !== undefined
  const retention = lock && { Mode: lock.mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE', Days: lock.retainDays }
  return object(
    {
      name: literal(name),
      env: literal(env),
      objectLockEnabled: literal(lock !== undefined),
      versioning: plain(isVersioned ? { Status: 'Enabled' } : {}),
      retention: retention && plain(retention),
      lifecycle: plain({ Rules: lifecycleRules(bucket) }),
      publicAccessBlock: identifier(imports.value('noPublicAccess', 's3/bucket.ts')),
    },
    'expanded',
  )
}

/** The prefix of a tenant's keys, and the policy that holds a session to it. */
function tenantStatements({ project: { tenancy } }: Model, imports: Imports): readonly Statement[] {
  if (tenancy === undefined) return []
  const [before = '', after = ''] = tenancy.prefix.split(`{${tenancy.field}}`)
  const tenant = imports.type('RefId', 'ids.ts')
  const parse = imports.value('parseUlid', 'ids.ts')
  const parameter = { name: 'tenant', type: `${tenant}<${stringLiteral(tenancy.entity)}>` }
  return [
    {
      kind: 'function',
      name: 'tenantPrefix',
      isExported: true,
      doc: 'What every key of a tenant begins with.',
      parameters: [parameter],
      returnType: 'string',
      statements: [
        {
          kind: 'return',
          expression: { kind: 'template', texts: [before, after], expressions: [call(parse, [identifier('tenant')])] },
        },
      ],
    },
    {
      kind: 'function',
      name: 'tenantPolicy',
      isExported: true,
      doc: 'A session policy: the objects of one tenant in one bucket, which is given by its real name.',
      parameters: [{ name: 'bucket', type: 'string' }, parameter],
      returnType: imports.type('PolicyDocument', 's3/policy.ts'),
      statements: [
        {
          kind: 'return',
          expression: call(imports.value('prefixPolicy', 's3/policy.ts'), [
            identifier('bucket'),
            call('tenantPrefix', [member('tenant')]),
          ]),
        },
      ],
    },
  ]
}
