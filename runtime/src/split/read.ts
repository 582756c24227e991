import { openDocument } from '../documents/part.ts'
import { Corrupt, Missing } from '../errors/errors.ts'
import type { Context } from '../scoped/context.ts'
import { demandOwnKey, keyIn, type Loaded, load } from './load.ts'
import type { Root } from './root.ts'
import type { ObjectShape, SplitShape } from './shape.ts'

/** What is known of stored bytes, which were there with this digest when they were read. */
export interface ObjectFacts {
  readonly key: string
  readonly size: number
  readonly sha256: string
  readonly contentType: string
  readonly versionId?: string
}

/** A record with all of its parts, each of which was looked at. @throws Missing, Expired, Corrupt, which name the part */
export async function readSplit(context: Context, shape: SplitShape, refId: string): Promise<Root> {
  const loaded = await load(context, shape, refId)
  const { root, document } = loaded
  const { part } = shape
  const [shown, ...facts] = await Promise.all([
    part === undefined || document === undefined ? null : openDocument(context, shape.member, document),
    ...[...shape.objects].map(
      async ([member, object]): Promise<[string, ObjectFacts | null]> => [
        member,
        await factsOf(context, shape, object, loaded),
      ],
    ),
  ])
  const objects = shape.objects.size === 0 ? {} : { objects: Object.fromEntries(facts) }
  if (shape.entity.root === 'mongo') return { ...shown, ...objects }
  return { ...root, ...(part === undefined ? {} : { document: shown }), ...objects }
}

/** Where an object is and what it must be; null where the pointer to it is empty. Asks S3. */
async function factsOf(
  context: Context,
  shape: SplitShape,
  object: ObjectShape,
  loaded: Loaded,
): Promise<ObjectFacts | null> {
  const key = keyIn(loaded, object)
  if (key === undefined) return null
  return await expectedOf(context, shape, object, loaded, key)
}

/**
 * What an object must be, by what was kept of it when it was written, and is by the store's word.
 *
 * @throws Missing, Corrupt, Forbidden
 */
export async function expectedOf(
  context: Context,
  shape: SplitShape,
  object: ObjectShape,
  loaded: Loaded,
  key: string,
): Promise<ObjectFacts> {
  demandOwnKey(context, shape, object, loaded, key)
  const { stores } = context
  const { bucket, contentType } = object.description
  const known = loaded.stored.get(key)
  const versionId = known?.versionId
  const version = versionId === undefined ? {} : { versionId }
  const head = await stores.objects.head({ bucket: stores.bucket(bucket), key, ...version })
  const facts = { entity: shape.member, refId: loaded.refId, object: object.name }
  if (head === undefined)
    throw new Missing(object.description.name, facts, 'Run `stowage fsck`; restore it from a version or a backup.')
  const sha256 = known?.sha256 ?? head.sha256
  if (sha256 === undefined || (head.sha256 !== undefined && head.sha256 !== sha256)) {
    throw new Corrupt(object.description.name, facts)
  }
  if (known !== undefined && known.size !== head.size) throw new Corrupt(object.description.name, facts)
  return { key, size: head.size, sha256, contentType, ...version }
}
