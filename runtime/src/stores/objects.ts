/** Where an object is: the real name of its bucket, its key, and for one version of it the id. */
export interface ObjectPlace {
  readonly bucket: string
  readonly key: string
  readonly versionId?: string
}

/** What is known of stored bytes. */
export interface ObjectHead {
  readonly size: number
  readonly contentType: string
  readonly versionId?: string
  /** What the server calls these very bytes. */
  readonly etag?: string
  /** As written with it; hexadecimal. */
  readonly sha256?: string
  readonly lastModified: Date
  readonly lockedUntil?: Date
}

export interface PutOptions {
  readonly contentType: string
  /** Hexadecimal digest and number of bytes. Both are known before the request is sent. */
  readonly sha256: string
  readonly size: number
  /** Refuse where the key is taken: `KeyTaken`. */
  readonly ifNoneMatch: boolean
}

export interface Retention {
  readonly mode: 'COMPLIANCE' | 'GOVERNANCE'
  readonly until: Date
}

export interface ListedObject {
  readonly key: string
  readonly size: number
  readonly lastModified: Date
}

/** S3 for the data layer. */
export interface ObjectStore {
  /** The body can be read more than once: a request may have to be sent again. */
  put(
    place: ObjectPlace,
    body: () => AsyncIterable<Uint8Array> | Uint8Array,
    options: PutOptions,
  ): Promise<{ readonly versionId?: string }>
  get(place: ObjectPlace): Promise<{ readonly head: ObjectHead; readonly body: AsyncIterable<Uint8Array> } | undefined>
  head(place: ObjectPlace): Promise<ObjectHead | undefined>
  /**
   * Within the store; sets the retention on the copy and confirms it by a HEAD. Under a lock it makes one version, however
   * often it has to be tried. `Conflict` where the source is no longer what `ifMatch`, its ETag, names.
   */
  copy(
    from: ObjectPlace,
    to: ObjectPlace,
    options: {
      readonly contentType: string
      readonly sha256: string
      readonly retention?: Retention
      readonly ifMatch?: string
    },
  ): Promise<{ readonly versionId?: string }>
  /** Without a version id all versions are removed. What is locked stays: `ObjectLocked`. */
  remove(place: ObjectPlace): Promise<void>
  list(bucket: string, prefix: string, after?: string): AsyncIterable<ListedObject>
  /** URLs, and the headers that a client must send with a PUT. */
  presignGet(
    place: ObjectPlace,
    options: { readonly seconds: number; readonly contentType?: string; readonly fileName?: string },
  ): Promise<string>
  presignPut(
    place: ObjectPlace,
    options: {
      readonly seconds: number
      readonly contentType: string
      readonly size: number
      readonly sha256?: string
    },
  ): Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }>
  close(): Promise<void>
}

/** `If-None-Match: *` found something there: an earlier attempt may have got through. */
export class KeyTaken extends Error {
  override readonly name = 'KeyTaken'
}

/** Object Lock keeps it. */
export class ObjectLocked extends Error {
  override readonly name = 'ObjectLocked'
}
