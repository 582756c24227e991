import type { S3Client } from '@aws-sdk/client-s3'
import type { S3Options } from './options.ts'

type ClientModule = typeof import('@aws-sdk/client-s3')
type PresignerModule = typeof import('@aws-sdk/s3-request-presigner')

/** The AWS SDK, which an application without S3 does not install. Imported when it is first needed. */
export interface Sdk extends ClientModule {
  readonly getSignedUrl: PresignerModule['getSignedUrl']
}

let loading: Promise<Sdk> | undefined

export function loadSdk(): Promise<Sdk> {
  loading ??= Promise.all([import('@aws-sdk/client-s3'), import('@aws-sdk/s3-request-presigner')]).then(
    ([client, { getSignedUrl }]) => ({ ...client, getSignedUrl }),
  )
  return loading
}

/** Says nothing: the data layer's own observer does. */
const quiet = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore }

function ignore(): void {}

/**
 * A client that adds no checksum unless it is demanded, since a pre-signed URL would carry that of an empty body, and that
 * tries once: what may be tried again, and with what body, is known here and not there.
 */
export async function clientOf(options: S3Options): Promise<S3Client> {
  const { S3Client } = await loadSdk()
  const { endpoint, region, credentials, pathStyle, timeouts } = options
  return new S3Client({
    forcePathStyle: pathStyle || isLocal(endpoint),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 1,
    logger: quiet,
    requestHandler: {
      connectionTimeout: timeouts.connectMs,
      requestTimeout: timeouts.requestMs,
      socketTimeout: timeouts.requestMs,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets: 64 },
      httpsAgent: { maxSockets: 64 },
    },
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(region === undefined ? (endpoint === undefined ? {} : { region: 'us-east-1' }) : { region }),
    // The client writes into the credentials that it is given.
    ...(credentials === undefined ? {} : { credentials: { ...credentials } }),
  })
}

/** A server on this machine has no name for each bucket. */
function isLocal(endpoint: string | undefined): boolean {
  if (endpoint === undefined) return false
  const { hostname } = new URL(endpoint)
  return hostname === 'localhost' || hostname.endsWith('.localhost') || /^(\d+\.){3}\d+$|^\[/.test(hostname)
}
