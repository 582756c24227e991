import { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import { Unavailable } from '../errors/errors.ts'
import { retrying } from '../retry/retrying.ts'
import type { ListedObject, ObjectHead, ObjectPlace, ObjectStore, PutOptions } from '../stores/objects.ts'
import { type Call, copyObject } from './copy.ts'
import { isAbsent, isPassing, mapped } from './errors.ts'
import { headOf } from './head.ts'
import type { S3Options, StoreOptions } from './options.ts'
import { presignGet, presignPut, withHeaders } from './presign.ts'
import { removeObject } from './remove.ts'
import { clientOf, loadSdk, type Sdk } from './sdk.ts'

/** S3 by the AWS SDK; nothing is imported or opened before it is used. */
export function s3Store(options: S3Options): ObjectStore {
  let opening: Promise<S3Client> | undefined
  const open = (): Promise<S3Client> => {
    opening ??= clientOf(options)
    return opening
  }
  return new S3Store(open, options, async () => (await opening)?.destroy())
}

/**
 * The same over a client that is there already, and that whoever made it closes.
 *
 * @param sdk the SDK that the client comes from, where that is not the data layer's own
 */
export function s3StoreOver(client: S3Client, options: StoreOptions, sdk: () => Promise<Sdk> = loadSdk): ObjectStore {
  return new S3Store(
    async () => client,
    options,
    async () => undefined,
    sdk,
  )
}

class S3Store implements ObjectStore {
  readonly #open: () => Promise<S3Client>
  readonly #options: StoreOptions
  readonly #sdk: () => Promise<Sdk>
  readonly close: () => Promise<void>

  constructor(
    open: () => Promise<S3Client>,
    options: StoreOptions,
    close: () => Promise<void>,
    sdk: () => Promise<Sdk> = loadSdk,
  ) {
    this.#open = open
    this.#options = options
    this.#sdk = sdk
    this.close = close
  }

  async put(
    place: ObjectPlace,
    body: () => AsyncIterable<Uint8Array> | Uint8Array,
    { contentType, sha256, size, ifNoneMatch }: PutOptions,
  ): Promise<{ readonly versionId?: string }> {
    const { VersionId } = await this.#do(place, async (client, sdk) => {
      const content = body()
      const command = new sdk.PutObjectCommand({
        Bucket: place.bucket,
        Key: place.key,
        Body: content instanceof Uint8Array ? content : Readable.from(content, { objectMode: false }),
        ContentLength: size,
        ContentType: contentType,
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        Metadata: { sha256 },
        ...(ifNoneMatch ? { IfNoneMatch: '*' } : {}),
      })
      // Part of the signature: every server compares it with the bytes, those too that overlook checksums.
      command.middlewareStack.add(withHeaders({ 'x-amz-content-sha256': sha256 }), { step: 'build', name: 'digest' })
      // However long it takes to send it all: only an answer that does not come is waited for no longer.
      return await client.send(command)
    })
    return version(VersionId)
  }

  async get(
    place: ObjectPlace,
  ): Promise<{ readonly head: ObjectHead; readonly body: AsyncIterable<Uint8Array> } | undefined> {
    const found = await this.#find(place, (client, sdk) => client.send(new sdk.GetObjectCommand(addressOf(place))))
    if (found === undefined) return undefined
    const { Body } = found
    return { head: headOf(found), body: pieces(Body as AsyncIterable<Uint8Array> | undefined, place) }
  }

  async head(place: ObjectPlace): Promise<ObjectHead | undefined> {
    const found = await this.#find(place, (client, sdk) => client.send(new sdk.HeadObjectCommand(addressOf(place))))
    return found === undefined ? undefined : headOf(found)
  }

  async copy(
    from: ObjectPlace,
    to: ObjectPlace,
    options: Parameters<ObjectStore['copy']>[2],
  ): Promise<{ readonly versionId?: string }> {
    const attempts = <T>(part: (call: Call) => Promise<T>): Promise<T> =>
      this.#do(to, (client, sdk) => part({ client, sdk }))
    return await copyObject(attempts, this.#options, from, to, options)
  }

  async remove(place: ObjectPlace): Promise<void> {
    await this.#do(place, (client, sdk) => removeObject({ client, sdk }, place))
  }

  async *list(bucket: string, prefix: string, after?: string): AsyncIterable<ListedObject> {
    let from = after
    for (;;) {
      const page = await this.#do({ bucket, key: prefix }, (client, sdk) =>
        client.send(
          new sdk.ListObjectsV2Command({
            Bucket: bucket,
            Prefix: prefix,
            ...(from === undefined ? {} : { StartAfter: from }),
          }),
        ),
      )
      for (const { Key, Size, LastModified } of page.Contents ?? []) {
        if (Key === undefined) continue
        yield { key: Key, size: Size ?? 0, lastModified: LastModified ?? new Date(0) }
        from = Key
      }
      if (page.IsTruncated !== true || page.Contents === undefined || page.Contents.length === 0) return
    }
  }

  async presignGet(place: ObjectPlace, options: Parameters<ObjectStore['presignGet']>[1]): Promise<string> {
    return await presignGet(await this.#open(), place, options)
  }

  async presignPut(
    place: ObjectPlace,
    options: Parameters<ObjectStore['presignPut']>[1],
  ): Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }> {
    return await presignPut(await this.#open(), place, options)
  }

  async #find<T>(place: ObjectPlace, work: (client: S3Client, sdk: Sdk) => Promise<T>): Promise<T | undefined> {
    return await this.#do(place, async (client, sdk) => {
      try {
        return await work(client, sdk)
      } catch (error) {
        if (isAbsent(error)) return undefined
        throw error
      }
    })
  }

  /** Every request may be sent again: writes go to keys of their own, and removals find nothing the second time. */
  async #do<T>(
    place: Pick<ObjectPlace, 'bucket' | 'key'>,
    work: (client: S3Client, sdk: Sdk) => Promise<T>,
  ): Promise<T> {
    const [client, sdk] = await Promise.all([this.#open(), this.#sdk()])
    try {
      return await retrying(() => work(client, sdk), {
        ...this.#options.retries,
        isSafe: isPassing,
      })
    } catch (error) {
      throw mapped(error, place)
    }
  }
}

/** The answer's body, with errors on its way as those of the store. */
async function* pieces(body: AsyncIterable<Uint8Array> | undefined, place: ObjectPlace): AsyncGenerator<Uint8Array> {
  if (body === undefined) return
  try {
    yield* body
  } catch (error) {
    const shown = mapped(error, place)
    throw shown === error ? new Unavailable('s3', 'the bytes broke off', { bucket: place.bucket }, error) : shown
  }
}

function addressOf({ bucket, key, versionId }: ObjectPlace): { Bucket: string; Key: string; VersionId?: string } {
  return { Bucket: bucket, Key: key, ...(versionId === undefined ? {} : { VersionId: versionId }) }
}

function version(id: string | undefined): { readonly versionId?: string } {
  return id === undefined ? {} : { versionId: id }
}
