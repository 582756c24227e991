import { allTenants } from '../collect/all-tenants.ts'
import { hasSplitWork } from '../collect/internal-tables.ts'
import type { Description } from '../description/description.ts'
import { nameOfKey, prefixesIn } from '../fsck/object-names.ts'
import type { Tenant } from '../stores/scope.ts'
import type { Stores } from '../stores/stores.ts'

/** An object of a tenant. */
export interface TenantObject {
  readonly key: string
  /** Whether a listing shows it; a marker hides what was only marked as deleted. */
  readonly isListed: boolean
  /** What was noted of it in the commit of its record. */
  readonly note?: { readonly sha256: string; readonly versionId?: string }
}

const pageSize = 500

/** Notes of a tenant: by its id, and by its keys too, since an erasure may have removed its row. $1 and $2: see `namesOf`. */
export const isNoteOfTenant =
  '(tenant_id = $1::uuid or exists (select from unnest($2::text[]) as own (prefix) where starts_with(key, own.prefix)))'

/** The parameters of `isNoteOfTenant`. */
export function namesOf(description: Description, { id, refId }: Tenant): readonly [string, readonly string[]] {
  const buckets = Object.keys(description.s3?.buckets ?? {})
  return [id, [...new Set(buckets.flatMap((bucket) => prefixesIn(description, bucket, refId)))]]
}

/**
 * What is a tenant's in a bucket, in the order of keys: what the store lists, and what PostgreSQL knows of, whether or not
 * a listing shows it.
 * @param from the key after which it begins
 */
export async function* objectsOf(
  stores: Stores,
  tenant: Tenant,
  bucket: string,
  from?: string,
): AsyncGenerator<TenantObject> {
  const listed = listedKeys(stores, tenant, bucket, from)
  const notes = notesIn(stores, tenant, bucket, from)
  let [key, note] = [await nextOf(listed), await nextOf(notes)]
  while (key !== undefined || note !== undefined) {
    const order = key === undefined ? 1 : note === undefined ? -1 : compareKeys(key, note.key)
    if (order < 0 && key !== undefined) yield { key, isListed: true }
    else if (note !== undefined) yield { key: note.key, isListed: order === 0, note: noteOf(note) }
    if (order <= 0) key = await nextOf(listed)
    if (order >= 0) note = await nextOf(notes)
  }
}

/** As S3 and the collation `C` have it. */
function compareKeys(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other))
}

async function nextOf<T>(items: AsyncIterator<T>): Promise<T | undefined> {
  const { done, value } = await items.next()
  return done === true ? undefined : value
}

async function* listedKeys(
  { description, objects, bucket: realName }: Stores,
  { refId }: Tenant,
  bucket: string,
  from: string | undefined,
): AsyncGenerator<string> {
  for (const prefix of prefixesIn(description, bucket, refId)) {
    const isWithin = from?.startsWith(prefix) === true
    if (from !== undefined && prefix < from && !isWithin) continue
    for await (const { key } of objects.list(realName(bucket), prefix, isWithin ? from : undefined)) yield key
  }
}

interface Note {
  readonly key: string
  readonly sha256: string
  readonly version_id: string | null
}

function noteOf({ sha256, version_id: versionId }: Note): TenantObject['note'] & object {
  return { sha256, ...(versionId === null ? {} : { versionId }) }
}

async function* notesIn(
  { description, postgres }: Stores,
  tenant: Tenant,
  bucket: string,
  from: string | undefined,
): AsyncGenerator<Note> {
  if (!hasSplitWork(description)) return
  for (let after = from ?? ''; ; ) {
    const page = await postgres.run(
      allTenants(description, 'find the objects of a tenant'),
      (sql) =>
        sql.query<Note>(
          `select key, sha256::text, version_id from stowage.stored_objects
           where bucket = $3::text and key collate "C" > $4::text and ${isNoteOfTenant}
           order by key collate "C" limit $5::int`,
          [...namesOf(description, tenant), bucket, after, pageSize],
        ),
      { readOnly: true },
    )
    // A note that says A of what is B's by its key was not written by the data layer.
    yield* page.filter(({ key }) => ownerIn(description, bucket, key, tenant.refId) === tenant.refId)
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = last.key
  }
}

/** Whose an object is by its key; `otherwise` where the key does not say. */
function ownerIn(description: Description, bucket: string, key: string, otherwise: string): string {
  const read = nameOfKey(description, bucket, key)
  return (read.kind === 'object' ? read.name.tenant : null) ?? otherwise
}
