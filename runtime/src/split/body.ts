import { createReadStream } from 'node:fs'

/**
 * What the bytes of an object may be given as: in memory, as a stream that is read once, or as a `file` of this machine;
 * `content` with a media type, which is checked against the spec's; or the key of an upload that has come.
 */
export type Body = Content | TypedContent | Upload

export type Content = Uint8Array | string | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | Blob

/**
 * A file of this machine as a body; it is opened when it is read. Nothing that JSON can say is one: who sends a request
 * would read files of the server.
 */
export function file(path: string | URL): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => createReadStream(path)[Symbol.asyncIterator]() }
}

export interface TypedContent {
  readonly content: Content
  /** Parameters such as a character set count for nothing. */
  readonly contentType: string
}

/** Bytes that came by a pre-signed PUT: what `uploadUrl` gave beside the URL. */
export interface Upload {
  readonly key: string
}

/** A body by what it is; undefined where it is none: types do not stop other input. */
export function bodyKind(
  body: unknown,
):
  | { readonly kind: 'content'; readonly content: Content; readonly contentType?: string }
  | { readonly kind: 'upload'; readonly key: string }
  | undefined {
  if (isContent(body)) {
    const typed = body instanceof Blob && body.type !== '' ? { contentType: body.type } : {}
    return { kind: 'content', content: body, ...typed }
  }
  if (!isRecord(body)) return undefined
  const { content, contentType, key } = body
  if (isContent(content) && typeof contentType === 'string') return { kind: 'content', content, contentType }
  return typeof key === 'string' ? { kind: 'upload', key } : undefined
}

function isContent(value: unknown): value is Content {
  if (typeof value === 'string' || value instanceof Uint8Array || value instanceof Blob) return true
  return isRecord(value) && Symbol.asyncIterator in value
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null
}
