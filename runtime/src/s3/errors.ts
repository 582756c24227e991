import { Forbidden, Missing, Unavailable } from '../errors/errors.ts'
import { StowageError } from '../errors/stowage-error.ts'
import { KeyTaken, type ObjectPlace } from '../stores/objects.ts'

/** What is known of an error of the SDK, or of the network below it. */
interface Answer {
  readonly code: string
  readonly status: number | undefined
}

export function answerOf(error: unknown): Answer {
  if (typeof error !== 'object' || error === null) return { code: '', status: undefined }
  const { name, Code, code, $metadata } = error as {
    readonly name?: unknown
    readonly Code?: unknown
    readonly code?: unknown
    readonly $metadata?: { readonly httpStatusCode?: number }
  }
  const text = [Code, code, name].find((one) => typeof one === 'string')
  return { code: typeof text === 'string' ? text : '', status: $metadata?.httpStatusCode }
}

/** Nothing is there; which of key and version is absent cannot be told, and a bucket is told apart where it is. */
export function isAbsent(error: unknown): boolean {
  const { code, status } = answerOf(error)
  return status === 404 && code !== 'NoSuchBucket'
}

/** Whether the server may not have answered, or only for now: the same request may be sent again. */
export function isPassing(error: unknown): boolean {
  const { code, status } = answerOf(error)
  if (status === undefined) return isOfNetwork(error)
  return (
    status >= 500 || status === 429 || status === 408 || code === 'ConditionalRequestConflict' || code === 'SlowDown'
  )
}

const ofNetwork =
  /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|UND_|TimeoutError|RequestTimeout|AbortError|NetworkingError|CredentialsProviderError)/

function isOfNetwork(error: unknown): boolean {
  if (ofNetwork.test(answerOf(error).code)) return true
  return error instanceof Error && /socket hang up|premature close|aborted/i.test(error.message)
}

/** What a caller of the data layer sees. */
export function mapped(
  error: unknown,
  { bucket, key }: Pick<ObjectPlace, 'bucket'> & { readonly key?: string },
): unknown {
  if (error instanceof StowageError) return error
  const { code, status } = answerOf(error)
  const facts = { bucket, ...(key === undefined ? {} : { key }), ...(code === '' ? {} : { reason: code }) }
  if (status === 412 || code === 'PreconditionFailed') return new KeyTaken('the key is taken', { cause: error })
  if (code === 'NoSuchBucket') {
    return new Missing('the bucket', facts, 'Make it by `stowage apply`, or correct its name in the options.')
  }
  if (status === 403 || status === 401) {
    return new Forbidden('S3 refuses it', facts, 'Check the credentials and the policy of the bucket.', error)
  }
  if (status === 404) return new Missing('the object', facts)
  if (isPassing(error)) return new Unavailable('s3', status === undefined ? 'no answer' : 'cannot now', facts, error)
  return error
}
