import { S3 } from '@aws-sdk/client-s3'
import type { StoreFacts } from '../../expected/facts.ts'
import type { Sessions } from './sessions.ts'
import { sign } from './sign.ts'

/** How the server is reached. */
export interface Reach {
  /** Absent: AWS. */
  readonly endpoint?: string
  readonly region: string
  readonly pathStyle: boolean
  /** With what the names of the buckets begin that are made. */
  readonly prefix: string
  /** Of the user who makes the buckets; absent: as the SDK finds them. */
  readonly credentials?: Credentials
  /** Of a second user, to whom nothing of the first belongs. */
  readonly stranger?: Credentials
  readonly sessions: Sessions
}

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** Reads how the server is reached from the variables that the spec names. @throws Error where the region is missing */
export function reachOf(environment: NodeJS.ProcessEnv, { s3 }: StoreFacts): Reach {
  const given = (name: string | undefined): string | undefined => {
    const value = name === undefined ? undefined : environment[name]
    return value === '' ? undefined : value
  }
  const region = given(s3?.region)
  if (region === undefined) throw new Error(`${s3?.region} is not set`)
  const endpoint = given(s3?.endpoint)
  const accessKeyId = given('S3_OTHER_ACCESS_KEY_ID')
  const secretAccessKey = given('S3_OTHER_SECRET_ACCESS_KEY')
  const [role, giver] = [given('S3_SESSION_ROLE'), given('S3_STS_ENDPOINT')]
  return {
    ...(endpoint === undefined ? {} : { endpoint }),
    region,
    pathStyle: s3?.pathStyle === true,
    prefix: given('STOWAGE_CONFORMANCE_PREFIX') ?? '',
    ...(accessKeyId === undefined || secretAccessKey === undefined
      ? {}
      : { stranger: { accessKeyId, secretAccessKey } }),
    sessions: {
      ...(role === undefined ? {} : { role }),
      ...(giver === undefined ? {} : { endpoint: giver }),
    },
  }
}

/** A client that adds no checksum unless it is demanded: a pre-signed URL would carry that of an empty body. */
export function clientOf(
  { endpoint, region, pathStyle, credentials }: Reach,
  other: Credentials | undefined = credentials,
): S3 {
  return new S3({
    region,
    forcePathStyle: pathStyle || isLocal(endpoint),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    ...(endpoint === undefined ? {} : { endpoint }),
    // The client writes into the credentials that it is given.
    ...(other === undefined ? {} : { credentials: { ...other } }),
  })
}

/** A client for the same server with other credentials; only to sign with, so that nothing has to be closed. */
export async function clientLike({ config }: S3, credentials: Credentials): Promise<S3> {
  const endpoint = await config.endpoint?.()
  return new S3({
    region: await config.region(),
    forcePathStyle: config.forcePathStyle === true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    credentials: { ...credentials },
    ...(endpoint === undefined ? {} : { endpoint }),
  })
}

/** A server on this machine has no name for each bucket. */
function isLocal(endpoint: string | undefined): boolean {
  const { hostname = '' } = endpoint === undefined ? {} : new URL(endpoint)
  return hostname === 'localhost' || hostname.endsWith('.localhost')
}

/** Where a client asks, whoever told it; absent for AWS. */
export async function endpointOf(api: S3): Promise<URL | undefined> {
  // What only the environment says of it, the SDK looks up for its first signature.
  await sign(api, { method: 'GET', bucket: 'any', key: 'any', seconds: 1, from: new Date() })
  const endpoint = await api.config.endpoint?.()
  if (endpoint === undefined) return undefined
  const { protocol, hostname, port } = endpoint
  return new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}/`)
}
