import type { S3 } from '@aws-sdk/client-s3'
import { bucketsOf } from '../../catalog/s3/index.ts'
import { applyS3 } from '../../live/s3/apply.ts'
import { BucketVariablesError, type NamedBucket, namedBuckets } from '../../live/s3/bucket-name.ts'
import type { BucketDescription } from '../../live/s3/description.ts'
import { lookFor } from '../../live/s3/examine.ts'
import { serverError } from '../../live/s3/server-error.ts'
import { verifyS3 } from '../../live/s3/verify.ts'
import { bucketPlace } from '../../live/s3/wanted.ts'
import type { Model } from '../../model/model.ts'
import type { Io } from '../io.ts'
import { UserError } from '../user-error.ts'
import { importClient } from './client-package.ts'
import { StoreRefusal } from './refusal.ts'
import type { Store, StoreConnection, StoreSurroundings } from './store.ts'

export const s3Store: Store = {
  name: 's3',
  title: 'S3',
  isDeclaredIn: ({ project }) => project.stores.s3 !== undefined,
  connect,
}

/** Milliseconds. */
const connectionTimeout = 5_000
const requestTimeout = 30_000

async function connect({ model, env, folder, note }: StoreSurroundings): Promise<StoreConnection> {
  const settings = readSettings(model, env)
  const buckets = bucketsOf(model)
  const named = realNames(buckets, env)
  const { S3: Client } = (await importClient(folder, '@aws-sdk/client-s3')) as { readonly S3: typeof S3 }
  const client = new Client({
    ...settings,
    maxAttempts: 2,
    requestHandler: { connectionTimeout, requestTimeout, throwOnRequestTimeout: true },
  })
  const target = settings.endpoint === undefined ? `AWS, ${settings.region}` : hostOf(settings.endpoint)
  const variable = model.project.stores.s3?.endpoint
  const whereItIs = variable === undefined ? undefined : `it is where ${variable} says`
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw told(error, env, (text) => text, whereItIs)
    }
  }
  const [first] = named
  try {
    if (first !== undefined) await lookFor(client, first.name)
  } catch (error) {
    client.destroy()
    throw told(error, env, (text) => `cannot work with ${target}: ${text}`, whereItIs)
  }
  const options = { environment: env, note }
  return {
    target,
    contents: named.map(bucketPlace),
    apply: (chosen) => guarded(() => applyS3(client, buckets, { ...options, ...chosen })),
    verify: () => guarded(() => verifyS3(client, buckets, options)),
    close: async () => client.destroy(),
  }
}

interface Settings {
  readonly endpoint?: string
  readonly region: string
  readonly forcePathStyle: boolean
}

/** @throws UserError that names every variable that is missing, those of the buckets too */
function readSettings({ project }: Model, env: Io['env']): Settings {
  const { endpoint, region = '', pathStyle = false, buckets = [] } = project.stores.s3 ?? {}
  const demanded = [
    ...(endpoint === undefined ? [] : [{ variable: endpoint, is: 'where the server is' }]),
    { variable: region, is: 'the region' },
    ...buckets.map(({ env: variable, name }) => ({ variable, is: `the bucket ${name}` })),
  ]
  const missing = demanded.filter(({ variable }) => (env[variable] ?? '') === '')
  if (missing.length > 0) {
    const all = missing.map(({ variable, is }) => `${variable} (${is})`).join(', ')
    throw new UserError(
      missing.length === 1
        ? `the environment variable ${all} is not set`
        : `these environment variables are not set: ${all}`,
    )
  }
  const url = endpoint === undefined ? undefined : env[endpoint]
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new UserError(`${endpoint} is no URL`, 'it looks like https://s3.example.com')
  }
  return { ...(url === undefined ? {} : { endpoint: url }), region: env[region] ?? '', forcePathStyle: pathStyle }
}

/** @throws UserError that names the variables which hold no name of a bucket, or the same one */
function realNames(buckets: readonly BucketDescription[], env: Io['env']): readonly NamedBucket[] {
  try {
    return namedBuckets(buckets, env)
  } catch (error) {
    throw error instanceof BucketVariablesError ? new UserError(error.message) : error
  }
}

function hostOf(endpoint: string): string {
  return new URL(endpoint).host
}

/**
 * What a person can do something about; any other error is given back as it is.
 * @param whereItIs the hint where no server answers
 */
function told(
  error: unknown,
  env: Io['env'],
  sentence: (reason: string) => string,
  whereItIs: string | undefined,
): unknown {
  if (!(error instanceof Error) || error instanceof TypeError) return error
  if (error.name === 'CredentialsProviderError') {
    return new UserError('there are no credentials', 'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE')
  }
  const said = serverError(error)
  const code = said?.code ?? ('code' in error && typeof error.code === 'string' ? error.code : undefined)
  if (code === undefined && error.name !== 'TimeoutError') return error
  const reasons = [code ?? error.name, said === undefined ? error.message : (said.message ?? '')]
  const { AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN = '' } = env
  const reason = reasons.filter((part) => part !== '').join(': ')
  // What a server says is of keys and rights; where none answers, the place may be wrong.
  const hint = said === undefined ? whereItIs : undefined
  return new StoreRefusal(sentence(reason), [AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN], hint)
}
