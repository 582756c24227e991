import type { Asked, Fault } from './s3-gateway.ts'

/** A server that does not keep its word, and the guarantees that must be named, each of them. */
export interface FaultyServer extends Fault {
  readonly guarantees: readonly string[]
  /** Whether what is waited for is tried too. */
  readonly waits?: true
}

const isSigned = ({ url }: Asked): boolean => url.searchParams.has('X-Amz-Signature')
const isAnonymous = (asked: Asked): boolean => !isSigned(asked) && asked.headers.authorization === undefined
const isSession = ({ headers }: Asked): boolean => headers['x-amz-security-token'] !== undefined
const isObject = ({ url }: Asked): boolean => url.pathname.split('/').filter((part) => part !== '').length > 1

/** By whom a request was signed: the id is in the header or in the query. */
function signer({ url, headers }: Asked): string {
  return /Credential=([^/,]+)/.exec(headers.authorization ?? '')?.[1] ?? url.searchParams.get('X-Amz-Credential') ?? ''
}

const refusal = [403, '<Error><Code>AccessDenied</Code></Error>'] as const
const noKey = [404, '<Error><Code>NoSuchKey</Code></Error>'] as const
const nothingListed = [200, '<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>'] as const

const takes = (asked: Asked, method: string, parameter: string): boolean =>
  asked.method === method && asked.url.searchParams.has(parameter)

/** Changes to a lock, by the version that they are about. */
const isUnlocking = (asked: Asked): boolean =>
  takes(asked, 'DELETE', 'versionId') || takes(asked, 'PUT', 'retention') || takes(asked, 'POST', 'delete')

/** @param stranger the id of the second user's key */
export function faultyServers(stranger: string): Readonly<Record<string, FaultyServer>> {
  return {
    'takes every URL': { guarantees: ['pre-signed URLs', 'limits of uploads'], forgive: isSigned },
    'takes no URL for reading': {
      guarantees: ['pre-signed URLs'],
      lie: (asked) => (isSigned(asked) && asked.method === 'GET' ? refusal : undefined),
    },
    'takes no URL for writing': {
      guarantees: ['pre-signed URLs', 'limits of uploads'],
      lie: (asked) => (isSigned(asked) && asked.method === 'PUT' ? refusal : undefined),
    },
    'lets everybody in': { guarantees: ['public access'], forgive: (asked) => isAnonymous(asked) },
    'takes every user for the owner': {
      guarantees: ['public access', 'pre-signed URLs'],
      forgive: (asked) => signer(asked).startsWith(stranger),
    },
    'narrows no session': { guarantees: ['tenant prefix'], forgive: isSession },
    'lets no session in': { guarantees: ['tenant prefix'], lie: (asked) => (isSession(asked) ? refusal : undefined) },
    'says yes to whoever wants to be rid of a lock': {
      guarantees: ['lock'],
      lie: (asked) => (isUnlocking(asked) ? [200, '<DeleteResult/>'] : undefined),
    },
    'never lets go of a lock': {
      waits: true,
      guarantees: ['lock', 'versions'],
      lie: (asked) => (isUnlocking(asked) ? refusal : undefined),
    },
    'tells nothing of versions': {
      guarantees: ['versions'],
      lie: (asked) => (takes(asked, 'GET', 'versioning') ? [200, '<VersioningConfiguration/>'] : undefined),
    },
    'suspends versions wherever it is told to': {
      guarantees: ['lock'],
      lie: (asked) => (takes(asked, 'PUT', 'versioning') ? 200 : undefined),
    },
    'forgets older versions': {
      guarantees: ['versions', 'lock'],
      lie: (asked) => (takes(asked, 'GET', 'versionId') ? noKey : undefined),
    },
    'loses the lock of what is put there': {
      guarantees: ['lock', 'limits of uploads'],
      forgive: ({ method, headers }) => {
        const { 'x-amz-object-lock-mode': mode, 'x-amz-object-lock-retain-until-date': _, ...rest } = headers
        return method === 'PUT' && mode !== undefined && rest
      },
    },
    'locks in the mode that yields': {
      guarantees: ['lock', 'limits of uploads'],
      forgive: ({ method, headers }) =>
        method === 'PUT' &&
        headers['x-amz-object-lock-mode'] === 'COMPLIANCE' && { ...headers, 'x-amz-object-lock-mode': 'GOVERNANCE' },
    },
    'forgets media types': {
      guarantees: ['objects', 'object keys', 'pre-signed URLs'],
      alter: (asked) => (isObject(asked) ? { 'content-type': 'application/octet-stream' } : {}),
    },
    'lists nothing': {
      guarantees: ['objects', 'object keys'],
      lie: (asked) => (takes(asked, 'GET', 'list-type') ? nothingListed : undefined),
    },
  }
}

interface Denial {
  readonly Effect?: string
  readonly Resource?: string | readonly string[]
  readonly Condition?: { readonly Bool?: Readonly<Record<string, string>> }
}

/** A server that knows that it is reached without TLS, and does what policies say of that. */
export function tellingTransport(): Fault {
  const policies = new Map<string, readonly Denial[]>()
  return {
    lie: ({ method, url, body }) => {
      const [, bucket = '', ...key] = decodeURIComponent(url.pathname).split('/')
      const arn = `arn:aws:s3:::${[bucket, ...key].join('/')}`
      if (url.searchParams.has('policy')) {
        if (method === 'PUT') policies.set(bucket, JSON.parse(body).Statement)
        if (method === 'DELETE') policies.delete(bucket)
        return undefined
      }
      const isDenied = (policies.get(bucket) ?? []).some(
        ({ Effect, Condition, Resource = [] }) =>
          Effect === 'Deny' &&
          Condition?.Bool?.['aws:SecureTransport'] === 'false' &&
          [Resource].flat().some((one) => one === arn || (one.endsWith('*') && arn.startsWith(one.slice(0, -1)))),
      )
      return isDenied ? refusal : undefined
    },
  }
}
