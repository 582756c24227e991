import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3 } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'

/** What a pre-signed URL lets somebody do. */
export interface Grant {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  readonly bucket: string
  readonly key: string
  /** How long it is good for. */
  readonly seconds: number
  /** When that begins; the signer's own clock is not asked. */
  readonly from: Date
  /** What is to be sent with it, and nothing else in its place. By lower-case names. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Signs a URL by the SDK. Headers stay headers: those that a server finds in the query may not count for it. */
export async function sign(api: S3, { method, bucket, key, seconds, from, headers = {} }: Grant): Promise<string> {
  const command = commandOf(method, bucket, key)
  command.middlewareStack.add(
    (next) => (args) => {
      const { request } = args as { readonly request?: { headers?: Record<string, string> } }
      if (request?.headers !== undefined) Object.assign(request.headers, headers)
      return next(args)
    },
    { step: 'build', name: 'headersThatAreSigned' },
  )
  const names = new Set(Object.keys(headers))
  return await getSignedUrl(api, command, {
    expiresIn: seconds,
    signingDate: from,
    signableHeaders: new Set(['host', ...names]),
    unhoistableHeaders: names,
  })
}

function commandOf(method: Grant['method'], Bucket: string, Key: string): GetObjectCommand {
  const input = { Bucket, Key }
  switch (method) {
    case 'GET':
      return new GetObjectCommand(input)
    // The signer takes any command; its type names one.
    case 'HEAD':
      return new HeadObjectCommand(input) as unknown as GetObjectCommand
    case 'PUT':
      return new PutObjectCommand(input) as unknown as GetObjectCommand
    case 'DELETE':
      return new DeleteObjectCommand(input) as unknown as GetObjectCommand
  }
}
