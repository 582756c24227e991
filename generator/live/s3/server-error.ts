/** What a server said instead of doing what it was asked. */
export interface ServerError {
  /** S3's code: `NoSuchBucket`. For an answer without a body, what the SDK makes of its status. */
  readonly code: string
  readonly status: number
  /** Absent where the server said nothing beside the code. */
  readonly message?: string
}

/** Nothing where the error is none of the server's: no connection, no credentials, a mistake in this program. */
export function serverError(error: unknown): ServerError | undefined {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined
  const { httpStatusCode: status } = { ...Object(error.$metadata) } as { readonly httpStatusCode?: unknown }
  if (typeof status !== 'number') return undefined
  // The SDK's own words for an answer without a body.
  const isSilent = error.message === '' || error.message === 'UnknownError'
  return { code: error.name, status, ...(isSilent ? {} : { message: error.message }) }
}

const unusable: ReadonlySet<string> = new Set([
  'ExpiredToken',
  'InvalidAccessKeyId',
  'InvalidToken',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
])

/** Whether the request itself was judged: with these keys, or on this server today, no other would fare better. */
export function isAnswer(error: unknown): ServerError | undefined {
  const said = serverError(error)
  if (said === undefined || unusable.has(said.code)) return undefined
  return said.status < 500 || said.status === 501 ? said : undefined
}

export function isUnsupported({ code, status }: ServerError): boolean {
  // Who does not know a part of a bucket takes its setting for the making of the bucket.
  if (code === 'BucketAlreadyExists' || code === 'BucketAlreadyOwnedByYou') return true
  return status === 501 || status === 405 || code === 'NotImplemented' || code === 'MethodNotAllowed'
}
