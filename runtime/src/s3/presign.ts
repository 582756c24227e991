import type { S3Client } from '@aws-sdk/client-s3'
import type { ObjectPlace, ObjectStore } from '../stores/objects.ts'
import { loadSdk } from './sdk.ts'

type GetOptions = Parameters<ObjectStore['presignGet']>[1]
type PutOptions = Parameters<ObjectStore['presignPut']>[1]

/** A URL for a browser: it is served with this media type whatever was stored, and as a download where it has a name. */
export async function presignGet(client: S3Client, place: ObjectPlace, options: GetOptions): Promise<string> {
  const { GetObjectCommand, getSignedUrl } = await loadSdk()
  const { contentType, fileName, seconds } = options
  const command = new GetObjectCommand({
    Bucket: place.bucket,
    Key: place.key,
    ...(place.versionId === undefined ? {} : { VersionId: place.versionId }),
    ...(contentType === undefined ? {} : { ResponseContentType: contentType }),
    ...(fileName === undefined ? {} : { ResponseContentDisposition: disposition(fileName) }),
  })
  return await getSignedUrl(client, command, { expiresIn: seconds })
}

/** Both forms of RFC 6266: what has no place in the plain one is in the other. */
function disposition(fileName: string): string {
  const plain = fileName.replace(/[^\w .~()-]/g, '_')
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/**
 * A URL that takes so many bytes of that media type once and nothing else; some servers overlook the once. What is signed stays a header: in the query some
 * servers overlook it. Whoever sends the bytes says how many they are by itself.
 */
export async function presignPut(
  client: S3Client,
  place: ObjectPlace,
  { seconds, contentType, size, sha256 }: PutOptions,
): Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }> {
  const { PutObjectCommand, getSignedUrl } = await loadSdk()
  const headers: Record<string, string> = {
    'content-type': contentType,
    'if-none-match': '*',
    ...(sha256 === undefined
      ? {}
      : { 'x-amz-meta-sha256': sha256, 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') }),
  }
  const signed = { ...headers, 'content-length': String(size) }
  const command = new PutObjectCommand({ Bucket: place.bucket, Key: place.key })
  command.middlewareStack.add(withHeaders(signed), { step: 'build', name: 'headersThatAreSigned' })
  const names = new Set(Object.keys(signed))
  const url = await getSignedUrl(client, command, {
    expiresIn: seconds,
    signableHeaders: new Set(['host', ...names]),
    unhoistableHeaders: names,
  })
  return { url, headers }
}

/** Adds headers to a request before it is signed. The stack's types say nothing of the request. */
export function withHeaders(
  headers: Readonly<Record<string, string>>,
): <Args extends object, Output>(next: (args: Args) => Promise<Output>) => (args: Args) => Promise<Output> {
  return (next) => (args) => {
    const { request } = args as { readonly request?: { headers?: Record<string, string> } }
    if (request?.headers !== undefined) Object.assign(request.headers, headers)
    return next(args)
  }
}
