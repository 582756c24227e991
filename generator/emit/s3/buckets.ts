import { bucketDescription } from '../../catalog/s3/index.ts'
import type { Model } from '../../model/model.ts'
import type { Bucket } from '../../model/project.ts'
import { stringLiteral } from '../../print/typescript/escape.ts'
import {
  asConst,
  call,
  type Expression,
  flatOf,
  identifier,
  literal,
  member,
  object,
  plain,
  property,
  satisfies,
  template,
} from '../../print/typescript/index.ts'
import type { FunctionStatement, Statement } from '../../print/typescript/tree.ts'
import { duration } from '../typescript/duration.ts'
import type { Imports } from '../typescript/imports.ts'
import type { PackageNames } from '../typescript/package-names.ts'

/** The buckets, and what keeps tenants apart in them. */
export function bucketStatements(model: Model, imports: Imports, names: PackageNames): readonly Statement[] {
  const { s3 } = model.project.stores
  if (s3 === undefined) return []
  const { buckets, endpoint, region, pathStyle, presignSeconds } = s3
  const settings = { ...(endpoint === undefined ? {} : { endpointEnv: endpoint }), regionEnv: region }
  const members = buckets.map((bucket) => {
    const doc = [...(bucket.about === undefined ? [] : [bucket.about]), ...protection(bucket)].join(' ')
    return property(names.bucketKey(bucket.name), description(bucket, imports), doc === '' ? undefined : doc)
  })
  return [
    {
      kind: 'variable',
      name: 's3Settings',
      isExported: true,
      doc: 'How to reach S3: the names of environment variables, and what to tell the client.',
      initializer: asConst(plain({ ...settings, forcePathStyle: pathStyle, presignSeconds })),
    },
    {
      kind: 'variable',
      name: 'buckets',
      isExported: true,
      doc: 'Every bucket as it is to be, in the shapes that the API of S3 takes.',
      initializer: satisfies(
        object(members, 'expanded'),
        `Readonly<Record<string, ${imports.type('BucketDescription', 'live/s3/description.ts')}>>`,
      ),
    },
    ...liveStatements(imports),
    ...tenantStatements(model, imports),
  ]
}

function protection({ lock, versioned }: Bucket): readonly string[] {
  if (lock !== undefined) return [`Locked (${lock.mode}) for ${duration(lock.retain)}.`]
  return versioned ? ['Versioned.'] : []
}

function description(bucket: Bucket, imports: Imports): Expression {
  const { name, env, objectLockEnabled, versioning, retention, lifecycle, secureTransport } = bucketDescription(bucket)
  return object(
    {
      name: literal(name),
      env: literal(env),
      objectLockEnabled: literal(objectLockEnabled),
      versioning: plain({ ...versioning }),
      retention: retention && plain({ ...retention }),
      lifecycle: plain({ Rules: lifecycle.Rules.map((rule) => ({ ...rule })) }),
      publicAccessBlock: identifier(imports.value('noPublicAccess', 'live/s3/description.ts')),
      secureTransport: literal(secureTransport),
    },
    'expanded',
  )
}

function liveStatements(imports: Imports): readonly Statement[] {
  const client = { name: 'client', type: imports.type('S3Client', '@aws-sdk/client-s3') }
  const options = imports.type('S3Options', 'live/s3/wanted.ts')
  const passOn = (name: string): FunctionStatement => ({
    kind: 'return',
    expression: call(imports.value(name, 'live/s3/client.ts'), ['client', 'buckets', 'options'].map(identifier)),
  })
  return [
    {
      kind: 'function',
      name: 'applyBuckets',
      isExported: true,
      doc: 'Creates what is missing of the buckets and sets what is not as strict as described; says what it did and what it left alone. May be run again, by several processes at once.',
      parameters: [
        client,
        {
          name: 'options',
          type: `${imports.type('ApplyOptions', 'live/report.ts')} & ${options}`,
          hasQuestionToken: true,
        },
      ],
      returnType: `Promise<${imports.type('ApplyReport', 'live/report.ts')}>`,
      statements: [passOn('applyToClient')],
    },
    {
      kind: 'function',
      name: 'verifyBuckets',
      isExported: true,
      doc: 'What the buckets are otherwise than described; empty where they are as they are to be. Changes nothing.',
      parameters: [client, { name: 'options', type: options, hasQuestionToken: true }],
      returnType: `Promise<readonly ${imports.type('Difference', 'live/report.ts')}[]>`,
      statements: [passOn('verifyClient')],
    },
  ]
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
          expression: template([before, after], [flatOf(call(parse, [identifier('tenant')]))]),
        },
      ],
    },
    {
      kind: 'function',
      name: 'tenantPolicy',
      isExported: true,
      doc: 'A session policy: the objects of one tenant in one bucket, which is given by its real name.',
      parameters: [{ name: 'bucket', type: 'string' }, parameter],
      returnType: imports.type('PolicyDocument', 'live/s3/policy.ts'),
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
