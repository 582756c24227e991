import { Forbidden } from '../errors/errors.ts'
import { ObjectLocked } from '../stores/objects.ts'
import type { Stores } from '../stores/stores.ts'
import { allTenants } from './all-tenants.ts'
import type { Remains } from './intent.ts'
import { hasSplitWork } from './internal-tables.ts'
import { documentsReferredTo, keysReferredTo } from './references.ts'

/** Remains of one entity's records of one tenant. */
export interface RemainsOf extends Remains {
  /** Member of the entity. */
  readonly member: string
  /** Public id; null where there is none. */
  readonly tenant: string | null
}

/** What became of them. */
export interface Removed {
  readonly objects: number
  readonly documents: number
  /** Still pointed to, by whatever field. */
  readonly referred: number
  /** Keys under a lock. */
  readonly locked: readonly string[]
  /** `_id`s of documents that MongoDB does not let this login remove, with what it said no with. */
  readonly refused: ReadonlyMap<string, Forbidden>
}

/**
 * Removes what nothing points to: documents first, since an old version of one points to its own bytes; then objects, once
 * every field that can refer to them has been looked at, and what PostgreSQL has noted of them. What is pointed to or locked
 * stays; so does a document that this login may not remove, and what it points to. Done twice it does no harm.
 */
export async function removeRemains(
  stores: Stores,
  { member, tenant, documents, objects }: RemainsOf,
): Promise<Removed> {
  const owner = tenant ?? undefined
  const heldDocuments = await documentsReferredTo(
    stores,
    member,
    documents.map(({ id }) => id),
  )
  const goneDocuments = documents.filter(({ id }) => !heldDocuments.has(id))
  let documentCount = 0
  const refused = new Map<string, Forbidden>()
  for (const { collection, id } of goneDocuments) {
    try {
      if (await stores.documents.remove(collection, id, owner)) documentCount += 1
    } catch (error) {
      if (!(error instanceof Forbidden)) throw error
      // Most attempts never came to their document, and then there is nothing to be refused.
      if ((await stores.documents.find(collection, id, owner)) !== undefined) refused.set(id, error)
    }
  }
  const heldKeys = await keysReferredTo(
    stores,
    member,
    objects.map(({ key }) => key),
  )
  const goneObjects = objects.filter(({ key }) => !heldKeys.has(key))
  const locked: string[] = []
  const removed: { readonly bucket: string; readonly key: string }[] = []
  for (const object of goneObjects) {
    if (await isRemoved(stores, object)) removed.push(object)
    else locked.push(object.key)
  }
  await forgetObjects(stores, removed)
  return {
    objects: removed.length,
    documents: documentCount,
    referred: heldDocuments.size + heldKeys.size,
    locked,
    refused,
  }
}

/** @returns false where a lock keeps it */
async function isRemoved(stores: Stores, { bucket, key, versionId }: Remains['objects'][number]): Promise<boolean> {
  try {
    await stores.objects.remove({
      bucket: stores.bucket(bucket),
      key,
      ...(versionId === undefined ? {} : { versionId }),
    })
    return true
  } catch (error) {
    if (error instanceof ObjectLocked) return false
    throw error
  }
}

async function forgetObjects(
  stores: Stores,
  objects: readonly { readonly bucket: string; readonly key: string }[],
): Promise<void> {
  if (objects.length === 0 || !hasSplitWork(stores.description)) return
  await stores.postgres.run(allTenants(stores.description, 'forget objects that are gone'), (sql) =>
    sql.query(
      `delete from stowage.stored_objects as stored using unnest($1::text[], $2::text[]) as gone (bucket, key)
       where stored.bucket = gone.bucket and stored.key = gone.key`,
      [objects.map(({ bucket }) => bucket), objects.map(({ key }) => key)],
    ),
  )
}
